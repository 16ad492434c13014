"""What charts with a point an area share: the record of an area, how chosen areas stand out, names, clicks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt

from sro.auswertung.gebietswerte import Gebietswert
from sro.model.indikator import Indikator
from sro.views import words
from sro.views.theme import Theme

WAHL = "wahl"  # the name under which the page hears of clicks
GEWAEHLT, ANDERE = "gewählt", "andere"
SIZE, BIG = 90, 190


def record(one: Gebietswert, indikator: Indikator, gewaehlt: frozenset[str]) -> dict[str, object]:
    """What the chart holds of one area: numbers that are drawn and words of its tooltip, nothing else."""
    limits, digits = one.intervall, indikator.nachkommastellen
    return {
        "gebiet": one.gebiet.id,
        "name": one.gebiet.name,
        "wert": one.wert,
        "unten": limits.unten if limits else None,
        "oben": limits.oben if limits else None,
        "text": words.shown(one.beobachtung, indikator),
        "spanne": words.interval(limits, digits) if limits else "–",
        "nenner": one.beobachtung.nenner if one.beobachtung else None,
        "wahl": GEWAEHLT if one.gebiet.id in gewaehlt else ANDERE,
    }


def clicks() -> alt.Parameter:
    """The selection of areas by click, with the shift key several; the page reads it under `WAHL`."""
    return alt.selection_point(name=WAHL, fields=["gebiet"], toggle="true")


def shape(theme: Theme) -> dict[str, Any]:
    """Chosen areas are larger, filled squares; the others are rings: told apart without colour."""
    return {
        "size": alt.Size("wahl:O", scale=_scale([BIG, SIZE]), legend=None),
        "shape": alt.Shape("wahl:N", scale=_scale(["square", "circle"]), legend=None),
        "fill": alt.Fill("wahl:N", scale=_scale([theme.accent, theme.paper]), legend=None),
        "stroke": alt.StrokeValue(theme.accent),
        "strokeWidth": alt.StrokeWidthValue(1.8),
    }


def names_of_chosen(base: alt.Chart, theme: Theme, **encoding: Any) -> alt.Chart:
    """The names of chosen areas beside their points."""
    chosen = base.transform_filter(alt.datum.wahl == GEWAEHLT)
    return chosen.mark_text(align="left", dx=10, dy=-9, color=theme.ink, fontSize=12, fontWeight=600).encode(
        text=alt.Text("name:N"), **encoding
    )


def without_value(ohne: Sequence[Gebietswert]) -> str:
    """ "Ohne Wert: Buntekuh (geheim gehalten), Moisling (nicht geliefert)." Empty where all show one."""
    if not ohne:
        return ""
    return f"Ohne Wert: {words.several([f'{one.gebiet.name} ({words.STATUS_WORD[one.status]})' for one in ohne])}."


def span(werte: Iterable[float], indikator: Indikator) -> str:
    """ "12,4 bis 51,0 je 1.000 unter 21-Jährige" """
    shown = list(werte)
    low, high = (words.number(end, indikator.nachkommastellen) for end in (min(shown), max(shown)))
    return f"{low} bis {high}{words.NBSP}{indikator.einheit}"


def _scale(values: Sequence[Any]) -> alt.Scale:
    return alt.Scale(domain=[GEWAEHLT, ANDERE], range=list(values))
