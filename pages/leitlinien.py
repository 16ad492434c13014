"""Leitlinien: what the work is for, how far it is, and what in the app shows it."""

import streamlit as st

from sro.model.akteur import Rolle
from sro.model.fortschritt import Fortschritt, Meilenstein
from sro.reference.leitbild import leitbild
from sro.web import teile
from sro.web.leitlinien import seite as leitlinien
from sro.web.leitlinien.auswahl import Teil
from sro.web.leitlinien.stand import selection, show_notices, write_address
from sro.web.rechte import nur_fuer


@st.fragment  # a choice on this page does not draw the navigation anew
def seite() -> None:
    if not leitbild().bezuege:
        st.html("<h1>Leitlinien</h1>")
        teile.silence(leitlinien.NO_LEITBILD)
        return
    wahl = selection()
    with st.container(key="kopf"):
        leitlinien.heading()
        show_notices()
    leitlinien.part()
    if wahl.teil is Teil.BEARBEITEN:
        nur_fuer(Rolle.PLANUNG, teil=True)
        from sro.web.pflege import seite as pflege

        pflege.show((Fortschritt, Meilenstein))
    else:
        leitlinien.show(wahl)
        leitlinien.source()
    write_address()


seite()
