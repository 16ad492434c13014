"""A headline figure of the city as a card: the figure first, then the spread over the areas, then where to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.reihe import Reihe
from sro.views import words
from sro.views.theme import Theme
from sro.views.zahlen.trend import NARROW, html_trend


@dataclass(frozen=True)
class Kennzahl:
    """The city's value of one year, and the observations of all areas of a level (`plural`) in that year."""

    indikator: Indikator
    stadt: Beobachtung
    gebiete: Sequence[Beobachtung]
    plural: str
    reihe: Reihe
    ziel: str  # address of the map


def html_card(kennzahl: Kennzahl, theme: Theme) -> str:
    """The card; it links to the map where the indicator has areas."""
    indikator, stadt = kennzahl.indikator, kennzahl.stadt
    figure = (
        words.shown(stadt, indikator) if stadt.wert is None else words.number(stadt.wert, indikator.nachkommastellen)
    )
    unit = "" if stadt.wert is None else escape(indikator.einheit)
    return (
        f'<a class="sro-karte sro-kennzahl" href="{escape(kennzahl.ziel, quote=True)}" target="_self">'
        f"<h3>{escape(indikator.kurzname)}</h3>"
        f'<div class="sro-zahl">{escape(figure)}<span class="sro-einheit">{unit}</span></div>'
        f"{html_trend(kennzahl.reihe, indikator, theme, jahr=stadt.jahr, breite=NARROW)}"
        f'<p class="sro-neben">{escape(_spread(kennzahl))}</p></a>'
    )


def _spread(kennzahl: Kennzahl) -> str:
    indikator = kennzahl.indikator
    period = indikator.period(kennzahl.stadt.jahr)
    values = [b.wert for b in kennzahl.gebiete if b.wert is not None]
    if len(values) < 2:
        return period
    low, high = (words.number(v, indikator.nachkommastellen) for v in (min(values), max(values)))
    hidden = len(kennzahl.gebiete) - len(values)
    rest = f", {hidden} ohne Wert" if hidden else ""
    return f"{period} · {kennzahl.plural}: {low} bis {high}{rest}"
