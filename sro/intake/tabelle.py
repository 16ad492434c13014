"""Reads a table from a CSV file or a workbook: a tidy one as it is, any other by a mapping of its columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sro.intake.assistent.anwenden import anwenden
from sro.intake.assistent.zuordnung import Zuordnung
from sro.intake.befunde import UnreadableError
from sro.intake.blaetter import choose, read_sheets
from sro.intake.datei import Datei, open_file
from sro.intake.kopf import SPALTEN, Kopf, column_name, read_header
from sro.intake.raster import Blatt, Rasterzeile
from sro.intake.rohzeile import Rohzeile, Tabelle
from sro.intake.zahl import decimal_mark
from sro.model.befund import Befund, Schwere

__all__ = ["ZUORDNUNG_FEHLT", "Rohzeile", "Tabelle", "is_tidy", "read_table"]
ZUORDNUNG_FEHLT = "zuordnung_fehlt"  # the code of the finding that asks for the assistant
KNOWN = 2  # with fewer of our columns a table is not a tidy one with mistakes but another table


def read_table(path: Path, zuordnung: Zuordnung | None = None) -> Tabelle:
    """Reads a file; whatever is wrong with its form is in `befunde`. OSError where there is no such file."""
    sha256 = ""
    try:
        datei = open_file(path)
        sha256 = datei.sha256
        sheet, told = choose(read_sheets(datei), datei.name, zuordnung.blatt if zuordnung else None)
    except UnreadableError as unreadable:
        return Tabelle(path.name, sha256, (), (unreadable.befund,))
    found = anwenden(sheet, zuordnung, name=datei.name, sha256=sha256) if zuordnung else _tidy(sheet, datei, sha256)
    return replace(found, befunde=(*told, *found.befunde))


def _tidy(sheet: Blatt, datei: Datei, sha256: str) -> Tabelle:
    header, *body = sheet.zeilen
    if not is_tidy(header):
        return Tabelle(datei.name, sha256, (), (_no_mapping(header, datei.name),))
    kopf, befunde = read_header(header, datei.name)
    if any(befund.schwere is Schwere.FEHLER for befund in befunde):
        return Tabelle(datei.name, sha256, (), befunde)
    lengths = tuple(_too_long(row, kopf, datei.name) for row in body if len(row.zellen) > kopf.breite)
    rows = tuple(_row(row, kopf) for row in body if len(row.zellen) <= kopf.breite)
    empty = () if body else (_no_rows(datei.name),)
    decimal = decimal_mark(text for row in rows for text in (row.zaehler, row.nenner)) if datei.is_text else None
    return Tabelle(datei.name, sha256, rows, (*befunde, *empty, *lengths), decimal)


def is_tidy(header: Rasterzeile) -> bool:
    """Whether a table with this first row is one of ours, be it with mistakes."""
    return len({column_name(cell) for cell in header.zellen} & set(SPALTEN)) >= KNOWN


def _row(row: Rasterzeile, kopf: Kopf) -> Rohzeile:
    return Rohzeile(row.nummer, *[row.zelle(n) for n in kopf.stellen.values()])


def _no_mapping(header: Rasterzeile, datei: str) -> Befund:
    text = (
        "Die Tabelle hat nicht die Spalten einer Lieferung (indikator_id, ebene, gebiet_id, zeit, zaehler, nenner), "
        f"sondern beginnt mit „{next(cell for cell in header.zellen if cell)[:60]}“. "
        "Bitte die Spalten mit dem Assistenten zuordnen oder ein gespeichertes Profil angeben."
    )
    return Befund(ZUORDNUNG_FEHLT, text, datei=datei, zeile=header.nummer)


def _too_long(row: Rasterzeile, kopf: Kopf, datei: str) -> Befund:
    text = (
        f"Die Zeile hat {len(row.zellen)} Zellen, die Kopfzeile {kopf.breite}. "
        "Bitte überzählige Zellen löschen; wo Dezimalkommas stehen, mit Semikolon trennen."
    )
    return Befund("zeile_zu_lang", text, datei=datei, zeile=row.nummer)


def _no_rows(datei: str) -> Befund:
    return Befund("keine_zeilen", "Unter der Kopfzeile steht keine Zeile. Bitte Daten liefern.", datei=datei)
