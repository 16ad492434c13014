"""Karte: one indicator on the city's map."""

import streamlit as st

from sro.web import controls, data, downloads, teile
from sro.web.appearance import theme
from sro.web.figuren import area_sheet, map_page
from sro.web.karte import show_map
from sro.web.state import require_datenstand, selection, show_notices


@st.fragment  # a choice on this page does not draw the navigation anew
def karte() -> None:
    datenstand = require_datenstand()
    angebot = data.offer(datenstand.id, mit_stadt=False)
    auswahl = selection(angebot)
    seite = map_page(auswahl, datenstand, theme())

    teile.title(seite.titel, seite.indikator)
    show_notices()
    steuerung = st.container(key="steuerung", horizontal=True, vertical_alignment="bottom")
    figur, darunter = st.container(key="figur"), st.container(key="darunter")
    links, rechts = figur.columns([2.3, 1], gap="medium")
    with links:  # the map goes out before the controls: it is what people wait for
        teile.silence(seite.hinweis)
        show_map(seite.figur, auswahl, seite.titel, theme())
    with steuerung:
        controls.indicator(auswahl, angebot)
        controls.level(auswahl, angebot)
        controls.year(auswahl, angebot)
        controls.scale(auswahl)
    with rechts:
        controls.since(auswahl, angebot)
        controls.area(auswahl)
        teile.sheet(area_sheet(auswahl, datenstand, angebot), theme())
        teile.legend(seite, theme())
    with darunter:
        teile.source(seite.quelle)
        with st.container(horizontal=True, vertical_alignment="center"):
            teile.definition(seite.indikator)
            controls.classes(auswahl)
            downloads.offer_files(downloads.map_files(seite, datenstand))
            teile.table_switch()
        teile.map_table(seite)


karte()
