"""The Kartenbild as a folium map: geometry by URL, and per rerun one small script that repaints.

See docs/decisions/0002-map-technique.md for what was measured.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

import folium
from branca.element import Element, MacroElement
from folium.template import Template

from sro.views.kartenfigur import Kartenfigur
from sro.views.theme import Theme


@dataclass(frozen=True, slots=True)
class Anstrich:
    """Everything that changes on the map between two reruns; serialised for `sroKarte.paint` in karte.js.

    Colours of states and outlines are not in it: the browser has them as CSS variables of the theme.
    """

    url: str  # of the geometry; its features stand in the order of `felder` and `zeilen`
    felder: str  # one letter or digit an area
    zeilen: str  # the areas' parts, already written in German: "|" between parts, ";" between areas
    muster: tuple[str, ...]  # how the parts become lines: "{1} von {2}"
    farben: tuple[str, ...]  # by class
    titel: str  # names the map for a screen reader
    gewaehlt: str
    thema: str


def anstrich(figur: Kartenfigur, theme: Theme, *, url: str, titel: str, gewaehlt: str) -> Anstrich:
    """What the browser needs to repaint: `gewaehlt` is an area's id or "", `titel` the figure's."""
    return Anstrich(
        url=url,
        felder="".join(flaeche.feld for flaeche in figur.bild.flaechen),
        zeilen=";".join(figur.zeilen),
        muster=figur.muster,
        farben=tuple(feld.farbe for feld in figur.bild.felder if feld.schluessel.isdigit()),
        titel=titel,
        gewaehlt=gewaehlt,
        thema=theme.name,
    )


class _ScriptOnly(Element):
    """For elements of which streamlit-folium takes the script alone.

    folium would render HTML pages that nobody looks at, and compile our message as a template: slow, and a brace in a
    name would be taken for one of Jinja's.
    """

    def render(self, **kwargs: Any) -> str:
        """Nothing to render."""
        return ""


class Karte(_ScriptOnly, folium.Map):
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


class _Script(_ScriptOnly, MacroElement):
    """A line of script of a feature group."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.script }}{% endmacro %}")

    def __init__(self, script: str):
        super().__init__()
        self.script = script


class _Group(_ScriptOnly, folium.FeatureGroup):
    """The feature group that carries the script."""


def repaint(anstrich: Anstrich) -> folium.FeatureGroup:
    """The feature group whose script repaints the map."""
    # "</" must not end the script element.
    message = json.dumps(asdict(anstrich), ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    group = _Group(name="anstrich", control=False)
    group.add_child(_Script(f"sroKarte.paint({message});"))
    return group
