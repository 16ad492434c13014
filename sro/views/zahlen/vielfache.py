"""Small multiples: every area in a panel of its own, all on one scale, the city in grey behind each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Status
from sro.stats.reihe import Reihe, Rolle
from sro.views import words
from sro.views.theme import Theme
from sro.views.zahlen.diagramm import (
    SYMBOL,
    configured,
    data,
    pooled_years,
    record,
    series_records,
    specification,
    tooltip,
    value_axis,
)

PANEL_HEIGHT = 112
GAP = 18
MARGIN = 48  # the value axis on the left
AXIS = 34  # the same where every panel has its own
PAGE = 1480  # pixels of the widest page


def small_multiples(
    reihen: Sequence[Reihe], indikator: Indikator, theme: Theme, columns: int = 5, width: int = 1040
) -> alt.FacetChart:
    """Panels in the order of `reihen`; the series of the city lies behind each. `width` in pixels for all columns.

    Areas stay in their order, never sorted by value: the figure compares courses and makes no league table.
    ValueError where there is no area.
    """
    areas = [reihe for reihe in reihen if reihe.rolle is Rolle.GEBIET]
    if not areas:
        raise ValueError("Kein Gebiet gewählt; kleine Zeitreihen brauchen mindestens eines.")
    city = next((reihe for reihe in reihen if reihe.rolle is Rolle.STADT), None)
    rows = [row for area in areas for row in _panel(area, city, indikator)]
    panel = (width - MARGIN - GAP * (columns - 1)) // columns
    layered = alt.layer(*_layers(reihen, indikator, theme)).properties(width=panel, height=PANEL_HEIGHT)
    header = alt.Header(title=None, labelAnchor="start", labelLimit=panel, labelPadding=4)
    order = [area.name for area in areas]
    facet = alt.Facet("feld:N", sort=order, header=header)
    faceted = layered.facet(data=data(rows), facet=facet, columns=columns, spacing=GAP)
    done: alt.FacetChart = configured(faceted, theme)
    return done


def flowing(chart: alt.FacetChart, panel: int, beside: int) -> dict[str, Any]:
    """The specification with as many columns as the browser's window has room for, also after it is made narrower.

    `panel` is the width of one in pixels, `beside` what the page leaves free left and right of all of them. Vega-Lite
    has only a fixed number of columns, but hands a signal on to Vega; then it cannot share axes between panels, so each
    has its own.
    """
    spec = specification(chart)
    spec["spec"]["width"] = panel
    resize = {"events": {"source": "window", "type": "resize"}, "update": "windowSize()[0]"}
    window = {"name": "fenster", "expr": "windowSize()[0]", "on": [resize]}
    room = f"floor((min(fenster, {PAGE}) - {beside - GAP}) / {panel + AXIS + GAP})"
    columns = {"name": "spalten", "expr": f"max(1, {room})"}
    resolve = {"axis": {"x": "independent", "y": "independent"}}
    anew = {"type": "pad", "resize": True}  # the picture's size follows
    return spec | {"params": [window, columns], "columns": {"signal": "spalten"}, "resolve": resolve, "autosize": anew}


def _panel(area: Reihe, city: Reihe | None, indikator: Indikator) -> list[dict[str, object]]:
    """All rows of one panel; the city's and the breaks' are repeated in each, because a facet has one table."""
    jahre = [punkt.jahr for punkt in area.punkte]
    breaks: list[dict[str, object]] = [
        {"art": "bruch", "jahr": bruch.jahr - 0.5}
        for bruch in indikator.reihenbrueche
        if jahre[0] < bruch.jahr <= jahre[-1]
    ]
    behind = [row | {"art": "stadt"} for row in series_records(city)] if city else []
    values = [row | {"art": "linie"} for row in series_records(area)]
    own = [
        record(area, punkt, indikator) | {"art": "zustand" if punkt.wert is None else "punkt"} for punkt in area.punkte
    ]
    return [row | {"feld": area.name} for row in (*breaks, *behind, *values, *own)]


def _layers(reihen: Sequence[Reihe], indikator: Indikator, theme: Theme) -> list[alt.Chart]:
    x, y = _x(reihen, indikator), _y(reihen, indikator)
    base = alt.Chart().encode(x=x, y=y)
    city, line, points, breaks = (
        base.transform_filter(f"datum.art === '{art}'") for art in ("stadt", "linie", "punkt", "bruch")
    )
    rule = breaks.mark_rule(color=theme.quiet, strokeDash=[2, 3]).encode(y=alt.YValue(0), y2=alt.Y2Value(PANEL_HEIGHT))
    layers = [
        rule,
        city.mark_line(color=theme.hatch, opacity=0.65, strokeWidth=2.5).encode(detail=alt.Detail("abschnitt:N")),
        city.mark_circle(color=theme.hatch, opacity=0.65, size=14),
        line.mark_line(color=theme.accent, strokeWidth=2).encode(detail=alt.Detail("abschnitt:N")),
        points.mark_circle(color=theme.accent, size=22, opacity=1),
        points.mark_circle(size=160, opacity=0).encode(tooltip=tooltip()),
    ]
    found = {punkt.status for reihe in reihen for punkt in reihe.punkte if reihe.rolle is Rolle.GEBIET}
    states = [status for status in SYMBOL if status in found]
    return [*layers, _states(x, states, theme)] if states else layers


def _states(x: alt.X, states: Sequence[Status], theme: Theme) -> alt.Chart:
    shapes = alt.Scale(domain=[words.STATUS_WORD[s] for s in states], range=[SYMBOL[s] for s in states])
    key = alt.Legend(title=None, orient="bottom", direction="horizontal", labelLimit=300)
    marks = alt.Chart().transform_filter("datum.art === 'zustand'")
    return marks.mark_point(size=30, color=theme.quiet, strokeWidth=1.3, opacity=1).encode(
        x=x,
        y=alt.YValue(PANEL_HEIGHT - 6),
        shape=alt.Shape("text:N", scale=shapes, legend=key),
        tooltip=tooltip(),
    )


def _x(reihen: Sequence[Reihe], indikator: Indikator) -> alt.X:
    jahre = [punkt.jahr for reihe in reihen for punkt in reihe.punkte]
    first, last = min(jahre), max(jahre)
    zusammen = pooled_years(reihen)
    short = "\"'\" + slice(format(datum.value, 'd'), 2)"
    if zusammen > 1:
        short = f"slice(format(datum.value - {zusammen - 1}, 'd'), 2) + '–' + slice(format(datum.value, 'd'), 2)"
    axis = alt.Axis(values=sorted({first, last}), title=None, grid=False, labelExpr=short, tickSize=3, labelFontSize=11)
    return alt.X("jahr:Q", scale=alt.Scale(domain=[first - 0.4, last + 0.4], nice=False, zero=False), axis=axis)


def _y(reihen: Sequence[Reihe], indikator: Indikator) -> alt.Y:
    values = [punkt.wert for reihe in reihen for punkt in reihe.shown if punkt.wert is not None]
    cap = indikator.faktor if indikator.art is Anteilsart.ANTEIL else float("inf")
    scale = value_axis(values, steps=3, cap=cap)
    axis = scale.axis("")
    axis.title, axis.labelFontSize = None, 11
    return alt.Y("wert:Q", scale=alt.Scale(domain=[scale.low, scale.high], nice=False), axis=axis)
