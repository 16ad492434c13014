"""Records that people keep: each has versions, none of which is ever changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from sro.model.feld import feld


class Freigabe(StrEnum):
    """Who may read a record; each also for those before it. Everything begins as INTERN."""

    INTERN = "intern"
    FACHKREIS = "fachkreis"  # AG 78, Stadtteilgremien, whoever is logged in
    OEFFENTLICH = "öffentlich"


class Zustand(StrEnum):
    """What a version does to its record."""

    GILT = "gilt"
    ENTFERNT = "entfernt"  # no longer shown; its content stays in the history
    GETILGT = "getilgt"  # the content of all versions is gone for good


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhalt:
    """What every record has beside its own fields."""

    freigabe: Freigabe = feld(
        "Freigabe",
        Freigabe.INTERN,
        hilfe="intern: nur Planung. fachkreis: auch angemeldete Fachkräfte. öffentlich: alle.",
    )
    synthetisch: bool = False


I = TypeVar("I", bound=Inhalt, covariant=True)  # noqa: E741


@dataclass(frozen=True, slots=True)
class Akte(Generic[I]):
    """A record as it stands. `id` is its kind's letters and a number, `fassung` counts its versions from 1.

    `zeitpunkt` is in UTC and `wer` the name of an Akteur, both of the newest version; `erfasst_von` of the first.
    `lfd` is that version's place among all versions of all records: what was written later has a larger one, whatever
    the clock of the machine said.
    """

    id: str
    fassung: int
    inhalt: I
    zeitpunkt: dt.datetime
    wer: str
    erfasst_von: str = ""
    lfd: int = 0


@dataclass(frozen=True, slots=True)
class Fassung:
    """One version in a record's history; `inhalt` is None where it was removed or its content is gone.

    `lfd` is its place among all versions of all records, see `Akte`.
    """

    akte: str
    nummer: int
    zeitpunkt: dt.datetime
    wer: str
    zustand: Zustand
    inhalt: Inhalt | None
    grund: str = ""
    lfd: int = 0


class Konflikt(ValueError):
    """Somebody else changed the record since it was read; `aktuell` is what it is now, None where it is gone.

    Nothing was written, and what was to be written is still with whoever asked.
    """

    def __init__(self, aktuell: Akte[Inhalt] | None) -> None:
        self.aktuell = aktuell
        sentence = (
            f"{aktuell.wer} hat diesen Eintrag inzwischen geändert (Fassung {aktuell.fassung})."
            if aktuell
            else "Dieser Eintrag ist inzwischen entfernt worden."
        )
        super().__init__(f"{sentence} Ihre Eingabe ist noch da: Bitte vergleichen und dann noch einmal speichern.")
