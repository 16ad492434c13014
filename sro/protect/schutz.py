"""What disclosure control returns."""

from __future__ import annotations

from dataclasses import dataclass

from sro.model.geheimhaltung import STANDARD, Geheimhaltung
from sro.model.wert import Beobachtung


class SchutzUnmoeglich(ValueError):
    """What was published before, or what never can be hidden, gives away a cell that has to be protected."""


@dataclass(frozen=True, slots=True)
class Schutzbericht:
    """How much was hidden, by which rule, and what an outsider can still narrow down.

    A cell is one count in one area and year; an only child and its parent are one cell. `geheim_regel` and
    `geheim_ergaenzend` are None where only the publication is known: from outside, the two cannot be told apart.
    `kleinste_breite` is a width that every hidden cell's feasible interval has at least (None: nothing is hidden).
    Where counts are rounded none is hidden: `gerundet` of them are, and the interval is that of the small ones.
    """

    zellen: int
    geheim: int
    geheim_regel: int | None  # hidden because too small (or too close to the whole group)
    geheim_ergaenzend: int | None  # hidden so that the others cannot be computed
    aufgedeckt: int  # hidden cells that an attacker recovers or narrows down too far: must be 0
    kleinste_breite: float | None
    gerundet: int = 0


@dataclass(frozen=True, slots=True)
class Schutzergebnis:
    """Protected observations; made by `sro.protect.protect` alone, the only input of the store."""

    beobachtungen: tuple[Beobachtung, ...]
    bericht: Schutzbericht
    geheimhaltung: Geheimhaltung = STANDARD
