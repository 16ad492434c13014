"""Karte: one indicator on the city's map."""

import streamlit as st

from sro.web import controls, data, downloads, teile
from sro.web.appearance import theme
from sro.web.figuren import area_sheet, map_page
from sro.web.karte import show_map
from sro.web.state import require_datenstand, selection, show_notices

datenstand = require_datenstand()
angebot = data.offer(datenstand.id, mit_stadt=False)
auswahl = selection(angebot)
seite = map_page(auswahl, datenstand, theme())

teile.title(seite.titel, seite.indikator)
show_notices()
with st.container(key="steuerung"):
    indikator, ebene, jahr, farben = st.columns([3, 2, 2.6, 3.2])
    with indikator:
        controls.indicator(auswahl, angebot)
    with ebene:
        controls.level(auswahl, angebot)
    with jahr:
        controls.year(auswahl, angebot)
    with farben:
        controls.scale(auswahl)
with st.container(key="figur"):
    links, rechts = st.columns([2.3, 1], gap="medium")
    with links:
        teile.silence(seite.hinweis)
        show_map(seite.figur, auswahl, seite.titel, theme())
    with rechts:
        controls.since(auswahl, angebot)
        controls.area(auswahl)
        teile.sheet(area_sheet(auswahl, datenstand, angebot), theme())
        teile.legend(seite, theme())
with st.container(key="darunter"):
    teile.source(seite.quelle)
    with st.container(horizontal=True, vertical_alignment="center"):
        teile.definition(seite.indikator)
        controls.classes(auswahl)
        downloads.offer_files(downloads.map_files(seite, datenstand))
        teile.table_switch()
    teile.map_table(seite)
