"""The places of statements on a map, beside it what was said there, below it the Werkstatt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st
from streamlit_folium import st_folium

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.blatt import blaetter
from sro.auswertung.werkstatt.filter import aussagen
from sro.auswertung.werkstatt.orte import Fundort, Verortung, place_of, verortung
from sro.model.akte import Akte
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage
from sro.reference.city import city
from sro.views.werkstatt.blatt import html_cards, html_sheet
from sro.views.werkstatt.nadeln import Nadelkarte, html_pins, nadelbild
from sro.views.werkstatt.worte import COARSE, html_counted, place_name, statements
from sro.web.appearance import theme
from sro.web.assets import asset_urls
from sro.web.geometry import geometry
from sro.web.rechte import darf
from sro.web.werkstatt import filter as werkstattfilter
from sro.web.werkstatt.auswahl import Werkstattauswahl, link
from sro.web.werkstatt.liste import show_statements, without_place
from sro.web.werkstatt.stand import change, current

HEIGHT = 520
KEY, CLICKED = "werkstattkarte", "last_object_clicked_tooltip"


@dataclass(frozen=True)
class Ortswahl:
    """What the map shows and whose statements are read: `ort` is None where all are."""

    akten: tuple[Akte[Aussage], ...]
    lage: Verortung
    ort: Fundort | None

    @property
    def gelesen(self) -> Sequence[Akte[Aussage]]:
        return self.ort.aussagen if self.ort else self.akten


def chosen_places(wahl: Werkstattauswahl, bestand: Bestand) -> Ortswahl:
    """A place that the filter leaves empty is no longer chosen; a statement that was asked for brings its own."""
    akten = aussagen(bestand, city(), wahl)
    lage = verortung(akten)
    asked = [akte.inhalt for akte in akten if akte.id == wahl.aussage]
    return Ortswahl(akten, lage, lage.ort(place_of(asked[0]) if asked else wahl.ort))


def show(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    gezeigt = chosen_places(wahl, bestand)
    _paint(gezeigt, wahl)
    oben = st.container(key="werkstatt_oben")
    steuerung = st.container(key="steuerung", horizontal=True, vertical_alignment="bottom")
    figur, darunter = st.container(key="figur"), st.container(key="darunter")
    links, rechts = figur.columns([1.75, 1], gap="medium")
    with oben:
        st.html(html_counted(gezeigt.lage))
    with links:
        _map()
        st.html(f'<p class="sro-quelle">{COARSE}</p>')
    with steuerung:
        werkstattfilter.filters(wahl, bestand)
    with rechts:
        _read(gezeigt, wahl, bestand)
    with darunter:
        _workshops(wahl, bestand)


def _paint(gezeigt: Ortswahl, wahl: Werkstattauswahl) -> None:
    """The message to a map that is on the screen already, or will be."""
    narrowed = [str(one) for one in (wahl.werkstatt, wahl.raum) if one]
    bild = nadelbild(
        gezeigt.lage.orte,
        theme(),
        flaechen=_ground(),
        gewaehlt=gezeigt.ort.id if gezeigt.ort else None,
        ausschnitt=" ".join(narrowed),
    )
    st.container(key="nadeln").html(html_pins(bild))


def _ground() -> tuple[str, ...]:
    """Districts, and the next finer areas in thin lines."""
    levels = [ebene.id for ebene in city().ebenen if ebene.rang > 0][:2]
    return tuple(geometry(ebene).url for ebene in levels)


def _map() -> None:
    st_folium(
        Nadelkarte(asset_urls(), city().mittelpunkt),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[CLICKED],
        on_change=_take_click,
    )


def _take_click() -> None:
    """Before the rerun that a click causes: "place#time". A second click on a place leaves it."""
    clicked = (st.session_state.get(KEY, {}).get(CLICKED) or "").partition("#")[0]
    if clicked:
        change(ort=None if clicked == current().ort else clicked, aussage=None)


def _read(gezeigt: Ortswahl, wahl: Werkstattauswahl, bestand: Bestand) -> None:
    """What was said at the chosen place, or everywhere."""
    if gezeigt.ort:
        st.button(
            "Alle Orte zeigen", key="alle_orte", type="tertiary", icon=":material/arrow_back:", on_click=_everywhere
        )
    where = place_name(gezeigt.ort) if gezeigt.ort else ""
    counted = statements(len(gezeigt.gelesen))
    show_statements(f"{where}: {counted}" if where else counted, gezeigt.gelesen, bestand, wahl.aussage)
    if not gezeigt.ort:
        without_place(gezeigt.lage.ohne, bestand)


def _everywhere() -> None:
    change(ort=None, aussage=None)


def _workshops(wahl: Werkstattauswahl, bestand: Bestand) -> None:
    """The chosen Werkstatt at length, else all of them as cards. What they count is not narrowed by the filter."""
    sheets = blaetter(bestand, bestand.von(Aussage))
    chosen = [sheet for sheet in sheets if sheet.akte.id == wahl.werkstatt]
    if chosen:
        st.html(html_sheet(chosen[0], city(), intern=darf(Rolle.PLANUNG)))
    elif sheets:
        st.html(html_cards(sheets, city(), lambda one: link(replace(wahl, werkstatt=one, ort=None, aussage=None))))
