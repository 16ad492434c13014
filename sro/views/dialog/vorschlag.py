"""Why an indicator is proposed for a dialogue, as a sentence, and the value that it is about."""

from __future__ import annotations

from html import escape

from sro.auswertung.dialog.vorschlag import HOECHSTENS, WENIGSTENS, Anlass, Seite, Vorschlag, stable_years
from sro.auswertung.kennwert import Kennwert
from sro.views import words
from sro.views.zahlen import saetze

SEITE = {Seite.BELASTUNG: "Belastung", Seite.UNBESTIMMT: "mehrdeutig", Seite.STAERKE: "Stärke"}
GRUPPE = {
    Seite.BELASTUNG: "Belastungen",
    Seite.UNBESTIMMT: "Auffällig oder verändert, aber mehrdeutig",
    Seite.STAERKE: "Stärken",
}


def reason(vorschlag: Vorschlag) -> str:
    """What stands out, then what changes, then what is stable; each as a sentence about the frozen figures."""
    spoken = [_SENTENCE[anlass](vorschlag) for anlass in vorschlag.anlaesse]
    return " ".join(spoken[:2])


def html_reason(vorschlag: Vorschlag) -> str:
    """The sentence below an indicator's name."""
    return f'<p class="sro-anlass {vorschlag.seite}">{escape(reason(vorschlag))}</p>'


def how_many(chosen: int) -> str:
    """What is said about the number of chosen indicators; empty where it is right."""
    if chosen < WENIGSTENS:
        missing = WENIGSTENS - chosen
        more = "einen weiteren" if missing == 1 else f"{missing} weitere"
        return f"{_count(chosen)}; bitte noch {more} wählen, damit ein Bild entsteht ({WENIGSTENS} bis {HOECHSTENS})."
    if chosen > HOECHSTENS:
        return (
            f"{_count(chosen)} sind zu viele für einen Termin; bitte {chosen - HOECHSTENS} abwählen "
            f"({WENIGSTENS} bis {HOECHSTENS})."
        )
    return ""


def _count(chosen: int) -> str:
    return {0: "Noch kein Indikator", 1: "1 Indikator"}.get(chosen, f"{chosen} Indikatoren")


def _stands_out(vorschlag: Vorschlag) -> str:
    return saetze.sentences(vorschlag.kennwert)[0]


def _changes(vorschlag: Vorschlag) -> str:
    """The course; the value goes before it where nothing else has named it."""
    said = saetze.sentences(vorschlag.kennwert)[-1]
    return said if vorschlag.anlaesse[0] is not Anlass.TREND else f"{_value(vorschlag.kennwert)}. {said}"


def _differs(vorschlag: Vorschlag) -> str:
    return f"{vorschlag.auffaellige} Gebiete weichen auffällig von der übrigen Stadt ab."


def _is_stable(vorschlag: Vorschlag) -> str:
    digits = vorschlag.kennwert.indikator.nachkommastellen
    last = stable_years(vorschlag.kennwert)
    years, (_, own, city) = f"{last[0][0]} bis {last[-1][0]}", last[-1]
    own_words = words.value_with_unit(own, vorschlag.indikator)
    return f"Von {years} nie unter dem Wert der Stadt, zuletzt {own_words} gegenüber {words.number(city, digits)}."


def _value(kennwert: Kennwert) -> str:
    return f"Zuletzt {words.shown(kennwert.beobachtung, kennwert.indikator)}"


_SENTENCE = {
    Anlass.AUFFAELLIG: _stands_out,
    Anlass.UNTERSCHIEDE: _differs,
    Anlass.TREND: _changes,
    Anlass.STABIL: _is_stable,
}
