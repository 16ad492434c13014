"""A figure's course on a screen: the area and the city over the years, drawn thick enough for a poor projector.

Gaps stay gaps, lines end at a series break, years without a value have a mark whose words stand below.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby

from sro.auswertung.kennwert import Kennwert
from sro.model.buendelung import zeitraum_kurz
from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Status
from sro.stats.reihe import Punkt, Reihe
from sro.views import words
from sro.views.dialog.bild import TYPE, WIDTH
from sro.views.theme import LIGHT, Theme
from sro.views.zahlen.beschreibung import describe_timeline
from sro.views.zahlen.diagramm import Wertachse, value_axis
from sro.views.zahlen.zeitreihe import spread

HEIGHT, TOP, FOOT, LEFT, RIGHT = 404, 44, 44, 84, 270
LINE, LETTER = 27, 12.5
MARK = {  # around the middle of a mark
    Status.GEHEIM: "M0 -9L9 0L0 9L-9 0Z",
    Status.FEHLT: "M-8 -8L8 8M8 -8L-8 8",
    Status.NICHT_SINNVOLL: "M0 -9L9 8H-9Z",
}


def html_course(kennwert: Kennwert, theme: Theme = LIGHT) -> str:
    """The chart and the words of its marks; a sentence where neither area nor city has two values to draw."""
    if max(len(reihe.shown) for reihe in _series(kennwert)) < 2:
        return f'<p class="satz">{_too_short(kennwert)}</p>'
    return f'<figure class="verlauf">{svg_course(kennwert, theme)}{_key(kennwert, theme)}</figure>'


def svg_course(kennwert: Kennwert, theme: Theme = LIGHT) -> str:
    """The chart as an <svg> element; the city only where it is not the area itself."""
    reihen = _series(kennwert)
    flaeche = _Flaeche(tuple(reihen), kennwert.indikator)
    behind = _line(kennwert.stadtreihe, flaeche, theme.quiet, 5, "16 9") if len(reihen) > 1 else ""
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" font-size="{TYPE}" fill="none" role="img" '
        f'aria-label="{escape(describe_timeline(reihen, kennwert.indikator), quote=True)}">'
        f"{_grid(flaeche, theme)}{_breaks(flaeche, theme)}{_band(kennwert.reihe, flaeche, theme)}{behind}"
        f"{_line(kennwert.reihe, flaeche, theme.accent, 7, '')}{_dots(kennwert, flaeche, theme)}"
        f"{_marks(kennwert.reihe, flaeche, theme)}{_names(kennwert, flaeche, theme)}</svg>"
    )


@dataclass(frozen=True)
class _Flaeche:
    """Years and values to units of the picture."""

    reihen: tuple[Reihe, ...]
    indikator: Indikator

    @cached_property
    def jahre(self) -> tuple[int, ...]:
        return tuple(sorted({punkt.jahr for reihe in self.reihen for punkt in reihe.punkte}))

    @cached_property
    def achse(self) -> Wertachse:
        points = [punkt for reihe in self.reihen for punkt in reihe.shown]
        values = [punkt.wert for punkt in points if punkt.wert is not None]
        most = 1.6 * max(values, default=0.0)
        band = [min(punkt.oben, most) for punkt in self.reihen[0].shown if punkt.oben is not None]
        cap = self.indikator.faktor if self.indikator.art is Anteilsart.ANTEIL else float("inf")
        return value_axis([*values, *band], cap=cap)

    def x(self, jahr: float) -> float:
        first, last = self.jahre[0], self.jahre[-1]
        return LEFT + 24 + (jahr - first) / max(1, last - first) * (WIDTH - RIGHT - LEFT - 48)

    def y(self, wert: float) -> float:
        low, high = self.achse.low, self.achse.high
        share = min(max((wert - low) / (high - low), 0.0), 1.0)
        return HEIGHT - FOOT - share * (HEIGHT - FOOT - TOP)

    def at(self, punkt: Punkt) -> str:
        return f"{self.x(punkt.jahr):.0f} {self.y(punkt.wert or 0):.0f}"


def _series(kennwert: Kennwert) -> list[Reihe]:
    return [kennwert.reihe, kennwert.stadtreihe] if kennwert.gebiet.eltern else [kennwert.reihe]


def _grid(flaeche: _Flaeche, theme: Theme) -> str:
    achse, right = flaeche.achse, WIDTH - RIGHT
    lines = "".join(f"M{LEFT} {flaeche.y(tick):.0f}H{right}" for tick in achse.ticks)
    values = "".join(
        f'<text x="{LEFT - 12}" y="{flaeche.y(tick) + 8:.0f}" text-anchor="end">{words.number(tick, achse.decimals)}'
        "</text>"
        for tick in achse.ticks
    )
    years = "".join(
        f'<text x="{flaeche.x(jahr):.0f}" y="{HEIGHT - 8}" text-anchor="middle">{said}</text>'
        for jahr, said in _years(flaeche)
    )
    unit = f'<text x="0" y="{TYPE - 4}">{escape(flaeche.indikator.einheit)}</text>'
    return (
        f'<path d="{lines}" stroke="{theme.line}" stroke-width="2"/>'
        f'<path d="M{LEFT} {flaeche.y(0):.0f}H{right}" stroke="{theme.quiet}" stroke-width="3"/>'
        f'<g fill="{theme.quiet}">{unit}{values}{years}</g>'
    )


def _years(flaeche: _Flaeche) -> list[tuple[int, str]]:
    """As many years as have room, counted from the newest back."""
    zusammen = max(punkt.jahre for reihe in flaeche.reihen for punkt in reihe.punkte)
    school = flaeche.indikator.stichtag == "Schuljahr"
    said = [(j, f"{j}/{(j + 1) % 100:02d}" if school else zeitraum_kurz(j, zusammen)) for j in flaeche.jahre]
    room = (flaeche.x(said[-1][0]) - flaeche.x(said[0][0])) / max(1, len(said) - 1)
    step = max(1, -int(-(len(said[-1][1]) * LETTER + 18) // max(room, 1)))
    return said[::-1][::step][::-1]


def _breaks(flaeche: _Flaeche, theme: Theme) -> str:
    first, last = flaeche.jahre[0], flaeche.jahre[-1]
    inside = [bruch for bruch in flaeche.indikator.reihenbrueche if first < bruch.jahr <= last]
    return "".join(_break(flaeche.x(bruch.jahr - 0.5), bruch.jahr, theme) for bruch in inside)


def _break(at: float, jahr: int, theme: Theme) -> str:
    """A dashed rule, its words on the side that has more room."""
    said = f"Reihenbruch {jahr}"
    side = 'text-anchor="end" dx="-10"' if at > (LEFT + WIDTH - RIGHT) / 2 else 'dx="10"'
    return (
        f'<path d="M{at:.0f} 8V{HEIGHT - FOOT}" stroke="{theme.ink}" stroke-width="3" stroke-dasharray="3 7"/>'
        f'<text x="{at:.0f}" y="{TYPE}" {side} fill="{theme.ink}">{said}</text>'
    )


def _runs(reihe: Reihe) -> list[list[Punkt]]:
    return [list(run) for _, run in groupby(reihe.shown, key=lambda punkt: punkt.abschnitt)]


def _line(reihe: Reihe, flaeche: _Flaeche, colour: str, width: int, dash: str) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    drawn = "".join(f"M{'L'.join(flaeche.at(punkt) for punkt in run)}" for run in _runs(reihe) if len(run) > 1)
    alone = "".join(f"M{flaeche.at(run[0])}h.1" for run in _runs(reihe) if len(run) == 1)
    points = f'<path d="{alone}" stroke="{colour}" stroke-width="16" stroke-linecap="round"/>' if alone else ""
    return f'<path d="{drawn}" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"{dashes}/>{points}'


def _band(reihe: Reihe, flaeche: _Flaeche, theme: Theme) -> str:
    """The 95 % interval; of a year alone a thick stroke."""
    drawn = ""
    for run in _runs(reihe):
        sure = [(p.jahr, p.unten, p.oben) for p in run if p.unten is not None and p.oben is not None]
        if len(sure) == 1:
            sure = [(sure[0][0] - 0.08, *sure[0][1:]), (sure[0][0] + 0.08, *sure[0][1:])]  # type: ignore[list-item]
        if sure:
            ends = [f"{flaeche.x(jahr):.0f} {flaeche.y(oben):.0f}" for jahr, _, oben in sure]
            ends += [f"{flaeche.x(jahr):.0f} {flaeche.y(unten):.0f}" for jahr, unten, _ in reversed(sure)]
            drawn += f"M{'L'.join(ends)}Z"
    return f'<path d="{drawn}" fill="{theme.accent}" opacity=".2"/>' if drawn else ""


def _dots(kennwert: Kennwert, flaeche: _Flaeche, theme: Theme) -> str:
    def dot(punkt: Punkt) -> str:
        x, y = flaeche.at(punkt).split()
        return f'<circle cx="{x}" cy="{y}" r="{13 if punkt.jahr == kennwert.jahr else 7}"/>'

    drawn = "".join(map(dot, kennwert.reihe.shown))
    return f'<g fill="{theme.accent}" stroke="{theme.paper}" stroke-width="3">{drawn}</g>'


def _marks(reihe: Reihe, flaeche: _Flaeche, theme: Theme) -> str:
    hidden = [punkt for punkt in reihe.punkte if punkt.wert is None]
    drawn = "".join(
        f'<path d="{MARK[p.status]}" transform="translate({flaeche.x(p.jahr):.0f} {HEIGHT - FOOT - 20})"/>'
        for p in hidden
    )
    return f'<g stroke="{theme.ink}" stroke-width="3" fill="{theme.paper}">{drawn}</g>'


def _names(kennwert: Kennwert, flaeche: _Flaeche, theme: Theme) -> str:
    """Name and newest value at the right, as close to the line's end as the other allows."""
    found = [(reihe, _label(reihe, kennwert.indikator)) for reihe in _series(kennwert) if reihe.shown]
    wanted = [flaeche.y(reihe.shown[-1].wert or 0) for reihe, _ in found]
    placed = spread(wanted, [LINE * len(lines) + 10 for _, lines in found], HEIGHT - 10)
    own, city = f'fill="{theme.accent}" font-weight="650"', f'fill="{theme.quiet}" font-weight="500"'
    return "".join(
        _text_lines(lines, middle, own if reihe is kennwert.reihe else city)
        for (reihe, lines), middle in zip(found, placed, strict=True)
    )


