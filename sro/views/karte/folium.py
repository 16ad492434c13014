"""The Kartenbild as a folium map: geometry by URL, and per rerun one small message that repaints.

See docs/decisions/0002-map-technique.md for what was measured.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

import folium
from folium.template import Template

from sro.model.gebiet import GROSS
from sro.views.karte.figur import Kartenfigur
from sro.views.theme import Theme

KEYS = "Pfeiltasten gehen von Gebiet zu Gebiet, die Eingabetaste wählt."


@dataclass(frozen=True, slots=True)
class Anstrich:
    """Everything that changes on the map between two reruns; serialised for karte.js.

    Colours of states and outlines are not in it: the browser has them as CSS variables of the theme.
    """

    url: str  # of the geometry; its features stand in the order of `felder` and `zeilen`
    felder: str  # one letter or digit an area
    zeilen: str | None  # the areas' parts, already written in German: "|" between parts, ";" between areas
    muster: tuple[str, ...]  # how the parts become lines: "{1} von {2}"
    farben: tuple[str, ...]  # by class
    titel: str
    gesprochen: str  # what the map says, for those who do not see it
    gewaehlt: str
    thema: str


def anstrich(figur: Kartenfigur, theme: Theme, *, url: str, titel: str, gewaehlt: str) -> Anstrich:
    """What the browser needs to repaint: `gewaehlt` is an area's id or "", `titel` the figure's.

    With very many areas without their parts, which come after the colours (`html_lines`).
    """
    return Anstrich(
        url=url,
        felder="".join(flaeche.feld for flaeche in figur.bild.flaechen),
        zeilen=None if comes_later(figur) else ";".join(figur.zeilen),
        muster=figur.muster,
        farben=tuple(feld.farbe for feld in figur.bild.felder if feld.schluessel.isdigit()),
        titel=titel,
        gesprochen=spoken(figur, titel),
        gewaehlt=gewaehlt,
        thema=theme.name,
    )


def comes_later(figur: Kartenfigur) -> bool:
    """Whether the areas' parts are so many that they would keep the colours waiting."""
    return len(figur.zeilen) > GROSS


def html_lines(figur: Kartenfigur, titel: str) -> str:
    """The areas' parts as an element of the page, where the map's script looks when an area is pointed at."""
    return f'<div hidden data-zeilen="{escape(";".join(figur.zeilen))}" data-zu="{escape(titel)}"></div>'


def spoken(figur: Kartenfigur, titel: str) -> str:
    """The title, what the colours stand for, how many areas have each, and how to walk through them."""
    felder = [f"{feld.text}: {feld.anzahl}" for feld in figur.bild.felder if feld.anzahl]
    return " ".join(filter(None, [f"{titel}.", f"{figur.legende}: {'; '.join(felder)}." if felder else "", KEYS]))


class Karte(folium.Map):
    """A folium map that loads nothing but our own assets; its script is the same at every rerun,

    so streamlit-folium never mounts it anew and the view stays where it is.
    """

    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<div class="folium-map" id={{ this.get_name()|tojson }} ></div>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = sroKarte.start({{ this.get_name()|tojson }}, {{ this.location|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, asset_urls: dict[str, str], mitte: tuple[float, float]):
        super().__init__(location=list(mitte), tiles=None)
        self.default_js = [(name, asset_urls[name]) for name in ("leaflet.js", "karte.js")]
        self.default_css = [(name, asset_urls[name]) for name in ("leaflet.css", "karte.css")]

    def render(self, **kwargs: Any) -> str:
        """Nothing: streamlit-folium takes the script alone, and folium would build a page that nobody looks at."""
        return ""


def html_paint(anstrich: Anstrich) -> str:
    """The message as an element of the page, where the map's script finds it (`MESSAGE` in karte.js)."""
    message = json.dumps(asdict(anstrich), ensure_ascii=False, separators=(",", ":"))
    return f'<div hidden data-anstrich="{escape(message)}"></div>'
