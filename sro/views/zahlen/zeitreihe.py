"""The trend chart: several areas over the years, with the city behind them.

Nothing is drawn that is not there: gaps stay gaps, lines end at a series break, hidden and missing years have a mark.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Indikator, Reihenbruch
from sro.stats.reihe import Reihe, Rolle
from sro.views import words
from sro.views.theme import SERIES, SERIES_DASH, Theme
from sro.views.zahlen.diagramm import (
    SYMBOL,
    Wertachse,
    configured,
    data,
    pooled_years,
    record,
    series_records,
    tooltip,
    value_axis,
    year_axis,
)

LINE = 15  # pixels that a line of text needs
SLOT = 13  # pixels that a row of state marks needs
LABEL_CHARS = 22  # of one line of a label
BREAK_CHARS = 46
AUTOSIZE = alt.AutoSizeParams(type="fit-x", contains="padding")  # the height is the plot's: states stand at its foot


def timeline(
    reihen: Sequence[Reihe],
    indikator: Indikator,
    theme: Theme,
    *,
    interval_for: GebietKey | None = None,
    height: int = 360,
) -> alt.LayerChart:
    """Lines of up to eight areas, the city (grey, thick) and the rest of the city (grey, dashed).

    `interval_for` names the area in focus: it gets its 95 % band and the heavier line. `height` in pixels; the width
    follows the container. A rest of the city that shows no year is left out: its states are those of its area.
    ValueError for no series, equal names, or more areas than lines can be told apart.
    """
    reihen = [reihe for reihe in reihen if reihe.rolle is not Rolle.REST or reihe.shown]
    _refuse(reihen)
    bild = _plan(reihen, indikator, theme, interval_for, height)
    layers = [*_breaks(bild), *_band(bild), *_zero_line(bild), _lines(bild), *_points(bild), *_states(bild)]
    chart = alt.layer(*layers, *_labels(bild)).properties(width="container", height=height, autosize=AUTOSIZE)
    done: alt.LayerChart = configured(chart, theme)
    return done


@dataclass(frozen=True, slots=True)
class _Strich:
    farbe: str
    muster: tuple[int, ...]
    breite: float


@dataclass(frozen=True, slots=True)
class _Bild:
    """What all layers share. `oben` and `unten` are the pixels of the value axis' ends; below it stand the states."""

    reihen: tuple[Reihe, ...]  # in the order in which they are painted
    striche: tuple[_Strich, ...]
    indikator: Indikator
    theme: Theme
    fokus: GebietKey | None
    jahre: tuple[int, ...]
    brueche: tuple[Reihenbruch, ...]
    achse: Wertachse
    oben: int
    unten: int
    hoehe: int

    @property
    def hidden(self) -> tuple[Reihe, ...]:
        return tuple(reihe for reihe in self.reihen if _has_states(reihe))

    @property
    def labelled(self) -> bool:
        """Whether the names have room beside the lines; otherwise a legend stands below."""
        return sum(len(_name_lines(reihe)) for reihe in self.reihen) * LINE <= self.hoehe

    def pixel(self, wert: float) -> float:
        share = (wert - self.achse.low) / (self.achse.high - self.achse.low)
        return self.unten - share * (self.unten - self.oben)

    def x(self, field: str = "jahr:Q") -> alt.X:
        scale = alt.Scale(domain=[self.jahre[0] - 0.25, self.jahre[-1] + 0.25], nice=False, zero=False)
        return alt.X(field, scale=scale, axis=year_axis(self.indikator, list(self.jahre), pooled_years(self.reihen)))

    def y(self, field: str = "wert:Q") -> alt.Y:
        scale = alt.Scale(domain=[self.achse.low, self.achse.high], range=[self.unten, self.oben], nice=False)
        return alt.Y(field, scale=scale, axis=self.achse.axis(self.indikator.einheit))

    def colour(self, legend: alt.Legend | None = None) -> alt.Color:
        colours = alt.Scale(domain=self.names, range=[strich.farbe for strich in self.striche])
        return alt.Color("name:N", scale=colours, legend=legend)

    def dash(self) -> alt.StrokeDash:
        dashes = alt.Scale(domain=self.names, range=[list(strich.muster) for strich in self.striche])
        return alt.StrokeDash("name:N", scale=dashes, legend=None)

    @property
    def names(self) -> list[str]:
        return [reihe.name for reihe in self.reihen]


