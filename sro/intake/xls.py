"""Reads the sheets of a workbook in the old Excel format; of a formula it holds what Excel computed last."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import xlrd

from sro.intake.archiv import broken
from sro.intake.befunde import UnreadableError
from sro.intake.datei import Datei
from sro.intake.raster import Blatt, Grenze, Raster, Rasterzeile, Verbund, trimmed
from sro.intake.zelle import text


def read_xls(datei: Datei) -> tuple[Blatt, ...]:
    """Every sheet; UnreadableError if broken, protected or too large. The format ends at 65,536 rows of 256 cells."""
    limit = Grenze(datei.name)
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as silent:
            book = xlrd.open_workbook(
                file_contents=datei.inhalt, formatting_info=True, ragged_rows=True, logfile=silent
            )
            return tuple(_sheet(book, sheet, limit) for sheet in book.sheets())
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # xlrd raises whatever its parsers meet in a broken file
        raise UnreadableError(broken(datei)) from error


def _sheet(book: Any, sheet: Any, limit: Grenze) -> Blatt:
    found: Raster = []
    for number in range(sheet.nrows):
        cells = trimmed([_text(book, cell) for cell in sheet.row(number)])
        if cells:
            limit.row(number + 1, len(cells))
            found.append(Rasterzeile(number + 1, cells))
    merged = (Verbund(top + 1, left, bottom, right - 1) for top, bottom, left, right in sheet.merged_cells)
    return Blatt(sheet.name, found, tuple(merged))


def _text(book: Any, cell: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        return text(xlrd.xldate_as_datetime(cell.value, book.datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return text(bool(cell.value))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#FEHLER"))
    return text(cell.value)