def _label(reihe: Reihe, indikator: Indikator) -> list[str]:
    last = reihe.shown[-1]
    value = words.number(last.wert or 0, indikator.nachkommastellen)
    return [*textwrap.wrap(reihe.name, 19)[:2], f"{value} ({zeitraum_kurz(last.jahr, last.jahre)})"]


def _text_lines(lines: Sequence[str], middle: float, look: str) -> str:
    x, top = WIDTH - RIGHT + 20, middle - LINE * len(lines) / 2 + LINE * 0.75
    spans = "".join(
        f'<tspan x="{x}" y="{top + LINE * row:.0f}">{escape(line)}</tspan>' for row, line in enumerate(lines)
    )
    return f"<text {look}>{spans}</text>"


def _key(kennwert: Kennwert, theme: Theme) -> str:
    """What the marks and the band mean, as far as there are such."""
    found = dict.fromkeys(punkt.status for punkt in kennwert.reihe.punkte if punkt.wert is None)
    marks = "".join(
        f"<span>{_sign(status, theme)}{escape(f'{kennwert.gebiet.name}: {words.STATUS_WORD[status]}')}</span>"
        for status in found
    )
    band = (
        f'<span><i class="band" style="background:{theme.accent}"></i>95-%-Intervall</span>'
        if any(punkt.oben is not None for punkt in kennwert.reihe.shown)
        else ""
    )
    return f"<figcaption>{band}{marks}</figcaption>" if band or marks else ""


def _sign(status: Status, theme: Theme) -> str:
    return (
        f'<svg class="zeichen" viewBox="-12 -12 24 24" aria-hidden="true"><path d="{MARK[status]}" fill="none" '
        f'stroke="{theme.ink}" stroke-width="3"/></svg>'
    )


def _too_short(kennwert: Kennwert) -> str:
    shown = kennwert.reihe.shown
    if not shown:
        return "Für kein Jahr wird ein Wert gezeigt; deshalb gibt es keinen Verlauf."
    only = zeitraum_kurz(shown[0].jahr, shown[0].jahre)
    return f"Einen Wert gibt es nur für {only}; ein Verlauf lässt sich daraus nicht zeichnen."
