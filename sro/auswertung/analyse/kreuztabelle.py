"""The rows of a table laid out crosswise: areas down, indicators or years across. A cell is a row, never a sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.auswertung.analyse.tabelle import Datenzeile
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung


class Quer(StrEnum):
    """What stands across."""

    KEINE = "keine"  # the rows as they are
    INDIKATOREN = "indikatoren"
    JAHRE = "jahre"


class Zellwert(StrEnum):
    """What stands in a cell."""

    WERT = "wert"
    ABSTAND = "abstand"
    ZAEHLER = "zaehler"
    NENNER = "nenner"


@dataclass(frozen=True)
class Querfeld:
    """The place across that a column stands for, with the city's observation over its years."""

    indikator: Indikator
    jahr: int
    stadt: Beobachtung | None


@dataclass(frozen=True)
class Querzeile:
    """An area with a cell for each column; None: the filter has left that row out."""

    gebiet: Gebiet
    zellen: tuple[Datenzeile | None, ...]


@dataclass(frozen=True)
class Kreuztabelle:
    """One year with indicators across, or one indicator with years across."""

    quer: Quer
    felder: tuple[Querfeld, ...]
    zeilen: tuple[Querzeile, ...]


def crossed(zeilen: Sequence[Datenzeile], quer: Quer, rang: Callable[[Indikator], int]) -> tuple[Kreuztabelle, ...]:
    """Every row in one cell of one table; areas in the order of the rows. Nothing for Quer.KEINE.

    Across stand indicators: a table a year. Across stand years: a table an indicator.
    """
    if quer is Quer.KEINE:
        return ()
    ranked = sorted(zeilen, key=lambda z: (rang(z.indikator), z.jahr))
    tables: dict[int, list[Datenzeile]] = {}
    for zeile in ranked:
        tables.setdefault(rang(zeile.indikator) if quer is Quer.JAHRE else zeile.jahr, []).append(zeile)
    order = list(dict.fromkeys(z.gebiet for z in zeilen))
    return tuple(_crossed(tables[key], quer, order) for key in sorted(tables))


def _crossed(zeilen: Sequence[Datenzeile], quer: Quer, order: Sequence[Gebiet]) -> Kreuztabelle:
    places = list(dict.fromkeys((z.indikator.id, z.jahr) for z in zeilen))
    cells = {(z.gebiet.key, z.indikator.id, z.jahr): z for z in zeilen}
    felder = tuple(_field([z for z in zeilen if (z.indikator.id, z.jahr) == place]) for place in places)
    here = {z.gebiet.key for z in zeilen}
    return Kreuztabelle(quer, felder, tuple(_row(g, places, cells) for g in order if g.key in here))


def _field(zeilen: Sequence[Datenzeile]) -> Querfeld:
    return Querfeld(zeilen[0].indikator, zeilen[0].jahr, next((z.stadt for z in zeilen if z.stadt), None))


def _row(
    gebiet: Gebiet, places: Sequence[tuple[str, int]], cells: dict[tuple[GebietKey, str, int], Datenzeile]
) -> Querzeile:
    return Querzeile(gebiet, tuple(cells.get((gebiet.key, *place)) for place in places))
