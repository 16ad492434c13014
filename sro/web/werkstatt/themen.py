"""What was spoken of in which Werkstatt, and what mattered most within each."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.blatt import newest_first
from sro.auswertung.werkstatt.filter import aussagen
from sro.auswertung.werkstatt.kreuz import themes_by_workshop
from sro.auswertung.werkstatt.punkte import punktebild
from sro.model.aussage import Aussage
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.views.werkstatt.kreuz import Kreuzworte, html_cross
from sro.views.werkstatt.punkte import html_points
from sro.views.werkstatt.worte import html_left_out, short_titles, span, statements
from sro.web.werkstatt import filter as werkstattfilter
from sro.web.werkstatt.auswahl import Werkstattauswahl, link
from sro.web.werkstatt.liste import show_statements

TITEL = "Aussagen nach Thema und Werkstatt"


def show(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    with st.container(key="steuerung", horizontal=True, vertical_alignment="bottom"):
        werkstattfilter.filters(wahl, bestand)
    links, rechts = st.container(key="figur").columns([1.75, 1], gap="medium")
    with links:
        st.html(_table(wahl, bestand))
    with rechts:
        _read(wahl, bestand)
    with st.container(key="darunter"):
        _points(wahl, bestand)


def _table(wahl: Werkstattauswahl, bestand: Bestand) -> str:
    """Rows and columns stay all of them; what is chosen among them stands out."""
    names = {one.id: one.name for one in stimmenworte().themen}
    akten = aussagen(bestand, city(), replace(wahl, thema=None, werkstatt=None))
    kreuz = themes_by_workshop(akten, bestand, list(names))
    werkstaetten = bestand.von(Werkstatt)
    words = Kreuzworte(
        titel=TITEL,
        ecke="Thema",
        zeilen=names,
        spalten=short_titles({akte.id: akte.inhalt.titel for akte in werkstaetten}),
        unter={akte.id: span(akte.inhalt.beginn, None) for akte in werkstaetten},
        gewaehlt=(wahl.thema, wahl.werkstatt),
    )
    bare = replace(wahl, ort=None, aussage=None)
    table = html_cross(kreuz, words, lambda thema, one: link(replace(bare, thema=thema, werkstatt=one)))
    return table + html_left_out(kreuz, "ohne Thema")


def _read(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    akten = aussagen(bestand, city(), wahl)
    thema = stimmenworte().thema(wahl.thema) if wahl.thema else None
    name = f"{thema.name}: " if thema else ""
    show_statements(f"{name}{statements(len(akten))}", akten, bestand, wahl.aussage)


def _points(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    """Every Werkstatt, or the chosen one, for itself; with all themes, among which the chosen one stands."""
    worte = stimmenworte()
    themen = [one.id for one in worte.themen]
    chosen = aussagen(bestand, city(), replace(wahl, thema=None))
    asked = [akte for akte in newest_first(bestand.von(Werkstatt)) if wahl.werkstatt in (None, akte.id)]
    if asked:
        bilder = [punktebild(akte, bestand.von(Aussage), chosen, themen) for akte in asked]
        st.html(html_points(bilder, worte, wahl.thema))
