"""Stadtteilwerkstätten: what children and young people said about their district, and what becomes of it."""

import streamlit as st

from sro.model.aussage import Aussage
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt
from sro.web import (
    pflege,
    werkstatt_erfassen,
    werkstatt_fuer_kinder,
    werkstatt_pruefen,
    werkstatt_register,
    werkstattfilter,
    werkstattkarte,
    werkstattschnittstellen,
    werkstattthemen,
)
from sro.web.akten import bestand
from sro.web.rechte import nur_fuer
from sro.web.werkstattauswahl import Teil
from sro.web.werkstattstand import selection, show_notices, write_address


@st.fragment  # a choice on this page does not draw the navigation anew
def werkstaetten() -> None:
    akten = bestand()
    wahl = selection(akten)
    with st.container(key="kopf"):
        st.html("<h1>Stadtteilwerkstätten</h1>")
        show_notices()
    werkstattfilter.part(wahl)
    if wahl.teil in werkstattfilter.ROLLE:
        nur_fuer(werkstattfilter.ROLLE[wahl.teil])
    match wahl.teil:
        case Teil.KARTE:
            werkstattkarte.show(wahl, akten)
        case Teil.THEMEN:
            werkstattthemen.show(wahl, akten)
        case Teil.SCHNITTSTELLEN:
            werkstattschnittstellen.show(wahl, akten)
        case Teil.RUECKMELDUNGEN:
            werkstatt_register.show()
        case Teil.FUER_KINDER:
            werkstatt_fuer_kinder.show()
        case Teil.ERFASSEN:
            werkstatt_erfassen.show()
        case Teil.PRUEFEN:
            werkstatt_pruefen.show()
        case Teil.BEARBEITEN:
            pflege.show((Werkstatt, Aussage, Uebergabe))
    write_address()


werkstaetten()
