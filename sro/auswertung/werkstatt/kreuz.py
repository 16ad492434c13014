"""Statements laid out crosswise: themes by Werkstatt, Schnittstellen by district."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.blatt import newest_first
from sro.auswertung.werkstatt.filter import districts, districts_of
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.model.gebiet import GebietKey, Stadt
from sro.model.werkstatt import Werkstatt

Lage = Callable[[Aussage], Iterable[str]]  # the ids of rows or columns that a statement stands in: none, one, several


@dataclass(frozen=True)
class Kreuz:
    """Counts of statements by row and column. A statement in several rows counts in each, but once in every total.

    `ohne` are the statements that stand in no row or in no column.
    """

    zeilen: tuple[str, ...]
    spalten: tuple[str, ...]
    zahlen: dict[tuple[str, str], int]
    je_zeile: dict[str, int]
    je_spalte: dict[str, int]
    gesamt: int
    ohne: int

    def zahl(self, zeile: str, spalte: str) -> int:
        return self.zahlen.get((zeile, spalte), 0)

    @property
    def groesste(self) -> int:
        """The largest count of a cell; 0 where there is none."""
        return max(self.zahlen.values(), default=0)


def kreuz(
    akten: Iterable[Akte[Aussage]], zeilen: Sequence[str], spalten: Sequence[str], in_zeile: Lage, in_spalte: Lage
) -> Kreuz:
    """Counts the statements; rows and columns that are not asked for are left out."""
    cells: Counter[tuple[str, str]] = Counter()
    rows: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    whole = without = 0
    for akte in akten:
        own_rows = set(in_zeile(akte.inhalt)) & set(zeilen)
        own_columns = set(in_spalte(akte.inhalt)) & set(spalten)
        if own_rows and own_columns:
            whole += 1
            cells.update((row, column) for row in own_rows for column in own_columns)
            rows.update(own_rows)
            columns.update(own_columns)
        else:
            without += 1
    return Kreuz(tuple(zeilen), tuple(spalten), dict(cells), dict(rows), dict(columns), whole, without)


def themes_by_workshop(akten: Iterable[Akte[Aussage]], bestand: Bestand, themen: Sequence[str]) -> Kreuz:
    """Themes × Werkstätten, the newest Werkstatt first; themes that nobody spoke of are left out."""
    kept = tuple(akten)
    heard = {thema for akte in kept for thema in akte.inhalt.themen}
    werkstaetten = [akte.id for akte in newest_first(bestand.von(Werkstatt))]
    rows = [thema for thema in themen if thema in heard]
    return kreuz(kept, rows, werkstaetten, lambda one: one.themen, lambda one: (one.werkstatt,))


def interfaces_by_district(
    akten: Iterable[Akte[Aussage]], bestand: Bestand, stadt: Stadt, schnittstellen: Sequence[str]
) -> Kreuz:
    """Schnittstellen × districts that had a Werkstatt or were spoken of. All other districts were not asked:

    a zero there would say something that nobody knows.
    """
    kept = tuple(akten)
    columns = [gebiet.id for gebiet in districts(stadt) if gebiet.key in asked_districts(bestand, stadt)]
    return kreuz(
        kept,
        schnittstellen,
        columns,
        lambda one: one.schnittstellen,
        lambda one: (gebiet.id for gebiet in districts_of(one, bestand, stadt)),
    )


def asked_districts(bestand: Bestand, stadt: Stadt) -> set[GebietKey]:
    """The districts that had a Werkstatt, or that a statement is about."""
    raeume = [akte.inhalt.raum for akte in bestand.von(Werkstatt) if akte.inhalt.raum]
    held = {g.key for g in districts(stadt) for raum in raeume if stadt.touches(raum, g.key)}
    said = {g.key for akte in bestand.von(Aussage) for g in districts_of(akte.inhalt, bestand, stadt)}
    return held | said
