"""Brings numerators and denominators together that lie in two files of one delivery."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sro.intake.assistent.gebietsspalte import find_area
from sro.intake.rohzeile import Rohzeile, Tabelle
from sro.intake.zeit import read_time
from sro.model.gebiet import GebietKey, Stadt

Key = tuple[str, GebietKey, int]
Place = tuple[int, int]  # of the table in the delivery, of the row in it


def join_denominators(tabellen: Sequence[Tabelle], stadt: Stadt) -> tuple[Tabelle, ...]:
    """The tables with each denominator moved beside its numerator, by indicator, area and year.

    Only rows without a denominator take one, be their numerator known or not, and only from a row without a numerator
    of another table in which the number means the same; that row then is gone. Where two rows could give or take,
    nothing is moved and the checks tell it.
    """
    givers = _by_key(tabellen, stadt, lambda row: bool(row.nenner) and not row.zaehler)
    takers = _by_key(tabellen, stadt, lambda row: not row.nenner)
    taken: dict[Place, str] = {}
    given: set[Place] = set()
    for key, places in takers.items():
        sources = givers.get(key, [])
        if len(places) == len(sources) == 1 and _fit(tabellen, places[0], sources[0]):
            taken[places[0]] = tabellen[sources[0][0]].zeilen[sources[0][1]].nenner
            given.add(sources[0])
    if not given:
        return tuple(tabellen)
    return tuple(
        replace(
            tabelle,
            zeilen=tuple(
                row._replace(nenner=taken.get((t, n), row.nenner))
                for n, row in enumerate(tabelle.zeilen)
                if (t, n) not in given
            ),
        )
        for t, tabelle in enumerate(tabellen)
    )


def _by_key(tabellen: Sequence[Tabelle], stadt: Stadt, wanted: Callable[[Rohzeile], bool]) -> dict[Key, list[Place]]:
    found: dict[Key, list[Place]] = {}
    for t, tabelle in enumerate(tabellen):
        for n, row in enumerate(tabelle.zeilen):
            key = _key(row, stadt) if wanted(row) else None
            if key:
                found.setdefault(key, []).append((t, n))
    return found


def _key(row: Rohzeile, stadt: Stadt) -> Key | None:
    area, time = find_area(stadt, row.ebene.casefold(), row.gebiet_id), read_time(row.zeit)
    return (row.indikator_id, area.key, time.jahr) if area and time else None


def _fit(tabellen: Sequence[Tabelle], taker: Place, giver: Place) -> bool:
    """Whether a number means the same in both tables; one of digits alone does, whatever the decimal mark."""
    there = tabellen[giver[0]]
    plain = there.zeilen[giver[1]].nenner.isdecimal()
    return taker[0] != giver[0] and (plain or tabellen[taker[0]].dezimal == there.dezimal)
