"""What a browser sends of a note taken in a Werkstatt, made into a statement and judged. Nothing here writes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sro.akten.bestand import Bestand
from sro.akten.maengel import Kennt, maengel
from sro.akten.personenbezug import Hinweis, hinweise
from sro.akten.schutz import needs_protection
from sro.akten.vergroebern import coarse
from sro.model.aussage import Aussage, Valenz
from sro.model.stimme import Altersgruppe, Methode
from sro.model.werkstatt import Phase, Werkstatt

SCHLUESSEL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # a UUID as browsers make it
ROWS = 40  # more than this in one message is no person's work of a moment; the rest is sent again
MOST_CHILDREN, MOST_POINTS = 500, 10_000
W = TypeVar("W", bound=StrEnum)


class Ergebnis(StrEnum):
    """What became of a note that a browser sent; the browser's script knows these words."""

    GESPEICHERT = "gespeichert"
    SCHUTZ = "schutz"  # not kept, because a child may be telling of harm
    MANGEL = "mangel"  # not kept, back to whoever typed
    SPAETER = "spaeter"  # not kept now, stays in the browser


@dataclass(frozen=True, slots=True)
class Quittung:
    """The answer to one note: only what is GESPEICHERT, SCHUTZ or MANGEL may leave the browser's outbox."""

    schluessel: str
    ergebnis: Ergebnis
    akte: str = ""
    saetze: tuple[str, ...] = ()


class Unlesbar(ValueError):
    """A note that no form of ours sends; the message is a German sentence."""


def statement(note: Mapping[str, Any], bestand: Bestand) -> Aussage:
    """The statement that a note stands for; Unlesbar where a value is none of those that the form offers.

    A place has its point from an earlier statement of the same Werkstatt, never from the browser; area and the mark
    "synthetisch" come from the Werkstatt.
    """
    werkstatt = _werkstatt(note, bestand)
    ort = " ".join(_text(note, "ort").split())
    lon, lat = _point(werkstatt, ort, bestand)
    return Aussage(
        werkstatt=werkstatt,
        valenz=_required(Valenz, note, "valenz"),
        wortlaut_intern=_text(note, "text").strip(),
        altersgruppe=_word(Altersgruppe, note, "altersgruppe") or Altersgruppe.GEMISCHT,
        gruppe_n=_number(note, "gruppe_n", MOST_CHILDREN),
        methode=_word(Methode, note, "methode") or Methode.ZUKUNFTSWERKSTATT,
        phase=_word(Phase, note, "phase"),
        datum=_day(note),
        raum=workshop(bestand, werkstatt).raum,
        ort=ort,
        lon=lon,
        lat=lat,
        themen=tuple(dict.fromkeys(_texts(note, "themen"))),
        punkte=_number(note, "punkte", MOST_POINTS),
        synthetisch=workshop(bestand, werkstatt).synthetisch,
    )


def refusal(schluessel: str, aussage: Aussage, bestand: Bestand, kennt: Kennt) -> Quittung | None:
    """Why a statement is not kept, None where it may be."""
    if needs_protection(f"{aussage.wortlaut_intern}\n{aussage.ort}"):
        return Quittung(schluessel, Ergebnis.SCHUTZ)
    wrong = tuple(mangel.satz for mangel in maengel(aussage, bestand, kennt))
    return Quittung(schluessel, Ergebnis.MANGEL, saetze=wrong) if wrong else None


def hints(aussage: Aussage) -> tuple[Hinweis, ...]:
    """All of a statement that could say who a person is, in what was noted, in the public words and in the place."""
    return tuple(one for text in (aussage.wortlaut_intern, aussage.wortlaut, aussage.ort) for one in hinweise(text))


def key_of(note: Any) -> str:
    """A note's key; empty where it has none, and then nobody can be told what became of it."""
    found = note.get("schluessel") if isinstance(note, Mapping) else None
    return found if isinstance(found, str) and SCHLUESSEL.fullmatch(found) else ""


def places(bestand: Bestand, werkstatt: str) -> tuple[str, ...]:
    """Places that statements of a Werkstatt name already, and its own, in alphabetical order."""
    named = [akte.inhalt.ort for akte in bestand.her(werkstatt, Aussage)]
    own = workshop(bestand, werkstatt).ort
    return tuple(sorted({place.strip() for place in (*named, own) if place.strip()}, key=str.casefold))


def workshop(bestand: Bestand, werkstatt: str) -> Werkstatt:
    """KeyError where there is no such Werkstatt to be read."""
    found = bestand.akte(werkstatt).inhalt
    if not isinstance(found, Werkstatt):
        raise KeyError(werkstatt)
    return found


def _werkstatt(note: Mapping[str, Any], bestand: Bestand) -> str:
    name = _text(note, "werkstatt")
    try:
        workshop(bestand, name)
    except KeyError:
        raise Unlesbar("Diese Werkstatt gibt es nicht mehr; bitte eine andere wählen.") from None
    return name


def _point(werkstatt: str, ort: str, bestand: Bestand) -> tuple[float, float] | tuple[None, None]:
    """Where an earlier statement puts the place, coarsened once more: that changes nothing where it was done before."""
    for akte in bestand.her(werkstatt, Aussage):
        found = akte.inhalt
        if ort and found.ort.casefold().strip() == ort.casefold() and found.lon is not None and found.lat is not None:
            return coarse(found.lon, found.lat)
    return None, None


def _text(note: Mapping[str, Any], name: str) -> str:
    value = note.get(name, "")
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unlesbar(f"„{name}“ ist kein Text; bitte noch einmal eingeben.")
    return value


def _texts(note: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = note.get(name) or ()
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise Unlesbar(f"„{name}“ ist keine Liste; bitte noch einmal wählen.")
    return tuple(value)


def _number(note: Mapping[str, Any], name: str, most: int) -> int | None:
    value = note.get(name)
    if value in (None, ""):
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise Unlesbar(f"Bitte eine ganze Zahl von 0 bis {most} eingeben oder das Feld leer lassen.")
    return value


def _word(words: type[W], note: Mapping[str, Any], name: str) -> W | None:
    value = _text(note, name)
    if value and value not in list(words):
        raise Unlesbar(f"„{value}“ gibt es bei „{name}“ nicht; bitte neu wählen.")
    return words(value) if value else None


def _required(words: type[W], note: Mapping[str, Any], name: str) -> W:
    found = _word(words, note, name)
    if found is None:
        raise Unlesbar("Bitte wählen: Stärke, Problem oder Wunsch.")
    return found


def _day(note: Mapping[str, Any]) -> dt.date | None:
    """The day on the device when it was typed, which may be before it was sent."""
    value = _text(note, "datum")
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise Unlesbar("Das Datum ist unlesbar; bitte die Uhr des Geräts prüfen.") from None
