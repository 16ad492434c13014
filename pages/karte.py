"""Karte: one indicator on the city's map."""

import streamlit as st

from sro.web import controls, data, downloads, teile
from sro.web.appearance import theme
from sro.web.figuren import area_sheet, map_page
from sro.web.karte import paint_map, show_map
from sro.web.map_downloads import map_files
from sro.web.state import require_datenstand, selection, show_notices, write_address
from sro.web.teile import Fach


@st.fragment  # a choice on this page does not draw the navigation anew
def karte() -> None:
    datenstand = require_datenstand()
    angebot = data.offer(datenstand.id, mit_stadt=False)
    auswahl = selection(angebot)
    seite = map_page(auswahl, datenstand, theme())

    paint_map(seite.figur, auswahl, seite.titel, theme())  # goes out first: it is what people wait for
    oben, steuerung = (
        st.container(key="oben"),
        st.container(key="steuerung", horizontal=True, vertical_alignment="bottom"),
    )
    figur, darunter = st.container(key="figur"), st.container(key="darunter")
    links, rechts = figur.columns([2.3, 1], gap="medium")
    with oben:
        teile.title(seite.titel, seite.indikator, datenstand, seite.figur.anmerkung)
        show_notices()
    with links:
        teile.silence(seite.hinweis)
        show_map(seite.figur, seite.titel)
    with steuerung:
        controls.indicator(auswahl, angebot)
        controls.level(auswahl, angebot)
        controls.year(auswahl, angebot)
        controls.scale(auswahl, angebot)
    with rechts:
        controls.since(auswahl, angebot)
        controls.area(auswahl)
        teile.reading(area_sheet(seite, datenstand, angebot), seite, theme())
    with darunter:
        teile.source(seite.quelle)
        match teile.drawers(list(Fach)):
            case Fach.TABELLE:
                teile.map_table(seite)
            case Fach.DEFINITION:
                teile.definition(seite.indikator)
            case Fach.KLASSEN:
                controls.classes(auswahl)
            case Fach.HERUNTERLADEN:
                downloads.offer_files(map_files(seite, datenstand))
    write_address()


karte()