def _refuse(reihen: Sequence[Reihe]) -> None:
    areas = sum(reihe.rolle is Rolle.GEBIET for reihe in reihen)
    if not reihen or areas > len(SERIES):
        raise ValueError(f"{areas} Gebiete gewählt; 1 bis {len(SERIES)} Linien lassen sich unterscheiden.")
    names = [reihe.name for reihe in reihen]
    double = next((name for name in names if names.count(name) > 1), None)
    if double:
        raise ValueError(f"Zwei Reihen heißen „{double}“; mit der Ebene im Namen lassen sie sich unterscheiden.")


def _plan(reihen: Sequence[Reihe], indikator: Indikator, theme: Theme, fokus: GebietKey | None, hoehe: int) -> _Bild:
    striche = dict(zip(reihen, _strokes(reihen, theme, fokus), strict=True))
    painted = sorted(reihen, key=lambda reihe: _depth(reihe, fokus))
    jahre = tuple(sorted({punkt.jahr for reihe in reihen for punkt in reihe.punkte}))
    brueche = tuple(b for b in indikator.reihenbrueche if jahre[0] < b.jahr <= jahre[-1])
    hidden = sum(_has_states(reihe) for reihe in reihen)
    return _Bild(
        reihen=tuple(painted),
        striche=tuple(striche[reihe] for reihe in painted),
        indikator=indikator,
        theme=theme,
        fokus=fokus,
        jahre=jahre,
        brueche=brueche,
        achse=_axis(reihen, indikator, fokus),
        oben=LINE * max((len(_break_lines(b)) for b in brueche), default=0),
        unten=hoehe - (SLOT * hidden + 6 if hidden else 0),
        hoehe=hoehe,
    )


def _strokes(reihen: Sequence[Reihe], theme: Theme, fokus: GebietKey | None) -> Iterator[_Strich]:
    """An area keeps its colour whichever is in focus."""
    looks = zip(SERIES, SERIES_DASH, strict=True)
    for reihe in reihen:
        if reihe.rolle is Rolle.GEBIET:
            yield _Strich(*next(looks), 3.2 if _focused(reihe, fokus) else 2.0)
        else:
            yield _grey(reihe, theme)


def _grey(reihe: Reihe, theme: Theme) -> _Strich:
    return _Strich(theme.hatch, (1, 0), 4.5) if reihe.rolle is Rolle.STADT else _Strich(theme.hatch, (5, 4), 1.5)


def _depth(reihe: Reihe, fokus: GebietKey | None) -> int:
    """Where a series lies: the city behind, the area in focus in front."""
    if reihe.rolle is not Rolle.GEBIET:
        return 0 if reihe.rolle is Rolle.STADT else 1
    return 3 if reihe.schluessel == fokus else 2


def _axis(reihen: Sequence[Reihe], indikator: Indikator, fokus: GebietKey | None) -> Wertachse:
    """Room for all values, and for the band of the focus as far as it leaves the lines readable."""
    values = [punkt.wert for reihe in reihen for punkt in reihe.shown if punkt.wert is not None]
    most = 1.6 * max(values, default=0.0)
    band = [min(p.oben, most) for reihe in reihen if _focused(reihe, fokus) for p in reihe.shown if p.oben is not None]
    cap = indikator.faktor if indikator.art is Anteilsart.ANTEIL else float("inf")
    return value_axis([*values, *band], cap=cap)


