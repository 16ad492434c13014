"""A trend of the size of a few words, for a side panel."""

from __future__ import annotations

from typing import Literal

import altair as alt

from sro.model.indikator import Indikator
from sro.stats.reihe import Punkt, Reihe
from sro.views import words
from sro.views.diagramm import configured, data, record, series_records, tooltip, value_axis
from sro.views.theme import Theme

Align = Literal["left", "center", "right"]


def sparkline(
    reihe: Reihe, indikator: Indikator, theme: Theme, *, width: int = 260, height: int = 70
) -> alt.LayerChart:
    """One area's line without axes; its first and last shown value and year are written at the ends. In pixels."""
    x, y = _x(reihe), _y(reihe, height)
    line = alt.Chart(data(series_records(reihe))).mark_line(color=theme.accent, strokeWidth=2)
    points = [record(reihe, punkt, indikator) for punkt in reihe.shown]
    dots = alt.Chart(data(points)).mark_circle(color=theme.accent, size=20, opacity=1)
    layers = [line.encode(x=x, y=y, detail="abschnitt:N"), dots.encode(x=x, y=y, tooltip=tooltip())]
    layers += [layer for punkt, align in _ends(reihe) for layer in _end(punkt, align, indikator, theme, x)]
    done: alt.LayerChart = configured(alt.layer(*layers).properties(width=width, height=height), theme)
    return done


def _ends(reihe: Reihe) -> list[tuple[Punkt, Align]]:
    if len(reihe.shown) < 2:
        return [(punkt, "center") for punkt in reihe.shown]
    return [(reihe.shown[0], "left"), (reihe.shown[-1], "right")]


def _end(punkt: Punkt, align: Align, indikator: Indikator, theme: Theme, x: alt.X) -> list[alt.Chart]:
    """The value at the head, the year at the foot."""
    value = "" if punkt.wert is None else words.number(punkt.wert, indikator.nachkommastellen)
    chart = alt.Chart(data([{"jahr": punkt.jahr, "text": value, "fuss": str(punkt.jahr)}])).encode(x=x)
    head = chart.mark_text(align=align, baseline="top", fontSize=12, fontWeight="bold", color=theme.ink)
    foot = chart.mark_text(align=align, baseline="bottom", fontSize=11, color=theme.quiet)
    return [head.encode(y=alt.value(0), text="text:N"), foot.encode(y=alt.value("height"), text="fuss:N")]


def _x(reihe: Reihe) -> alt.X:
    first, last = reihe.punkte[0].jahr, reihe.punkte[-1].jahr
    return alt.X("jahr:Q", axis=None, scale=alt.Scale(domain=[first, max(last, first + 1)], nice=False, padding=4))


def _y(reihe: Reihe, height: int) -> alt.Y:
    scale = value_axis([punkt.wert for punkt in reihe.shown if punkt.wert is not None])
    limits = alt.Scale(domain=[scale.low, scale.high], range=[height - 17, 20], nice=False)
    return alt.Y("wert:Q", axis=None, scale=limits)
