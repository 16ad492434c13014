"""A record's versions as a history: who changed what, when, from what to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sro.model.akte import Fassung, Inhalt, Zustand
from sro.model.feld import Feld, felder

AT_ONCE = dt.timedelta(minutes=10)  # between versions of one person that are told as one


@dataclass(frozen=True, slots=True)
class Feldaenderung:
    """A field before and after; None before where the record is new."""

    feld: Feld
    vorher: Any
    nachher: Any


@dataclass(frozen=True, slots=True)
class Schritt:
    """One or more versions of one person. `von` and `bis` are their numbers, `letzte` is the newest of them.

    `erster` is whether the record begins here, `zurueckgeholt` whether it had been removed.
    """

    von: int
    letzte: Fassung
    aenderungen: tuple[Feldaenderung, ...]
    erster: bool = False
    zurueckgeholt: bool = False

    @property
    def bis(self) -> int:
        return self.letzte.nummer


def schritte(verlauf: Sequence[Fassung], gefaltet: bool = True) -> tuple[Schritt, ...]:
    """The history, newest first, of all versions, newest first; `gefaltet` tells quick successions as one."""
    before: Inhalt | None = None
    removed = False
    found: list[Schritt] = []
    for group in _groups(tuple(reversed(verlauf)), gefaltet):
        first, last = group[0].nummer, group[-1]
        found.append(Schritt(first, last, _changes(before, last.inhalt), first == 1, removed))
        before, removed = last.inhalt or before, last.zustand is Zustand.ENTFERNT
    return tuple(reversed(found))


def _groups(verlauf: Sequence[Fassung], gefaltet: bool) -> Iterator[list[Fassung]]:
    """Oldest first; versions that belong together in one list."""
    group: list[Fassung] = []
    for one in verlauf:
        if group and not (gefaltet and _together(group[-1], one)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _together(earlier: Fassung, later: Fassung) -> bool:
    same = earlier.wer == later.wer and earlier.zustand is later.zustand is Zustand.GILT
    return same and abs(later.zeitpunkt - earlier.zeitpunkt) <= AT_ONCE  # a clock may be set back


def _changes(before: Inhalt | None, after: Inhalt | None) -> tuple[Feldaenderung, ...]:
    """Nothing where the content was taken away; every field that is filled where there was none before."""
    if after is None:
        return ()
    found = ((feld, getattr(before, feld.name, None), getattr(after, feld.name)) for feld in felder(type(after)))
    return tuple(Feldaenderung(*one) for one in found if _differs(one[1], one[2], before is None))


def _differs(before: Any, after: Any, new: bool) -> bool:
    return after not in (None, "", (), False) if new else before != after
