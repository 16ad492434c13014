"""One or two guarded German sentences from a figure's numbers: value, how sure, beside the rest of the city, course.

They say nothing where nothing can be said, and never why something is so, who is best, or what people are like.
"""

from __future__ import annotations

from sro.auswertung.kennwert import Kennwert
from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.auffaellig import Regel
from sro.stats.trend import Richtung
from sro.stats.unterschied import Lage
from sro.views import words

NOUN = {
    Anteilsart.ANTEIL: "der Anteil",
    Anteilsart.DICHTE: "die Quote",
    Anteilsart.VERHAELTNIS: "der Wert",
    Anteilsart.SALDO: "der Saldo",
}


def sentences(kennwert: Kennwert) -> list[str]:
    """What can be said about the figure; empty where the value is not shown."""
    b = kennwert.beobachtung
    if b is None or b.wert is None:
        return []
    if b.status is Status.NULL:
        return [f"{when(kennwert.indikator, b)} gab es in {kennwert.gebiet.name} keinen einzigen Fall."]
    course = _course(kennwert) or _together(kennwert)
    return [_value(kennwert, b, b.wert), *([course] if course else [])]


def when(indikator: Indikator, b: Beobachtung) -> str:
    """ "Am 31.12.2024", "Im Dezember 2024", "Im Schuljahr 2024/25", "Im Jahr 2024", "Von 2022 bis 2024"."""
    if b.jahre > 1:
        return f"Von {b.jahr - b.jahre + 1} bis {b.jahr}"
    if indikator.stichtag == "Kalenderjahr":
        return f"Im Jahr {b.jahr}"
    return f"{'Am' if indikator.stichtag.endswith('.') else 'Im'} {indikator.period(b.jahr)}"


def _value(kennwert: Kennwert, b: Beobachtung, wert: float) -> str:
    indikator, digits = kennwert.indikator, kennwert.indikator.nachkommastellen
    sure = f" ({words.interval(kennwert.intervall, digits)})" if kennwert.intervall else ""
    head = f"{when(indikator, b)} lag {NOUN[indikator.art]} in {kennwert.gebiet.name} bei"
    return f"{head} {words.value_with_unit(wert, indikator)}{sure}{_beside(kennwert)}."


def _beside(kennwert: Kennwert) -> str:
    """The rest of the city beside it, as far as chance lets it be said."""
    rest, digits = kennwert.unterschied.rest, kennwert.indikator.nachkommastellen
    if rest is None:
        return ""
    city = words.number(rest.wert, digits)
    match kennwert.unterschied.lage:
        case Lage.UEBER_REST:
            return f" und damit über der übrigen Stadt ({city}); der Unterschied ist {_how_sure(kennwert)}"
        case Lage.UNTER_REST:
            return f" und damit unter der übrigen Stadt ({city}); der Unterschied ist {_how_sure(kennwert)}"
        case Lage.KEIN_BELEGTER_UNTERSCHIED:
            return f"; von der übrigen Stadt ({city}) weicht das nicht mehr ab, als der Zufall erwarten lässt"
        case _:
            return f"; in der übrigen Stadt sind es {city}"


NOTICEABLE = {
    Regel.AUSSEN: "statistisch belastbar und auffällig, auch nach der strengen 99,8-%-Regel",
    Regel.ZWEI_ZEITRAEUME: "statistisch belastbar und auffällig, weil er in zwei getrennten Zeiträumen besteht",
}


def _how_sure(kennwert: Kennwert) -> str:
    """Borne out (5 %), or by the strict rule noticeable as well."""
    regel = kennwert.auffaelligkeit.regel
    return NOTICEABLE[regel] if regel else "statistisch belastbar"


def _course(kennwert: Kennwert) -> str:
    """A trend that is borne out; silence is no proof that there is none."""
    way = {Richtung.STEIGT: "gestiegen", Richtung.FAELLT: "gesunken"}.get(kennwert.trend.richtung)
    if way is None:
        return ""
    noun = NOUN[kennwert.indikator.art]
    return f"Von {kennwert.trend.von} bis {kennwert.trend.bis} ist {noun} {way}, mehr als der Zufall erwarten lässt."


def _together(kennwert: Kennwert) -> str:
    """The newest three years together, where one year has few cases."""
    if not kennwert.buendel.fenster:
        return ""
    window, digits = kennwert.buendel.fenster[-1], kennwert.indikator.nachkommastellen
    sure = words.interval(window.intervall, digits)
    years = f"{window.zeitraum.von} bis {window.zeitraum.bis}"
    return f"Weil es wenige Fälle sind: {years} zusammen {words.number(window.wert, digits)} ({sure})."
