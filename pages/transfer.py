"""Transfer: what goes to whom and how often, what came back, and on what evidence agreements rest."""

import streamlit as st

from sro.web.akten import bestand
from sro.web.transfer import teile as transferteile
from sro.web.transfer.stand import selection, show_notices, write_address


@st.fragment  # a choice on this page does not draw the navigation anew
def transfer() -> None:
    akten = bestand()
    wahl = selection(akten)
    with st.container(key="kopf"):
        transferteile.heading(akten)
        show_notices()
    transferteile.choose(wahl)
    with st.container(key="transfer"):
        transferteile.show(wahl, akten)
    write_address()


transfer()
