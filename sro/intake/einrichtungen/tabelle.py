"""Reads the table of facilities from a CSV file or a workbook; every cell is still text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sro.intake.befunde import UnreadableError
from sro.intake.blaetter import read_sheets
from sro.intake.datei import open_file
from sro.intake.einrichtungen.spalten import PFLICHT, SPALTEN, Spalten, is_list, read_columns
from sro.intake.raster import Blatt, Rasterzeile
from sro.model.befund import Befund, Schwere


class Rohzeile(NamedTuple):
    """One row: column → text, "" where the cell is empty or the column is not there."""

    nummer: int
    texte: dict[str, str]


@dataclass(frozen=True, slots=True)
class Tabelle:
    """One file's rows with what is to be said about its form."""

    name: str
    sha256: str
    zeilen: tuple[Rohzeile, ...]
    befunde: tuple[Befund, ...]


def read_table(path: Path) -> Tabelle:
    """Reads a file; whatever is wrong with its form is in `befunde`. OSError where there is no such file."""
    sha256 = ""
    try:
        datei = open_file(path)
        sha256 = datei.sha256
        sheet = _chosen(read_sheets(datei), datei.name)
    except UnreadableError as unreadable:
        return Tabelle(path.name, sha256, (), (unreadable.befund,))
    header, *body = sheet.zeilen
    spalten, befunde = read_columns(header, datei.name)
    rows = tuple(_row(row, spalten) for row in body)
    return Tabelle(datei.name, sha256, rows, (*befunde, *_form(body, spalten, datei.name)))


def _chosen(sheets: tuple[Blatt, ...], datei: str) -> Blatt:
    """The first sheet with our columns; UnreadableError where there is none."""
    for sheet in sheets:
        if is_list(sheet.zeilen[0]):
            return sheet
    text = f"Die Tabelle ist keine Liste von Einrichtungen. Erwartet werden die Spalten {', '.join(PFLICHT)}."
    raise UnreadableError(Befund("keine_liste", text, datei=datei, zeile=sheets[0].zeilen[0].nummer))


def _row(row: Rasterzeile, spalten: Spalten) -> Rohzeile:
    stellen = spalten.stellen
    return Rohzeile(row.nummer, {name: row.zelle(stellen[name]) if name in stellen else "" for name in SPALTEN})


def _form(body: list[Rasterzeile], spalten: Spalten, datei: str) -> Iterator[Befund]:
    if not body:
        text = "Unter der Kopfzeile steht keine Zeile. Bitte Einrichtungen eintragen."
        yield Befund("keine_zeilen", text, Schwere.FEHLER, datei)
    for row in body:
        if len(row.zellen) > spalten.breite:
            text = (
                f"Die Zeile hat {len(row.zellen)} Zellen, die Kopfzeile {spalten.breite}. Bitte überzählige Zellen "
                "löschen; Texte mit dem Trennzeichen gehören in Anführungszeichen."
            )
            yield Befund("zeile_zu_lang", text, datei=datei, zeile=row.nummer)
