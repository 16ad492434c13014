"""One figure on a screen: value, interval, city, trend, cases, and where it lies among its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from sro.auswertung.kennwert import Kennwert
from sro.model.wert import Status, status_of
from sro.views import words
from sro.views.dialog.bild import TYPE, WIDTH, html_rows
from sro.views.theme import LIGHT, Theme
from sro.views.zahlen.kopfzahl import TREND_WORD, cases, period, unit
from sro.views.zahlen.streifen import describe_strip

HEIGHT, AXIS, SIDE = 132, 62, 24
SHORT_UNIT = 8  # letters that stand beside a value; a longer unit stands below it
LETTER = 12.5  # how wide a letter of TYPE is, about
STATE = {
    Status.NULL: "Es gab keinen einzigen Fall.",
    Status.GEHEIM: "Zum Schutz kleiner Gruppen wird der Wert nicht gezeigt. Das heißt nicht, dass er null ist.",
    Status.FEHLT: "Für dieses Gebiet wurde kein Wert geliefert. Das heißt nicht, dass er null ist.",
    Status.NICHT_SINNVOLL: "Die Gruppe, auf die sich der Wert bezieht, ist zu klein für eine sinnvolle Angabe.",
}


def html_figure(kennwert: Kennwert, plural: str, theme: Theme = LIGHT) -> str:
    """The figure with its neighbours below it; `plural` names these ("Stadtteile")."""
    return (
        f'<div class="wert"><div>{_value(kennwert)}<p class="zeit">{escape(period(kennwert))}</p></div>'
        f"{html_rows(rows(kennwert))}</div>{_strip(kennwert, plural, theme)}"
    )


def rows(kennwert: Kennwert) -> list[tuple[str, str]]:
    """What stands beside the value. A level without cases or intervals leaves them out."""
    digits, sure = kennwert.indikator.nachkommastellen, kennwert.intervall
    limits = f"{words.number(sure.unten, digits)} bis {words.number(sure.oben, digits)}" if sure else ""
    level = f"{words.number(sure.niveau * 100)}-%-Intervall" if sure else ""
    return [
        (level, limits),
        ("Stadt", city_words(kennwert)),
        ("Trend", TREND_WORD[kennwert.trend.richtung].removeprefix("Trend: ")),
        ("Fälle", " ".join(cases(kennwert))),
    ]


def city_words(kennwert: Kennwert) -> str:
    """The city's value; a long unit stands beside the area's own value already."""
    stadt = kennwert.stadt
    if not kennwert.gebiet.eltern:
        return ""
    if stadt is None or stadt.wert is None or kennwert.indikator.einheit == "%":
        return words.shown(stadt, kennwert.indikator)
    return words.number(stadt.wert, kennwert.indikator.nachkommastellen)


def _value(kennwert: Kennwert) -> str:
    b, indikator = kennwert.beobachtung, kennwert.indikator
    status = status_of(b)
    sentence = f'<p class="warum">{STATE[status]}</p>' if status in STATE else ""
    if b is None or b.wert is None:
        return f'<p class="zahl ohne">{escape(words.shown(b, indikator))}</p>{sentence}'
    value = words.number(b.wert, indikator.nachkommastellen)
    long = ' class="lang"' if len(unit(kennwert)) > SHORT_UNIT else ""
    return f'<p class="zahl">{value} <small{long}>{escape(unit(kennwert))}</small></p>{sentence}'


def _strip(kennwert: Kennwert, plural: str, theme: Theme) -> str:
    drawn = svg_neighbours(kennwert, theme)
    if not drawn:
        return ""
    without = f" ({words.number(kennwert.ohne_wert)} ohne Wert)" if kennwert.ohne_wert else ""
    point = f"; der Punkt ist {kennwert.gebiet.name}" if kennwert.wert is not None else ""
    said = f"{words.number(len(kennwert.alle_werte))} {plural}{without}, für jeden ein Strich{point}"
    return f'<figure class="streifen">{drawn}<figcaption>{escape(said)}</figcaption></figure>'


def svg_neighbours(kennwert: Kennwert, theme: Theme = LIGHT) -> str:
    """Every area of the level as a stroke, the city dashed, this area as a dot; empty for fewer than two values."""
    if len(kennwert.alle_werte) < 2:
        return ""
    x = _scale(kennwert)
    strokes = "".join(f"M{x(v):.0f} {AXIS - 18}v36" for v in kennwert.alle_werte)
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" font-size="{TYPE}" role="img" '
        f'aria-label="{escape(describe_strip(kennwert), quote=True)}">'
        f'<path d="M{SIDE} {AXIS}H{WIDTH - SIDE}" stroke="{theme.hatch}" stroke-width="3"/>'
        f'<path d="{strokes}" stroke="{theme.quiet}" stroke-width="4"/>{_ends(kennwert, x, theme)}'
        f"{_city(kennwert, x, theme)}{_own(kennwert, x, theme)}</svg>"
    )


def _scale(kennwert: Kennwert) -> Callable[[float], float]:
    sure, city = kennwert.intervall, _city_value(kennwert)
    ends = [*kennwert.alle_werte, *([sure.unten, sure.oben] if sure else []), *([city] if city is not None else [])]
    low, high = min(ends), max(ends)
    return lambda value: SIDE + (value - low) / ((high - low) or 1) * (WIDTH - 2 * SIDE)


def _ends(kennwert: Kennwert, x: Callable[[float], float], theme: Theme) -> str:
    """The smallest and the largest value, as far as the city's does not stand there."""
    digits, city = kennwert.indikator.nachkommastellen, _city_value(kennwert)
    taken = (x(city) - 120, x(city) + 120) if city is not None else (WIDTH, WIDTH)
    drawn = ""
    for value, side in ((kennwert.alle_werte[0], "start"), (kennwert.alle_werte[-1], "end")):
        if value == kennwert.wert:
            continue
        said = words.number(value, digits)
        place = x(value) - (10 if side == "start" else -10)
        reach = (place, place + len(said) * LETTER) if side == "start" else (place - len(said) * LETTER, place)
        if reach[1] < taken[0] or reach[0] > taken[1]:
            drawn += f'<text x="{place:.0f}" y="{AXIS + 54}" text-anchor="{side}" fill="{theme.quiet}">{said}</text>'
    return drawn


