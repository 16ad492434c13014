"""What the work is for: the guiding question, Leitlinien, Bausteine and projects of „Chance Sozialraum“."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leitlinie:
    """One of the six guidelines; `id` is "L1" to "L6"."""

    id: str
    titel: str
    text: str


@dataclass(frozen=True, slots=True)
class Baustein:
    """One of the five building blocks; `id` is "BS1" to "BS5"."""

    id: str
    titel: str
    text: str


@dataclass(frozen=True, slots=True)
class Teilvorhaben:
    """A part of a project."""

    titel: str
    text: str


@dataclass(frozen=True, slots=True)
class Weg:
    """Where in the app a project goes on: the words of the link and the address relative to the app."""

    text: str
    adresse: str


@dataclass(frozen=True, slots=True)
class Projekt:
    """One of the three projects; `id` is a slug, `weg` None as long as no page serves it.

    `belege` are what it brings forth as a whole: letters of kinds of records, or "indikatoren".
    """

    id: str
    titel: str
    text: str
    teile: tuple[Teilvorhaben, ...]
    weg: Weg | None = None
    belege: tuple[str, ...] = ()


Bezug = Leitlinie | Baustein | Projekt  # what states, milestones and evidence are about


@dataclass(frozen=True, slots=True)
class Leitbild:
    """Everything together, in the order in which it is shown; `quelle` names where it comes from."""

    leitfrage: str
    leitfrage_nach: str
    quelle: str
    leitlinien: tuple[Leitlinie, ...]
    bausteine: tuple[Baustein, ...]
    projekte: tuple[Projekt, ...]

    @property
    def bezuege(self) -> tuple[Bezug, ...]:
        """All of them in one row."""
        return (*self.leitlinien, *self.bausteine, *self.projekte)
