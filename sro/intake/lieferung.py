"""A delivery: the rows of all its files, each with what could be understood of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import count
from typing import NamedTuple

from sro.intake.tabelle import Rohzeile, Tabelle
from sro.intake.zahl import Zahlfehler, read_number
from sro.intake.zeit import Zeit, read_time
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import Gebiet, GebietKey, Stadt
from sro.model.indikator import Indikator, Katalog, Merkmal

SYNTHETISCH = "synthetisch"


@dataclass(frozen=True, slots=True)
class Anzahl:
    """A cell of numerator or denominator: a number, empty (both None) or not understood (`fehler`)."""

    text: str
    zahl: float | None = None
    fehler: Zahlfehler | None = None


class Zeile(NamedTuple):
    """One row; there are so many that making them has to be cheap. What is None was not understood (or, with
    the numbers, is empty); `roh` has the texts.
    """

    datei: str
    roh: Rohzeile
    indikator: Indikator | None
    gebiet: Gebiet | None
    zeit: Zeit | None
    zaehler: Anzahl
    nenner: Anzahl

    @property
    def nummer(self) -> int:
        return self.roh.nummer

    @property
    def synthetisch(self) -> bool:
        return self.roh.herkunft.casefold() == SYNTHETISCH

    def place(self, datei: str) -> str:
        """Where this row stands, as said in a finding about `datei`: "Zeile 7" or "Zeile 7 von andere.csv"."""
        return f"Zeile {self.nummer}" if datei == self.datei else f"Zeile {self.nummer} von {self.datei}"

    def befund(self, code: str, spalte: str, text: str, schwere: Schwere = Schwere.FEHLER) -> Befund:
        """A finding about one cell of this row."""
        roh = self.roh
        return Befund(
            code, text, schwere, self.datei, roh.nummer, spalte, getattr(roh, spalte), roh.indikator_id, roh.zeit
        )


class Stelle(NamedTuple):
    """A number in the delivery: where it stands and which quantity, area and year it counts."""

    zeile: Zeile
    spalte: str
    merkmal: Merkmal
    gebiet: GebietKey
    jahr: int
    zahl: float

    @property
    def text(self) -> str:
        """The number as it was written."""
        anzahl = self.zeile.zaehler if self.spalte == "zaehler" else self.zeile.nenner
        return anzahl.text


@dataclass(frozen=True)
class Lieferung:
    """All rows of all files, with the catalogue and the city that they are read against; `heute` bounds the years."""

    zeilen: tuple[Zeile, ...]
    katalog: Katalog
    stadt: Stadt
    heute: dt.date

    def stellen(self, wanted: Callable[[float], bool]) -> Iterator[Stelle]:
        """Every such number whose indicator, area and year are understood."""
        for zeile in self.zeilen:
            numbers = (zeile.zaehler.zahl, zeile.nenner.zahl)
            if any(number is not None and wanted(number) for number in numbers):
                yield from (stelle for stelle in self._numbers(zeile) if wanted(stelle.zahl))

    def zahl(self, merkmal: str, gebiet: GebietKey, jahr: int) -> float | None:
        """The number at the first place in the delivery that counts this; None where there is none."""
        platz = self._gezaehlt[0].get((merkmal, jahr), {}).get(gebiet)
        return None if platz is None else self._zahl(platz)

    def summen(self, is_sum: Callable[[Merkmal, GebietKey], bool]) -> Iterator[Stelle]:
        """The first place of every quantity, area and year that is a sum, in order of rows."""
        merkmal = self.katalog.merkmal
        found = (
            platz
            for (name, _), by_area in self._gezaehlt[0].items()
            for gebiet, platz in by_area.items()
            if is_sum(merkmal(name), gebiet)
        )
        return map(self._stelle, sorted(found))

    @property
    def abweichende(self) -> list[tuple[Stelle, Stelle]]:
        """Places with another number than the first place of the same quantity, which comes with each."""
        return [(self._stelle(other), self._stelle(first)) for other, first in self._gezaehlt[1]]

    @cached_property
    def _gezaehlt(self) -> tuple[dict[tuple[str, int], dict[GebietKey, int]], list[tuple[int, int]]]:
        """Quantity and year → area → the first place; and the places with another number, with that first one.

        A place is twice the row's number from 0, and one more for the denominator: nothing smaller tells a million.
        """
        first: dict[tuple[str, int], dict[GebietKey, int]] = {}
        others: list[tuple[int, int]] = []
        for zeile, platz in zip(self.zeilen, count(0, 2), strict=False):
            indikator, gebiet, zeit = zeile.indikator, zeile.gebiet, zeile.zeit
            if not (indikator and gebiet and zeit):
                continue
            key = gebiet.key
            for merkmal, zahl, own in (
                (indikator.zaehler, zeile.zaehler.zahl, platz),
                (indikator.nenner, zeile.nenner.zahl, platz + 1),
            ):
                if zahl is not None:
                    before = first.setdefault((merkmal, zeit.jahr), {}).setdefault(key, own)
                    if before != own and self._zahl(before) != zahl:
                        others.append((own, before))
        return first, others

    def _zahl(self, platz: int) -> float | None:
        zeile = self.zeilen[platz // 2]
        return (zeile.nenner if platz % 2 else zeile.zaehler).zahl

    def _stelle(self, platz: int) -> Stelle:
        zeile = self.zeilen[platz // 2]
        numbers = {one.spalte: one for one in self._numbers(zeile)}
        return numbers["nenner" if platz % 2 else "zaehler"]

    @cached_property
    def ohne_zahl(self) -> tuple[Zeile, ...]:
        """The rows with a cell that should be a number and is none."""
        return tuple(zeile for zeile in self.zeilen if zeile.zaehler.fehler or zeile.nenner.fehler)

    @cached_property
    def indikatoren(self) -> tuple[Indikator, ...]:
        """The indicators that rows were delivered for, in the order of the catalogue."""
        found = {zeile.indikator.id for zeile in self.zeilen if zeile.indikator}
        return tuple(indikator for indikator in self.katalog.indikatoren if indikator.id in found)

    def _numbers(self, zeile: Zeile) -> Iterator[Stelle]:
        if not (zeile.indikator and zeile.gebiet and zeile.zeit):
            return
        merkmal, gebiet, jahr = self.katalog.merkmal, zeile.gebiet.key, zeile.zeit.jahr
        if zeile.zaehler.zahl is not None:
            yield Stelle(zeile, "zaehler", merkmal(zeile.indikator.zaehler), gebiet, jahr, zeile.zaehler.zahl)
        if zeile.nenner.zahl is not None:
            yield Stelle(zeile, "nenner", merkmal(zeile.indikator.nenner), gebiet, jahr, zeile.nenner.zahl)


def understand(tabellen: Sequence[Tabelle], katalog: Katalog, stadt: Stadt, heute: dt.date) -> Lieferung:
    """Reads ids, years and numbers of all rows; what is not understood stays None for the checks to tell."""
    indikatoren = {indikator.id: indikator for indikator in katalog.indikatoren}
    read_area = partial(_area, stadt, {})
    zeilen = (
        Zeile(
            datei=tabelle.name,
            roh=roh,
            indikator=indikatoren.get(roh.indikator_id),
            gebiet=read_area(roh.ebene.casefold(), roh.gebiet_id),
            zeit=read_time(roh.zeit),
            zaehler=_count(roh.zaehler, tabelle.dezimal),
            nenner=_count(roh.nenner, tabelle.dezimal),
        )
        for tabelle in tabellen
        for roh in tabelle.zeilen
    )
    return Lieferung(tuple(zeilen), katalog, stadt, heute)


def _area(stadt: Stadt, known: dict[tuple[str, str], Gebiet | None], ebene: str, text: str) -> Gebiet | None:
    if (ebene, text) not in known:
        known[ebene, text] = (stadt.find(ebene, text) or _without_zeros(stadt, ebene, text)) if text else None
    return known[ebene, text]


def _without_zeros(stadt: Stadt, ebene: str, text: str) -> Gebiet | None:
    """The only area of the level whose id is this number: spreadsheets turn "04" into 4."""
    if not text.isdecimal():
        return None
    same = [area for area in stadt.of_level(ebene) if area.id.isdecimal() and int(area.id) == int(text)]
    return same[0] if len(same) == 1 else None


@lru_cache(maxsize=65_536)
def _count(text: str, decimal: str | None) -> Anzahl:
    if not text:
        return Anzahl(text)
    read = read_number(text, decimal)
    return Anzahl(text, fehler=read) if isinstance(read, Zahlfehler) else Anzahl(text, zahl=read)
