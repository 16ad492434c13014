"""A headline figure of an area: value, interval, city, course and the number of cases, in one card of a strip."""

from __future__ import annotations

from html import escape

from sro.auswertung.kennwert import Kennwert
from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.trend import Richtung
from sro.stats.vergleich import counts
from sro.views import words
from sro.views.theme import Theme
from sro.views.zahlen.trend import NARROW, html_trend


def html_headline(kennwert: Kennwert, theme: Theme) -> str:
    """The card as an <article>."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in headline_lines(kennwert))
    return (
        f'<article class="sro-karte sro-kennzahl"><h3>{escape(kennwert.indikator.kurzname)}</h3>'
        f"{html_figure(kennwert)}"
        f"{html_trend(kennwert.reihe, kennwert.indikator, theme, kennwert.stadtreihe, kennwert.jahr, NARROW)}"
        f'<div class="sro-neben">{lines}</div></article>'
    )


def html_figure(kennwert: Kennwert) -> str:
    """The value with its unit, or its state in words."""
    b, indikator = kennwert.beobachtung, kennwert.indikator
    if b is None or b.wert is None:
        return f'<div class="sro-zahl sro-ohne">{escape(words.shown(b, indikator))}</div>'
    value = words.number(b.wert, indikator.nachkommastellen)
    return f'<div class="sro-zahl">{value}<span class="sro-einheit">{escape(unit(kennwert))}</span></div>'


def unit(kennwert: Kennwert) -> str:
    """The unit of a value that is shown, and that a zero is a true one; empty where no value is shown."""
    b, einheit = kennwert.beobachtung, kennwert.indikator.einheit
    if b is None or b.wert is None:
        return ""
    return f"{einheit} · {words.STATUS_WORD[b.status]}" if b.status is Status.NULL else einheit


def headline_lines(kennwert: Kennwert) -> list[str]:
    """Interval, city, cases and period, as far as there are such."""
    indikator, digits = kennwert.indikator, kennwert.indikator.nachkommastellen
    lines = [words.interval(kennwert.intervall, digits)] if kennwert.intervall else []
    if kennwert.stadt is not None:
        lines.append(f"Stadt: {_bare(kennwert.stadt.wert, digits, words.shown(kennwert.stadt, indikator))}")
    return [*lines, course(kennwert), " · ".join([*cases(kennwert), period(kennwert)])]


TREND_WORD = {
    Richtung.STEIGT: "Trend: steigt",
    Richtung.FAELLT: "Trend: sinkt",
    Richtung.KEIN_BELEGTER_TREND: "Trend: keiner belegt",
    Richtung.NICHT_BERECHENBAR: "Trend: nicht berechenbar",
}


def course(kennwert: Kennwert) -> str:
    """The tested trend in two or three words."""
    return TREND_WORD[kennwert.trend.richtung]


def period(kennwert: Kennwert) -> str:
    """The day or period of the figure; of a pooled value its years."""
    b = kennwert.beobachtung
    jahre = b.jahre if b else kennwert.indikator.jahre_zusammen(kennwert.gebiet.ebene)
    return kennwert.indikator.period(kennwert.jahr, jahre)


def cases(kennwert: Kennwert) -> list[str]:
    """ "45 von 1.200" (of unlike things "44 auf 17.585"), where a value is shown."""
    return counted(kennwert.indikator, kennwert.beobachtung)


def counted(indikator: Indikator, b: Beobachtung | None) -> list[str]:
    """The same of an observation."""
    found = counts(b) if b else None
    link = "von" if indikator.art is Anteilsart.ANTEIL else "auf"
    return [f"{words.count(found[0])} {link} {words.count(found[1])}{words.rounding(b)}"] if b and found else []


def _bare(value: float | None, digits: int, otherwise: str) -> str:
    return otherwise if value is None else words.number(value, digits)