def _has_states(reihe: Reihe) -> bool:
    """Whether years without a value are marked; those of the rest of the city are those of its area."""
    return reihe.rolle is not Rolle.REST and len(reihe.shown) < len(reihe.punkte)


def _focused(reihe: Reihe, fokus: GebietKey | None) -> bool:
    return reihe.rolle is Rolle.GEBIET and reihe.schluessel == fokus


def _lines(bild: _Bild) -> alt.Chart:
    widths = alt.Scale(domain=bild.names, range=[strich.breite for strich in bild.striche], type="ordinal")
    below = alt.Legend(title=None, orient="bottom", columns=4, symbolType="stroke", symbolStrokeWidth=3)
    rows = [row for reihe in bild.reihen for row in series_records(reihe)]
    return (
        alt.Chart(data(rows))
        .mark_line(strokeCap="butt", strokeJoin="round")
        .encode(
            x=bild.x(),
            y=bild.y(),
            color=bild.colour(None if bild.labelled else below),
            strokeDash=bild.dash(),
            strokeWidth=alt.StrokeWidth("name:O", scale=widths, legend=None),
            detail=alt.Detail("abschnitt:N"),
        )
    )


def _points(bild: _Bild) -> list[alt.Chart]:
    """Every value has a point, so that one between two gaps is seen, and around it a place to ask for its words."""
    rows = [record(reihe, punkt, bild.indikator) for reihe in bild.reihen for punkt in reihe.shown]
    base = alt.Chart(data(rows)).encode(x=bild.x(), y=bild.y(), color=bild.colour())
    seen = base.mark_circle(size=34, opacity=1)
    return [seen, base.mark_circle(size=260, opacity=0).encode(tooltip=tooltip())]


def _band(bild: _Bild) -> list[alt.Chart]:
    rows: list[dict[str, object]] = [
        {"name": reihe.name, "jahr": p.jahr, "unten": p.unten, "oben": p.oben, "abschnitt": p.abschnitt}
        for reihe in bild.reihen
        if _focused(reihe, bild.fokus)
        for p in reihe.shown
        if p.unten is not None
    ]
    if not rows:
        return []
    sections = Counter(row["abschnitt"] for row in rows)
    lone = [row for row in rows if sections[row["abschnitt"]] == 1]  # one year spans no area
    ends = {"x": bild.x(), "y": bild.y("unten:Q"), "y2": alt.Y2("oben:Q"), "color": bild.colour()}
    area = alt.Chart(data(rows)).mark_area(opacity=0.14, clip=True).encode(**ends, detail=alt.Detail("abschnitt:N"))
    rule = alt.Chart(data(lone)).mark_rule(opacity=0.22, strokeWidth=8, clip=True).encode(**ends)
    return [area, rule] if lone else [area]


def _zero_line(bild: _Bild) -> list[alt.Chart]:
    zero = alt.Chart(data([{"wert": 0}])).mark_rule(color=bild.theme.quiet, strokeWidth=1)
    return [zero.encode(y=bild.y())]


def _breaks(bild: _Bild) -> list[alt.Chart]:
    return [layer for bruch in bild.brueche for layer in _break(bruch, bild)]


def _break(bruch: Reihenbruch, bild: _Bild) -> list[alt.Chart]:
    """A thin rule between two years, labelled on the side that has more room and no further than that room."""
    first, last = bild.jahre[0], bild.jahre[-1]
    share = (bruch.jahr - 0.5 - first) / (last - first)
    text = "\n".join(_break_lines(bruch))
    base = alt.Chart(data([{"jahr": bruch.jahr - 0.5, "text": text}])).encode(x=bild.x())
    look: dict[str, Any] = {"baseline": "top", "color": bild.theme.quiet, "fontSize": 11, "lineBreak": "\n"}
    side: dict[str, Any] = {"align": "right", "dx": -6} if share > 0.5 else {"align": "left", "dx": 6}
    limit = alt.ExprRef(f"{max(share, 1 - share):.2f} * width")
    rule = base.mark_rule(color=bild.theme.quiet, strokeDash=[2, 3]).encode(y=alt.YValue(0), y2=alt.Y2Value(bild.unten))
    return [rule, base.mark_text(limit=limit, **look, **side).encode(y=alt.YValue(0), text=alt.Text("text:N"))]


