"""Places of statements as pins on a map: the base map is mounted once, what changes is one message. See karte.py."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape

from folium.template import Template

from sro.auswertung.werkstatt.orte import Fundort
from sro.model.aussage import Valenz
from sro.views import words
from sro.views.karte.folium import Karte
from sro.views.theme import Theme
from sro.views.werkstatt.worte import PLURAL, SIGN, kinds, place_name, spoken, statements

LONGEST = 110  # characters of a statement in a tooltip
MOST = 4  # statements in a tooltip
KINDS = tuple((SIGN[valenz], valenz.value, PLURAL[valenz]) for valenz in Valenz)
Ort = tuple[str, float, float, tuple[int, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Nadelbild:
    """Everything that changes on the map; serialised for nadeln.js.

    `orte`: id, degrees east and north, statements by kind in the order of `arten`, lines of the tooltip with the
    place's name first. `flaechen`: addresses of the ground's geometry, districts first. The view moves to the pins when
    `ausschnitt` changes, and stays where it is else.
    """

    flaechen: tuple[str, ...]
    arten: tuple[tuple[str, str, str], ...]
    orte: tuple[Ort, ...]
    titel: str  # names the map for a screen reader
    gewaehlt: str
    ausschnitt: str
    thema: str


class Nadelkarte(Karte):
    """The base map of the pins; its script is the same at every rerun."""

    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<div class="folium-map" id={{ this.get_name()|tojson }} ></div>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = sroNadeln.start({{ this.get_name()|tojson }}, {{ this.location|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, asset_urls: dict[str, str], mitte: tuple[float, float]):
        super().__init__(asset_urls, mitte)
        self.default_js = [(name, asset_urls[name]) for name in ("leaflet.js", "nadeln.js")]
        self.default_css = [(name, asset_urls[name]) for name in ("leaflet.css", "karte.css", "nadeln.css")]


def nadelbild(
    orte: Sequence[Fundort], theme: Theme, *, flaechen: tuple[str, ...], gewaehlt: str | None, ausschnitt: str
) -> Nadelbild:
    """The message for these places; `gewaehlt` is the id of the place whose statements are read."""
    zahlen = {valenz: sum(ort.zahlen[valenz] for ort in orte) for valenz in Valenz}
    total = statements(sum(zahlen.values()))
    titel = f"Karte der Orte: {total}, {kinds(zahlen)}" if orte else "Karte der Orte: keine Aussage mit Ort"
    hint = " Pfeiltasten gehen von Nadel zu Nadel, die Eingabetaste öffnet." if orte else ""
    return Nadelbild(
        flaechen, KINDS, tuple(map(_place, orte)), titel + "." + hint, gewaehlt or "", ausschnitt, theme.name
    )


def html_pins(bild: Nadelbild) -> str:
    """The message as an element of the page, where the map's script finds it (`SOURCE` in nadeln.js).

    It holds what people wrote. Angle brackets go as escapes of JSON: Streamlit drops an attribute that looks like
    the end of a comment or a style.
    """
    message = json.dumps(asdict(bild), ensure_ascii=False, separators=(",", ":"))
    harmless = message.replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<div hidden data-nadeln="{escape(harmless)}"></div>'


def _place(ort: Fundort) -> Ort:
    said = [_short(spoken(akte.inhalt)) for akte in ort.aussagen]
    more = [f"und {words.number(len(said) - MOST)} weitere"] if len(said) > MOST else []
    return (ort.id, ort.lon, ort.lat, tuple(ort.zahlen.values()), (place_name(ort), *said[:MOST], *more))


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST else f"{one_line[: LONGEST - 1].rstrip()}…"
