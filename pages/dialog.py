"""Qualitätsentwicklungsdialog: from figures and voices to agreements, and next year to what became of them."""

import streamlit as st

from sro.web.akten import bestand
from sro.web.dialog import kopf as dialogkopf
from sro.web.dialog import praesentation
from sro.web.dialog import seite as dialoge
from sro.web.dialog import teile as dialogteile
from sro.web.dialog.auswahl import Dialogwahl
from sro.web.dialog.stand import selection, show_notices, write_address


@st.fragment  # a choice on this page does not draw the navigation anew
def dialog() -> None:
    akten = bestand()
    wahl = selection(akten)
    blatt = dialoge.sheet(akten, wahl.dialog) if wahl.dialog else None
    if wahl.praesentiert and blatt:
        praesentation.show(blatt)
    else:
        _seite(wahl, blatt)
    write_address()


def _seite(wahl: Dialogwahl, blatt: dialoge.Dialogblatt | None) -> None:
    akten = bestand()
    with st.container(key="kopf"):
        dialogkopf.heading(wahl, blatt)
        show_notices()
    if wahl.dialog and blatt is None:
        dialogkopf.without_figures(dialoge.record(akten, wahl.dialog))
        return
    dialogteile.choose(wahl)
    with st.container(key="dialog"):
        dialogteile.show(wahl, akten, blatt)


dialog()