def _city(kennwert: Kennwert, x: Callable[[float], float], theme: Theme) -> str:
    value = _city_value(kennwert)
    if value is None or not kennwert.gebiet.eltern:
        return ""
    said = f"Stadt {words.number(value, kennwert.indikator.nachkommastellen)}"
    return (
        f'<path d="M{x(value):.0f} {AXIS - 26}v52" stroke="{theme.ink}" stroke-width="4" stroke-dasharray="9 5"/>'
        f'<text {_inside(x(value), said)} y="{AXIS + 54}" fill="{theme.ink}">{said}</text>'
    )


def _own(kennwert: Kennwert, x: Callable[[float], float], theme: Theme) -> str:
    value, sure = kennwert.wert, kennwert.intervall
    if value is None:
        return ""
    said = f"{kennwert.gebiet.name} {words.number(value, kennwert.indikator.nachkommastellen)}"
    bar = (
        f'<path d="M{x(sure.unten):.0f} {AXIS}H{x(sure.oben):.0f}" stroke="{theme.accent}" stroke-width="14" '
        'opacity=".45"/>'
        if sure
        else ""
    )
    return (
        f'{bar}<circle cx="{x(value):.0f}" cy="{AXIS}" r="15" fill="{theme.accent}" stroke="{theme.paper}" '
        f'stroke-width="4"/><text {_inside(x(value), said)} y="{TYPE}" fill="{theme.accent}" font-weight="650">'
        f"{escape(said)}</text>"
    )


def _inside(at: float, said: str) -> str:
    """Where a word stands: above its place, but never over the edge."""
    half = len(said) * LETTER / 2
    return f'x="{min(max(at, half), WIDTH - half):.0f}" text-anchor="middle"'


def _city_value(kennwert: Kennwert) -> float | None:
    return kennwert.stadt.wert if kennwert.stadt and kennwert.gebiet.eltern else None
