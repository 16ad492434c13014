"""A small trend as an SVG picture in the page: about one kilobyte, where a Vega chart would bring its library along.

The area is a line in the accent colour, the city a thin grey one; gaps and series breaks are not crossed.
"""

from __future__ import annotations

from itertools import groupby, pairwise

from sro.model.buendelung import zeitraum_kurz
from sro.model.indikator import Anteilsart, Indikator
from sro.stats.reihe import Punkt, Reihe
from sro.views import words
from sro.views.bild import html_picture
from sro.views.theme import Theme
from sro.views.zahlen.beschreibung import describe_series

WIDTH, HEIGHT, SIDE, TOP, BOTTOM = 320, 92, 6, 20, 18
NARROW = 180  # in a card
FLAT = 62  # height in a row on paper


def html_trend(
    reihe: Reihe,
    indikator: Indikator,
    theme: Theme,
    stadt: Reihe | None = None,
    jahr: int | None = None,
    breite: int = WIDTH,
) -> str:
    """The trend of one series as an <img> with its text, `jahr` marked; nothing where under two years show a value."""
    drawn = svg_trend(reihe, indikator, theme, stadt, jahr, breite)
    if not drawn:
        return ""
    return html_picture(drawn, describe_series(reihe, indikator), "sro-trend")


def svg_trend(
    reihe: Reihe,
    indikator: Indikator,
    theme: Theme,
    stadt: Reihe | None = None,
    jahr: int | None = None,
    breite: int = WIDTH,
    hoehe: int = HEIGHT,
) -> str:
    """The trend as an <svg> element; empty where under two years show a value."""
    if len(reihe.shown) < 2:
        return ""
    skala = _Skala([reihe, *([stadt] if stadt else [])], indikator, breite, hoehe)
    behind = f'<g stroke="{theme.quiet}" stroke-width="1.2">{_lines(stadt, skala)}</g>' if stadt else ""
    dots = "".join(_dot(punkt, skala, punkt.jahr == jahr) for punkt in reihe.shown if _stands_out(punkt, reihe, jahr))
    texts = "".join(_end(punkt, skala, indikator, theme) for punkt in (reihe.shown[0], reihe.shown[-1]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breite} {hoehe}" fill="none" font-size="13" '
        f'font-family="Source Sans Pro,Segoe UI,Arial,sans-serif">{behind}'
        f'<g stroke="{theme.accent}" stroke-width="2.4">{_lines(reihe, skala)}</g>'
        f'<g fill="{theme.accent}">{dots}</g>{texts}</svg>'
    )


class _Skala:
    """Years and values to pixels; the value axis begins at zero unless values may be negative."""

    def __init__(self, reihen: list[Reihe], indikator: Indikator, breite: int, hoehe: int):
        self.breite, self.hoehe = breite, hoehe
        values = [punkt.wert for reihe in reihen for punkt in reihe.shown if punkt.wert is not None]
        years = [punkt.jahr for reihe in reihen for punkt in reihe.punkte]
        self.low = min(values) if indikator.art is Anteilsart.SALDO else min(0.0, *values)
        self.high = max(values)
        self.first, self.last = min(years), max(years)

    def at(self, punkt: Punkt) -> tuple[float, float]:
        across = (punkt.jahr - self.first) / max(1, self.last - self.first)
        up = ((punkt.wert or 0) - self.low) / ((self.high - self.low) or 1)
        return SIDE + across * (self.breite - 2 * SIDE), self.hoehe - BOTTOM - up * (self.hoehe - TOP - BOTTOM)


def _lines(reihe: Reihe, skala: _Skala) -> str:
    runs = (list(run) for _, run in groupby(reihe.shown, key=lambda punkt: punkt.abschnitt))
    return "".join(f'<path d="{_path(run, skala)}"/>' for run in runs if len(run) > 1)


def _path(run: list[Punkt], skala: _Skala) -> str:
    """Absolute start, then steps: short, because it travels with every rerun."""
    dots = [(round(x), round(y)) for x, y in map(skala.at, run)]
    steps = "".join(f"l{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(dots))
    return f"M{dots[0][0]} {dots[0][1]}{steps}"


def _stands_out(punkt: Punkt, reihe: Reihe, jahr: int | None) -> bool:
    """The chosen year, the ends, and a year alone between gaps, which no line would show."""
    alone = sum(other.abschnitt == punkt.abschnitt for other in reihe.shown) == 1
    return alone or punkt.jahr == jahr or punkt in (reihe.shown[0], reihe.shown[-1])


def _dot(punkt: Punkt, skala: _Skala, chosen: bool) -> str:
    x, y = skala.at(punkt)
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{4.5 if chosen else 2.5}"/>'


def _end(punkt: Punkt, skala: _Skala, indikator: Indikator, theme: Theme) -> str:
    x, _ = skala.at(punkt)
    anchor = "start" if x < skala.breite / 2 else "end"
    value = words.number(punkt.wert or 0, indikator.nachkommastellen)
    place = f'x="{x:.0f}" text-anchor="{anchor}"'
    when = zeitraum_kurz(punkt.jahr, punkt.jahre)
    return (
        f'<text {place} y="12" font-weight="600" fill="{theme.ink}">{value}</text>'
        f'<text {place} y="{skala.hoehe - 3}" font-size="12" fill="{theme.quiet}">{when}</text>'
    )
