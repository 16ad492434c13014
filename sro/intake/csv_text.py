"""Reads a grid from text: separator, encoding and quoting as spreadsheets write them."""

from __future__ import annotations

import csv
from contextlib import suppress
from io import StringIO

from sro.intake.befunde import UnreadableError
from sro.intake.datei import UTF16, Datei
from sro.intake.raster import Raster, Rasterzeile, trimmed
from sro.model.befund import Befund

SEPARATORS = (";", "\t", ",")


def read_csv(datei: Datei) -> Raster:
    """All rows that are not empty; lines before the header starting with # are comments. UnreadableError if broken."""
    lines = list(StringIO(decode(datei), newline=""))
    start = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    if start == len(lines):
        raise UnreadableError(
            Befund(
                "datei_leer", "Die Datei enthält keine Tabelle. Bitte prüfen, ob es die richtige ist.", datei=datei.name
            )
        )
    rows = csv.reader(lines[start:], delimiter=separator(lines[start]), strict=True)
    found: Raster = []
    first = start + 1
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                found.append(Rasterzeile(first, trimmed(cells)))
            first = start + rows.line_num + 1
    except csv.Error as error:
        raise UnreadableError(_broken(datei, first)) from error
    return found


def decode(datei: Datei) -> str:
    """Text from UTF-8 (with or without BOM), UTF-16 with BOM or Windows-1252; UnreadableError otherwise."""
    for encoding in ("utf-16",) if datei.inhalt.startswith(UTF16) else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return datei.inhalt.decode(encoding)
    raise UnreadableError(
        Befund(
            "kodierung_unbekannt",
            "Die Zeichenkodierung ist weder UTF-8 noch Windows-1252. Bitte als „CSV UTF-8“ speichern.",
            datei=datei.name,
        )
    )


def separator(header: str) -> str:
    """The separator that splits the header into most cells; column names contain none of them."""
    return max(SEPARATORS, key=header.count)


def _broken(datei: Datei, row: int) -> Befund:
    return Befund(
        "datei_kaputt",
        f"Ab Zeile {row} sind die Anführungszeichen unvollständig. Bitte die Zelle prüfen und neu speichern.",
        datei=datei.name,
        zeile=row,
    )
