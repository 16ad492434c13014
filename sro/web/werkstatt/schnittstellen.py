"""Which office is concerned in which district."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.filter import aussagen, districts
from sro.auswertung.werkstatt.kreuz import asked_districts, interfaces_by_district
from sro.model.gebiet import GebietKey
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.views.werkstatt.kreuz import Kreuzworte, html_cross
from sro.views.werkstatt.worte import html_left_out, not_asked, statements
from sro.web.werkstatt import filter as werkstattfilter
from sro.web.werkstatt.auswahl import Werkstattauswahl, link
from sro.web.werkstatt.liste import show_statements


def show(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    with st.container(key="steuerung", horizontal=True, vertical_alignment="bottom"):
        werkstattfilter.filters(wahl, bestand)
    links, rechts = st.container(key="figur").columns([1.75, 1], gap="medium")
    with links:
        st.html(_table(wahl, bestand))
    with rechts:
        _read(wahl, bestand)


def _table(wahl: Werkstattauswahl, bestand: Bestand) -> str:
    """Rows and columns stay all of them; what is chosen among them stands out. A finer area narrows the counts."""
    names = {one.id: one.name for one in stimmenworte().schnittstellen}
    level = districts(city())[0].ebene
    column = wahl.raum.id if wahl.raum and wahl.raum.ebene == level else None
    kept = replace(wahl, schnittstelle=None, raum=None if column else wahl.raum)
    kreuz = interfaces_by_district(aussagen(bestand, city(), kept), bestand, city(), list(names))
    words = Kreuzworte(
        titel=f"Aussagen nach Schnittstelle und {city().ebene(level).name}",
        ecke="Schnittstelle",
        zeilen=names,
        spalten={gebiet.id: gebiet.name for gebiet in districts(city())},
        gewaehlt=(wahl.schnittstelle, column),
    )
    bare = replace(wahl, ort=None, aussage=None)

    def address(schnittstelle: str | None, one: str | None) -> str:
        raum = GebietKey(level, one) if one else None
        return link(replace(bare, schnittstelle=schnittstelle, raum=raum))

    asked = asked_districts(bestand, city())
    others = [gebiet.name for gebiet in districts(city()) if gebiet.key not in asked]
    return html_cross(kreuz, words, address) + html_left_out(kreuz, "ohne Schnittstelle oder Gebiet", not_asked(others))


def _read(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    akten = aussagen(bestand, city(), wahl)
    office = stimmenworte().schnittstelle(wahl.schnittstelle) if wahl.schnittstelle else None
    parts = [office.name if office else "", city().raum_name(wahl.raum) if wahl.raum else ""]
    where = ", ".join(part for part in parts if part)
    counted = statements(len(akten))
    show_statements(f"{where}: {counted}" if where else counted, akten, bestand, wahl.aussage)
