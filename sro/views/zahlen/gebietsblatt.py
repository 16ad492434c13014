"""What the panel beside the map says about one area: its value, how sure it is, and the city and parent beside it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from sro.model.gebiet import Gebiet
from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.geglaettet import Geglaettet
from sro.stats.intervall import interval_of
from sro.stats.reihe import Reihe
from sro.stats.vergleich import counts, rest_of_city
from sro.views import words
from sro.views.theme import Theme
from sro.views.zahlen.trend import html_trend

TOO_SMALL = "Die Zahl ist so klein, dass sie Einzelne erkennbar machen könnte, oder sie würde eine solche verraten."


@dataclass(frozen=True)
class Gebietsblatt:
    """One area in one year. `stadt` is None where the area is the city itself, `eltern` where that is the city.

    `geglaettet` where the map shows smoothed values; the figure itself is always the one that was measured.
    """

    indikator: Indikator
    jahr: int
    gebiet: Gebiet
    beobachtung: Beobachtung | None
    stadt: Beobachtung | None = None
    eltern: tuple[Gebiet, Beobachtung | None] | None = None
    reihe: Reihe | None = None
    stadtreihe: Reihe | None = None
    geglaettet: Geglaettet | None = None
    saetze: tuple[str, ...] = ()


def html_sheet(blatt: Gebietsblatt, theme: Theme) -> str:
    """The panel as HTML; without any rank."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in _comparisons(blatt))
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in blatt.saetze)
    return (
        f'<div class="sro-panel"><p class="sro-ort">{escape(blatt.gebiet.name)}</p>{_figure(blatt)}'
        f"{_basis(blatt)}{_trend(blatt, theme)}<dl>{rows}</dl>{said}</div>"
    )


def _trend(blatt: Gebietsblatt, theme: Theme) -> str:
    return html_trend(blatt.reihe, blatt.indikator, theme, blatt.stadtreihe, blatt.jahr) if blatt.reihe else ""


def _figure(blatt: Gebietsblatt) -> str:
    b = blatt.beobachtung
    if b is None or b.wert is None:
        return f'<div class="sro-zahl sro-ohne">{escape(words.shown(b, blatt.indikator))}</div>'
    value = words.number(b.wert, blatt.indikator.nachkommastellen)
    zero = " · genau null" if b.status is Status.NULL else ""
    unit = escape(blatt.indikator.einheit) + zero + (" · gemessen" if blatt.geglaettet else "")
    return f'<div class="sro-zahl">{value}<span class="sro-einheit">{unit}</span></div>'


def _basis(blatt: Gebietsblatt) -> str:
    """Counts and interval, or why there is no value."""
    b = blatt.beobachtung
    if b is None or b.status is Status.FEHLT:
        jahre = blatt.indikator.jahre_zusammen(blatt.gebiet.ebene)
        return f"<p>Für {escape(blatt.indikator.period(blatt.jahr, jahre))} wurde nichts geliefert.</p>"
    if b.status is Status.GEHEIM:
        return f"<p>{TOO_SMALL}</p>"
    if b.status is Status.NICHT_SINNVOLL:
        return f"<p>Unter {blatt.indikator.mindestnenner} im Nenner wird kein Wert gebildet.</p>"
    zaehler, nenner = counts(b) or (0, 0)
    digits, limits = blatt.indikator.nachkommastellen, interval_of(blatt.indikator, b)
    sure = ""
    if limits:
        low, high = words.number(limits.unten, digits), words.number(limits.oben, digits)
        sure = f" · 95{words.NBSP}%-Intervall {low} bis {high}"
    pooled = f", gezählt über {b.jahre} Jahre; der Wert ist das Mittel eines Jahres" if b.jahre > 1 else ""
    return f"<p>{words.count(zaehler)} von {words.count(nenner)}{words.rounding(b)}{pooled}{sure}</p>"


def _comparisons(blatt: Gebietsblatt) -> list[tuple[str, str]]:
    if blatt.stadt is None:
        return []
    indikator = blatt.indikator
    rows = [*_smoothed(blatt), ("Ganze Stadt", words.shown(blatt.stadt, indikator))]
    rest = rest_of_city(blatt.stadt, blatt.beobachtung, indikator)
    if rest:
        rows.append(("Übrige Stadt", words.value_with_unit(rest.wert, indikator)))
    if blatt.eltern:
        eltern, observed = blatt.eltern
        rows.append((eltern.name, words.shown(observed, indikator)))
    difference = _difference(blatt)
    return [*rows, ("Abstand zur Stadt", difference)] if difference else rows


def _smoothed(blatt: Gebietsblatt) -> list[tuple[str, str]]:
    if blatt.geglaettet is None:
        return []
    value = words.value_with_unit(blatt.geglaettet.geglaettet, blatt.indikator)
    return [("Geglättet", value), ("Gewicht des Werts", words.weight(blatt.geglaettet.gewicht))]


def _difference(blatt: Gebietsblatt) -> str:
    b, stadt = blatt.beobachtung, blatt.stadt
    if b is None or stadt is None or b.wert is None or stadt.wert is None:
        return ""
    unit = {"%": f"{words.NBSP}Prozentpunkte"}.get(blatt.indikator.einheit, "")
    if blatt.indikator.art is Anteilsart.SALDO:
        unit = ""
    return words.signed(b.wert - stadt.wert, blatt.indikator.nachkommastellen) + unit
