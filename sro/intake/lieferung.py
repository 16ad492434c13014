"""A delivery: the rows of all its files, each with what could be understood of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from sro.intake.tabelle import Rohzeile, Tabelle
from sro.intake.zahl import Zahlfehler, read_number
from sro.intake.zeit import Zeit, read_time
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import Gebiet, GebietKey, Stadt
from sro.model.indikator import Indikator, Katalog, Merkmal

SYNTHETISCH = "synthetisch"
StellenKey = tuple[str, GebietKey, int]  # Merkmal, area, year


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
        return Befund(code, text, schwere, self.datei, self.nummer, spalte, getattr(self.roh, spalte))


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

    @property
    def zahlen(self) -> dict[StellenKey, Stelle]:
        """Merkmal, area and year → the first place in the delivery that counts it."""
        return self._gezaehlt[0]

    @property
    def abweichende(self) -> list[tuple[Stelle, Stelle]]:
        """Places with another number than the first place of the same quantity, which comes with each."""
        return self._gezaehlt[1]

    @cached_property
    def _gezaehlt(self) -> tuple[dict[StellenKey, Stelle], list[tuple[Stelle, Stelle]]]:
        first: dict[StellenKey, Stelle] = {}
        others: list[tuple[Stelle, Stelle]] = []
        for zeile in self.zeilen:
            for stelle in self._numbers(zeile):
                before = first.setdefault((stelle.merkmal.id, stelle.gebiet, stelle.jahr), stelle)
                if before.zahl != stelle.zahl:
                    others.append((stelle, before))
        return first, others

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