def _states(bild: _Bild) -> list[alt.Chart]:
    """Below the zero line, one row of marks for each series that has years without a value."""
    rows = [
        record(reihe, punkt, bild.indikator) | {"zeile": bild.unten + 10 + SLOT * row}
        for row, reihe in enumerate(bild.hidden)
        for punkt in reihe.punkte
        if punkt.wert is None
    ]
    if not rows:
        return []
    found = [status for status in SYMBOL if words.STATUS_WORD[status] in {row["text"] for row in rows}]
    shapes = alt.Scale(domain=[words.STATUS_WORD[s] for s in found], range=[SYMBOL[s] for s in found])
    key = alt.Legend(
        title=None, orient="bottom", direction="horizontal", symbolStrokeColor=bild.theme.quiet, labelLimit=300
    )
    return [
        alt.Chart(data(rows))
        .mark_point(size=38, strokeWidth=1.5, filled=False, opacity=1)
        .encode(
            x=bild.x(),
            y=alt.Y("zeile:Q", scale=None, axis=None),
            color=bild.colour(),
            shape=alt.Shape("text:N", scale=shapes, legend=key),
            tooltip=tooltip(),
        )
    ]


def _labels(bild: _Bild) -> list[alt.Chart]:
    """Names at the right edge, each behind a piece of its line, as close to its end as the others allow."""
    if not bild.labelled:
        return []
    wanted = [_label_pixel(bild, reihe) for reihe in bild.reihen]
    heights = [LINE * len(_name_lines(reihe)) for reihe in bild.reihen]
    rows: list[dict[str, object]] = [
        {"name": reihe.name, "text": "\n".join(_name_lines(reihe)), "pixel": pixel}
        for reihe, pixel in zip(bild.reihen, spread(wanted, heights, bild.hoehe), strict=True)
    ]
    base = alt.Chart(data(rows)).encode(x=alt.XValue("width"), y=alt.Y("pixel:Q", scale=None, axis=None))
    swatch = base.mark_rule(xOffset=4, x2Offset=22, strokeWidth=3).encode(
        x2=alt.X2Value("width"), color=bild.colour(), strokeDash=bild.dash()
    )
    text = base.mark_text(
        align="left", dx=28, baseline="middle", lineHeight=LINE - 2, lineBreak="\n", color=bild.theme.ink
    )
    return [swatch, text.encode(text=alt.Text("text:N"))]


def _label_pixel(bild: _Bild, reihe: Reihe) -> float:
    if not reihe.shown:
        return bild.unten + 10 + SLOT * bild.hidden.index(reihe)
    return bild.pixel(reihe.shown[-1].wert or 0.0)


def spread(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Centres close to the wanted ones, in the same order, that do not overlap and stay within 0 to `room`."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = list(wanted)
    edge = 0.0
    for i in order:
        placed[i] = max(placed[i], edge + heights[i] / 2)
        edge = placed[i] + heights[i] / 2
    edge = room
    for i in reversed(order):
        placed[i] = min(placed[i], edge - heights[i] / 2)
        edge = placed[i] - heights[i] / 2
    return placed


def _name_lines(reihe: Reihe) -> list[str]:
    """The name in lines; a chain of places is broken behind a slash."""
    lines = textwrap.wrap(reihe.name.replace("/", "/ "), LABEL_CHARS, break_long_words=False)
    return [line.replace("/ ", "/") for line in lines]


def _break_lines(bruch: Reihenbruch) -> list[str]:
    return textwrap.wrap(f"Reihenbruch {bruch.jahr}: {bruch.grund}", BREAK_CHARS)
