"""What all charts share: typeface, thin grid, German numbers, a value axis with room for states.

Charts name their channels as `alt.Y("wert:Q")`, not as "wert:Q": what a string means costs Altair 2 ms each time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import altair as alt

from sro.model.indikator import Indikator
from sro.model.wert import Status
from sro.stats.reihe import Punkt, Reihe
from sro.views import words
from sro.views.theme import FONT, Theme

SYMBOL = {Status.GEHEIM: "diamond", Status.FEHLT: "cross", Status.NICHT_SINNVOLL: "triangle-up"}


def configured(chart: alt.LayerChart | alt.FacetChart, theme: Theme) -> Any:
    """The chart in the app's appearance, on a transparent ground."""
    axis = alt.AxisConfig(
        labelColor=theme.quiet,
        titleColor=theme.quiet,
        gridColor=theme.line,
        gridOpacity=0.55,
        domainColor=theme.line,
        tickColor=theme.line,
        aria=False,  # a chart is one picture with one text; Vega would name its parts in English
        labelFontSize=12,
        titleFontSize=12,
        titleFontWeight="normal",
        labelPadding=6,
    )
    return chart.configure(
        background="transparent",
        font=FONT.replace('"', "'"),
        view=alt.ViewConfig(stroke=None),
        axis=axis,
        mark=alt.MarkConfig(aria=False),
        legend=alt.LegendConfig(
            aria=False, labelColor=theme.quiet, titleColor=theme.quiet, labelFontSize=12, titleFontSize=12
        ),
        header=alt.HeaderConfig(labelColor=theme.ink, labelFontSize=12, labelFontWeight="bold"),
    )


def specification(chart: alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    """The chart as the browser gets it, not checked against its schema: that takes longer than making it. Tests do."""
    spec: dict[str, Any] = chart.to_dict(validate=False)
    return spec


def german(decimals: int) -> str:
    """A Vega expression for axis labels: decimal comma, thousands point.

    Written out because Streamlit drops the format locale of a chart.
    """
    return f"join(split(join(split(join(split(format(datum.value, ',.{decimals}f'), ','), '#'), '.'), ','), '#'), '.')"


@dataclass(frozen=True, slots=True)
class Wertachse:
    """A value axis with round ends and steps, in the unit of the indicator."""

    ticks: tuple[float, ...]
    decimals: int

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]

    def axis(self, unit: str) -> alt.Axis:
        """The unit stands level above the axis, where it is read first."""
        return alt.Axis(
            values=list(self.ticks),
            labelExpr=german(self.decimals),
            title=unit,
            titleAngle=0,
            titleAlign="left",
            titleAnchor="end",
            titleX=0,
            titleY=-12,
            titleBaseline="bottom",
            domain=False,
            ticks=False,
        )


def value_axis(werte: Iterable[float], steps: int = 4, cap: float = math.inf) -> Wertachse:
    """From 0, or from below it where there are negative values; `cap` is the largest possible value."""
    shown = list(werte)
    low, high = min([*shown, 0.0]), max([*shown, 0.0])
    if low == high:
        high = low + 1
    step = _round_step((high - low) / steps)
    first, last = math.floor(low / step + 1e-9), math.ceil(min(high, cap) / step - 1e-9)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return Wertachse(tuple(round(i * step, decimals) for i in range(first, last + 1)), decimals)


def pooled_years(reihen: Iterable[Reihe]) -> int:
    """How many years a point of these series stands for."""
    return max((punkt.jahre for reihe in reihen for punkt in reihe.punkte), default=1)


def year_axis(indikator: Indikator, jahre: list[int], zusammen: int = 1) -> alt.Axis:
    """`zusammen` > 1: each year is the last of so many, and the label names the first one too."""
    pooled = f"format(datum.value - {zusammen - 1}, 'd') + '–' + format(datum.value, 'd')"
    school = "format(datum.value, 'd') + '/' + slice(format(datum.value + 1, 'd'), 2)"
    return alt.Axis(
        values=jahre,
        title=None,
        grid=False,
        labelExpr=pooled
        if zusammen > 1
        else school
        if indikator.stichtag == "Schuljahr"
        else "format(datum.value, 'd')",
        labelOverlap="parity",
        labelSeparation=10,
        tickSize=4,
    )


def record(reihe: Reihe, punkt: Punkt, indikator: Indikator) -> dict[str, object]:
    """What the chart holds of one point: the numbers that are drawn and the words of its tooltip, nothing else."""
    return {
        "name": reihe.name,
        "jahr": punkt.jahr,
        "wert": punkt.wert,
        "zeit": indikator.period(punkt.jahr, punkt.jahre),
        "text": words.STATUS_WORD[punkt.status] if punkt.wert is None else words.value_with_unit(punkt.wert, indikator),
        "bruch": fraction(punkt),
        "spanne": limits(punkt, indikator),
    }


def series_records(reihe: Reihe) -> list[dict[str, object]]:
    """What a line needs of its points: no words."""
    return [{"name": reihe.name, "jahr": p.jahr, "wert": p.wert, "abschnitt": p.abschnitt} for p in reihe.shown]


def tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title="Gebiet"),
        alt.Tooltip("zeit:N", title="Zeit"),
        alt.Tooltip("text:N", title="Wert"),
        alt.Tooltip("bruch:N", title="Zähler/Nenner"),
        alt.Tooltip("spanne:N", title="95-%-Intervall"),
    ]


def fraction(punkt: Punkt) -> str:
    """ "1.234 von 5.678"; a dash where the count is not shown."""
    if punkt.zaehler is None or punkt.nenner is None:
        return "–"
    return f"{words.count(punkt.zaehler)} von {words.count(punkt.nenner)}"


def limits(punkt: Punkt, indikator: Indikator) -> str:
    if punkt.unten is None or punkt.oben is None:
        return "–"
    low, high = (words.number(limit, indikator.nachkommastellen) for limit in (punkt.unten, punkt.oben))
    return f"{low} bis {high}"


def data(records: list[dict[str, object]]) -> alt.InlineData:
    return alt.InlineData(values=records)


def _round_step(raw: float) -> float:
    magnitude = 10.0 ** math.floor(math.log10(raw))
    return float(next(m for m in (1, 2, 2.5, 5, 10) if raw <= m * magnitude * (1 + 1e-9)) * magnitude)
