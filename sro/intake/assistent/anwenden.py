"""Reads a sheet by a mapping. What comes out is the tidy table that the checks and the protection know."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sro.intake.assistent.erkennen import erkenne
from sro.intake.assistent.gitter import Gitter
from sro.intake.assistent.luecken import area_key
from sro.intake.assistent.namen import Seite
from sro.intake.assistent.passung import left_out, misfits
from sro.intake.assistent.zeichen import Bedeutung, number_part, sign
from sro.intake.assistent.zuordnung import Spalte, Wert, Zuordnung
from sro.intake.raster import Blatt, Rasterzeile
from sro.intake.rohzeile import Rohzeile, Tabelle
from sro.intake.sprache import listed
from sro.intake.zahl import Zahlfehler, decimal_mark, read_number
from sro.intake.zelle import text as written
from sro.model.befund import Befund, Schwere

SYNTHETISCH = "synthetisch"  # the word that a delivery's column herkunft says


def anwenden(blatt: Blatt, zuordnung: Zuordnung, *, name: str = "", sha256: str = "") -> Tabelle:
    """The rows of a sheet as one row per area, indicator and year, with the number of their row in the file.

    No rows where the mapping does not fit the sheet or a sign is not explained: half a table would look like a whole.
    """
    gitter = Gitter(blatt)
    wrong = misfits(gitter, zuordnung, name)
    if wrong:
        return Tabelle(name, sha256, (), wrong)
    reading = _Lesung(gitter, zuordnung, name)
    rows = tuple(reading.rows())
    errors = tuple(reading.errors())
    if errors:
        return Tabelle(name, sha256, (), errors)
    return Tabelle(name, sha256, rows, tuple(reading.notes(rows)), reading.decimal)


class _Zelle(NamedTuple):
    zeile: int
    spalte: Spalte


@dataclass
class _Lesung:
    """A sheet while it is read; gathers what is to be said about it."""

    gitter: Gitter
    zuordnung: Zuordnung
    datei: str
    unknown: dict[str, list[_Zelle]] = field(default_factory=dict)  # sign → where it stands
    merged: list[_Zelle] = field(default_factory=list)
    without_numbers: list[int] = field(default_factory=list)
    without_area: list[int] = field(default_factory=list)

    def rows(self) -> Iterator[Rohzeile]:
        for row in self._body():
            yield from self._read(row)

    def errors(self) -> Iterator[Befund]:
        for name, cells in self.unknown.items():
            first = cells[0]
            text = (
                f"Was „{name}“ bedeutet, ist nicht zugeordnet; es steht in Zeile {_places([c.zeile for c in cells])}. "
                "Bitte null, unbekannt, fehlt oder zahl angeben."
            )
            yield Befund("zeichen_ungeklaert", text, Schwere.FEHLER, self.datei, first.zeile, first.spalte.kopf, name)
        if self.merged:
            first = self.merged[0]
            text = (
                f"In Zeile {_places([c.zeile for c in self.merged])} ist eine Zahl über mehrere Zellen verbunden; "
                "für welches Gebiet sie gilt, ist nicht zu erkennen. Bitte den Verbund auflösen und die Zahlen einzeln "
                "eintragen."
            )
            yield Befund("zahl_verbunden", text, Schwere.FEHLER, self.datei, first.zeile, first.spalte.kopf)

    def notes(self, rows: Sequence[Rohzeile]) -> Iterator[Befund]:
        yield from left_out(self.gitter, self.zuordnung, self._end, self.datei)
        if not rows:
            text = "Die Zuordnung findet keine Zeile. Bitte erste und letzte Zeile und die Bedingungen prüfen."
            yield Befund("keine_zeilen", text, datei=self.datei)
        if self.without_numbers:
            text = f"Zeile {_places(self.without_numbers)} hat keine Zahlen und wurde übergangen."
            yield Befund("zeilen_ohne_zahlen", text, Schwere.HINWEIS, self.datei, self.without_numbers[0])
        if self.without_area:
            text = f"Zeile {_places(self.without_area)} wurde ausgelassen, wie in der Zuordnung angegeben."
            yield Befund("zeilen_ausgelassen", text, Schwere.HINWEIS, self.datei, self.without_area[0])
        if self.zuordnung.ohne_nenner:
            text = (
                f"Für {listed(self.zuordnung.ohne_nenner)} ist nur der Zähler zugeordnet. "
                "Der Nenner muss aus einer anderen Datei derselben Lieferung kommen."
            )
            yield Befund("nenner_nicht_zugeordnet", text, Schwere.HINWEIS, self.datei)

    @cached_property
    def decimal(self) -> str | None:
        """The mark that the mapping names, else the one that the columns read show; a workbook's numbers have none."""
        if self.zuordnung.dezimal or not self.gitter.blatt.ist_text:
            return self.zuordnung.dezimal
        places = {column.stelle for wert in self.zuordnung.werte for column in wert.spalten}
        inside = (row for row in self.gitter.blatt.zeilen if self.zuordnung.erste <= row.nummer <= self._end)
        return decimal_mark(number_part(row.zelle(place)) for row in inside for place in places)

    @cached_property
    def _end(self) -> int:
        if self.zuordnung.letzte is not None:
            return self.zuordnung.letzte
        bau = erkenne(self.gitter.blatt)
        return bau.letzte if bau else self.gitter.blatt.zeilen[-1].nummer

    @cached_property
    def _groups(self) -> dict[tuple[str, int | None], dict[Seite, Wert]]:
        """Indicator and year of a column → its sides."""
        groups: dict[tuple[str, int | None], dict[Seite, Wert]] = {}
        for wert in self.zuordnung.werte:
            groups.setdefault((wert.indikator, wert.jahr), {})[wert.seite] = wert
        return groups

    def _body(self) -> Iterator[Rasterzeile]:
        headers = [self.gitter.row(number).zellen for number in self.zuordnung.kopfzeilen]
        for row in self.gitter.blatt.zeilen:
            inside = self.zuordnung.erste <= row.nummer <= self._end
            if inside and row.zellen not in headers and self._is_meant(row):
                yield row

    def _is_meant(self, row: Rasterzeile) -> bool:
        if any(self.gitter.seen(row.nummer, one.spalte.stelle) != one.wert for one in self.zuordnung.nur):
            return False
        if self._area_text(row) in self.zuordnung.ohne:
            self.without_area.append(row.nummer)
            return False
        if self._is_heading(row):
            self.without_numbers.append(row.nummer)
            return False
        return True

    def _is_heading(self, row: Rasterzeile) -> bool:
        """A row that holds nothing beside its area: the name of a group of areas, a gap."""
        zeit = self.zuordnung.zeitspalte
        beside = {self.zuordnung.gebiet.stelle, *([zeit.stelle] if zeit else [])}
        return not any(cell for n, cell in enumerate(row.zellen) if n not in beside)

    def _area_text(self, row: Rasterzeile) -> str:
        return self.gitter.seen(row.nummer, self.zuordnung.gebiet.stelle)

    def _read(self, row: Rasterzeile) -> Iterator[Rohzeile]:
        text = self._area_text(row)
        key = area_key(self.zuordnung.gebiete.get(text, ""), self.zuordnung.ebene)
        ebene, gebiet = (key.ebene, key.id) if key.id else (self.zuordnung.ebene, text)
        for (indikator, jahr), sides in self._groups.items():
            yield Rohzeile(
                nummer=row.nummer,
                indikator_id=indikator,
                ebene=ebene,
                gebiet_id=gebiet,
                zeit=self._time(row, jahr),
                zaehler=self._number(row, sides.get(Seite.ZAEHLER)),
                nenner=self._number(row, sides.get(Seite.NENNER)),
                herkunft=SYNTHETISCH if self.zuordnung.synthetisch else "",
            )

    def _time(self, row: Rasterzeile, jahr: int | None) -> str:
        if self.zuordnung.zeitspalte:
            text = self.gitter.seen(row.nummer, self.zuordnung.zeitspalte.stelle)
            return self.zuordnung.zeiten.get(text, text)
        return str(jahr or self.zuordnung.jahr)

    def _number(self, row: Rasterzeile, wert: Wert | None) -> str:
        if wert is None:
            return ""
        texts = [self._cell(row, column) for column in wert.spalten]
        return texts[0] if len(texts) == 1 else total(texts, self.decimal)

    def _cell(self, row: Rasterzeile, column: Spalte) -> str:
        if self.gitter.is_merged(row.nummer, column.stelle):
            self.merged.append(_Zelle(row.nummer, column))
        text = row.zelle(column.stelle)
        found = sign(text) if text else None
        if found is None:
            return text
        meaning = self.zuordnung.zeichen.get(found)
        if meaning is None:
            self.unknown.setdefault(found, []).append(_Zelle(row.nummer, column))
            return text
        if meaning is Bedeutung.NULL:
            return "0"
        return number_part(text) if meaning is Bedeutung.ZAHL else ""


def total(texts: Sequence[str], dezimal: str | None) -> str:
    """The sum as a text: empty where a part is, and the first part that is no number, for the checks to tell."""
    if not all(texts):
        return ""
    numbers: list[float] = []
    for text in texts:
        read = read_number(text, dezimal)
        if isinstance(read, Zahlfehler):
            return text
        numbers.append(read)
    return written(round(math.fsum(numbers), 6))


def _places(rows: Sequence[int]) -> str:
    return listed([str(number) for number in dict.fromkeys(rows)])
