"""One figure among its neighbours: every area of the level as a tick, the city as a line, this area as a dot with its
interval. No names and no order, so it is no ranking.
"""

from __future__ import annotations

from collections.abc import Callable

from sro.auswertung.kennwert import Kennwert
from sro.model.gebiet import GROSS
from sro.views import words
from sro.views.bild import html_picture
from sro.views.theme import Theme

WIDTH, NARROW, HEIGHT, SIDE = 300, 190, 58, 10  # NARROW: on paper, where the writing has to stay legible
AXIS = 24  # height of the values above the picture's top


def html_strip(kennwert: Kennwert, theme: Theme) -> str:
    """The strip as an <img> with its text; nothing where fewer than two values are shown."""
    drawn = svg_strip(kennwert, theme)
    return html_picture(drawn, describe_strip(kennwert), "sro-streifen") if drawn else ""


def svg_strip(kennwert: Kennwert, theme: Theme, breite: int = WIDTH) -> str:
    """The strip as an <svg> element; empty where fewer than two values are shown."""
    values = [*kennwert.alle_werte, *_limits(kennwert), *_city(kennwert)]
    if len(kennwert.alle_werte) < 2:
        return ""
    low, high = min(values), max(values)
    span = (high - low) or 1

    def x(value: float) -> float:
        return SIDE + (value - low) / span * (breite - 2 * SIDE)

    places = [x(v) for v in kennwert.alle_werte]
    if len(places) > GROSS:  # thousands of them are a bar with gaps, which half pixels show as well
        places = [round(place * 2) / 2 for place in places]
    ticks = "".join(f"M{place:.1f} {AXIS - 7}v14" for place in dict.fromkeys(places))
    line = f'<path d="M{SIDE} {AXIS}H{breite - SIDE}" stroke="{theme.line}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{breite}" height="{HEIGHT}" viewBox="0 0 {breite} {HEIGHT}" '
        f'font-size="12" font-family="Source Sans Pro,Segoe UI,Arial,sans-serif">{line}'
        f'<path d="{ticks}" stroke="{theme.hatch}" stroke-width="1.6" opacity="0.75"/>'
        + "".join(_reference(x(v), v, kennwert, theme, breite) for v in _city(kennwert))
        + "".join(_dot(x, v, kennwert, theme) for v in ([kennwert.wert] if kennwert.wert is not None else []))
        + "</svg>"
    )


def describe_strip(kennwert: Kennwert) -> str:
    """ "Alle 10 Stadtteile: 12,4 bis 51,0; 2 ohne Wert. Moisling: 41,2 (95 %: 33,0 bis 50,9). Stadt: 31,8." """
    indikator, digits = kennwert.indikator, kennwert.indikator.nachkommastellen
    low, high = (words.number(f(kennwert.alle_werte), digits) for f in (min, max))
    hidden = f"; {kennwert.ohne_wert} ohne Wert" if kennwert.ohne_wert else ""
    own = f"{kennwert.gebiet.name}: {words.shown(kennwert.beobachtung, indikator)}"
    sure = f" ({words.interval(kennwert.intervall, digits)})" if kennwert.intervall else ""
    city = "".join(f" Stadt: {words.number(v, digits)}." for v in _city(kennwert))
    return f"Alle Gebiete der Ebene: {low} bis {high}{hidden}. {own}{sure}.{city}"


def _limits(kennwert: Kennwert) -> list[float]:
    return [kennwert.intervall.unten, kennwert.intervall.oben] if kennwert.intervall else []


def _city(kennwert: Kennwert) -> list[float]:
    stadt = kennwert.stadt
    return [stadt.wert] if stadt and stadt.wert is not None else []


def _reference(x: float, value: float, kennwert: Kennwert, theme: Theme, breite: int) -> str:
    text = f"Stadt {words.number(value, kennwert.indikator.nachkommastellen)}"
    anchor = "start" if x < 60 else "end" if x > breite - 60 else "middle"
    return (
        f'<path d="M{x:.1f} {AXIS - 14}v28" stroke="{theme.ink}" stroke-width="1.6" stroke-dasharray="3 2"/>'
        f'<text x="{x:.1f}" y="{HEIGHT - 4}" text-anchor="{anchor}" fill="{theme.quiet}">{text}</text>'
    )


def _dot(x: Callable[[float], float], value: float, kennwert: Kennwert, theme: Theme) -> str:
    limits = _limits(kennwert)
    soft = f'stroke="{theme.accent}" stroke-width="5" opacity="0.45"'
    bar = f'<path d="M{x(limits[0]):.1f} {AXIS}H{x(limits[1]):.1f}" {soft}/>' if limits else ""
    edge = f'fill="{theme.accent}" stroke="{theme.paper}" stroke-width="1.5"'
    return f'{bar}<circle cx="{x(value):.1f}" cy="{AXIS}" r="6.5" {edge}/>'
