"""What disclosure control returns."""

from __future__ import annotations

from collections.abc import Mapping
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
    `frueher_gezeigt` are as narrow, but told no closer than an earlier publication did under lower thresholds.
    `schwellen` are those of the time of release, by Merkmal; None: not noted down.
    """

    zellen: int
    geheim: int
    geheim_regel: int | None  # hidden because too small (or too close to the whole group)
    geheim_ergaenzend: int | None  # hidden so that the others cannot be computed
    aufgedeckt: int  # hidden cells that an attacker recovers or narrows down too far: must be 0
    kleinste_breite: float | None
    gerundet: int = 0
    frueher_gezeigt: int = 0
    schwellen: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Schutzergebnis:
    """Protected observations; made by `sro.protect.protect` alone, the only input of the store.

    `geduldet` names the cells that are only as safe as lower thresholds once left them, for whoever delivers.
    """

    beobachtungen: tuple[Beobachtung, ...]
    bericht: Schutzbericht
    geheimhaltung: Geheimhaltung = STANDARD
    geduldet: tuple[str, ...] = ()
