"""Reads a tidy table from a CSV file or a workbook; every cell is still the text that was delivered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sro.intake.befunde import UnreadableError
from sro.intake.csv_text import read_csv
from sro.intake.datei import Datei, open_file
from sro.intake.kopf import Kopf, is_header, read_header
from sro.intake.raster import Raster, Rasterzeile
from sro.intake.xlsx import read_xlsx
from sro.intake.zahl import decimal_mark
from sro.model.befund import Befund, Schwere


@dataclass(frozen=True, slots=True)
class Rohzeile:
    """The texts of one row, "" where the cell is empty."""

    nummer: int
    indikator_id: str
    ebene: str
    gebiet_id: str
    zeit: str
    zaehler: str
    nenner: str
    herkunft: str = ""


@dataclass(frozen=True, slots=True)
class Tabelle:
    """One file's rows with what is to be said about its form.

    `dezimal` is the decimal mark ("," or ".") that a text file uses, None where it shows none; numbers that a workbook
    holds as text are read one by one.
    """

    name: str
    sha256: str
    zeilen: tuple[Rohzeile, ...]
    befunde: tuple[Befund, ...] = ()
    dezimal: str | None = None


def read_table(path: Path) -> Tabelle:
    """Reads a file; whatever is wrong with its form is in `befunde`. OSError where there is no such file."""
    sha256 = ""
    try:
        datei = open_file(path)
        sha256 = datei.sha256
        raster = _raster(datei)
    except UnreadableError as unreadable:
        return Tabelle(path.name, sha256, (), (unreadable.befund,))
    kopf, befunde = read_header(raster[0], datei.name)
    if any(befund.schwere is Schwere.FEHLER for befund in befunde):
        return Tabelle(datei.name, sha256, (), befunde)
    lengths = tuple(_too_long(row, kopf, datei.name) for row in raster[1:] if len(row.zellen) > kopf.breite)
    rows = tuple(_row(row, kopf) for row in raster[1:] if len(row.zellen) <= kopf.breite)
    empty = () if raster[1:] else (_no_rows(datei.name),)
    decimal = None if datei.is_xlsx else decimal_mark(text for row in rows for text in (row.zaehler, row.nenner))
    return Tabelle(datei.name, sha256, rows, (*befunde, *empty, *lengths), decimal)


def _raster(datei: Datei) -> Raster:
    return read_xlsx(datei, is_header) if datei.is_xlsx else read_csv(datei)


def _row(row: Rasterzeile, kopf: Kopf) -> Rohzeile:
    cells = row.zellen
    return Rohzeile(row.nummer, **{name: cells[n] if n < len(cells) else "" for name, n in kopf.stellen.items()})


def _too_long(row: Rasterzeile, kopf: Kopf, datei: str) -> Befund:
    text = (
        f"Die Zeile hat {len(row.zellen)} Zellen, die Kopfzeile {kopf.breite}. "
        "Bitte überzählige Zellen löschen; wo Dezimalkommas stehen, mit Semikolon trennen."
    )
    return Befund("zeile_zu_lang", text, datei=datei, zeile=row.nummer)


def _no_rows(datei: str) -> Befund:
    return Befund("keine_zeilen", "Unter der Kopfzeile steht keine Zeile. Bitte Daten liefern.", datei=datei)
