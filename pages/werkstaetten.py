"""Stadtteilwerkstätten: what children and young people said about their district, and what becomes of it."""

import streamlit as st

from sro.model.aussage import Aussage
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt
from sro.web.akten import bestand
from sro.web.pflege import seite as pflege
from sro.web.rechte import nur_fuer
from sro.web.werkstatt import erfassen as werkstatt_erfassen
from sro.web.werkstatt import filter as werkstattfilter
from sro.web.werkstatt import fuer_kinder as werkstatt_fuer_kinder
from sro.web.werkstatt import karte as werkstattkarte
from sro.web.werkstatt import pruefen as werkstatt_pruefen
from sro.web.werkstatt import register as werkstatt_register
from sro.web.werkstatt import schnittstellen as werkstattschnittstellen
from sro.web.werkstatt import themen as werkstattthemen
from sro.web.werkstatt.auswahl import Teil
from sro.web.werkstatt.stand import selection, show_notices, write_address


@st.fragment  # a choice on this page does not draw the navigation anew
def werkstaetten() -> None:
    akten = bestand()
    wahl = selection(akten)
    with st.container(key="kopf"):
        st.html("<h1>Stadtteilwerkstätten</h1>")
        show_notices()
    werkstattfilter.part(wahl)
    if wahl.teil in werkstattfilter.ROLLE:
        nur_fuer(werkstattfilter.ROLLE[wahl.teil], teil=True)
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
