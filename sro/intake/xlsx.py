"""Reads the sheets of an Excel workbook; a formula stays the text it is, it is told and not computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from sro.intake.archiv import broken, check_archive
from sro.intake.befunde import UnreadableError
from sro.intake.datei import Datei
from sro.intake.raster import MAX_COLUMNS, Blatt, Grenze, Raster, Rasterzeile, Verbund, too_wide, trimmed
from sro.intake.zelle import text

MAX_ROWS = 1_048_576
CHUNK = 1 << 20
_MERGED = re.compile(rb"<(?:[\w.-]+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s>/]")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s>/]")
MAX_MERGED = 10_000
MOST_CELLS = 16_384  # of a row of any sheet; formatted ones without content count as well
EMPTY = (None,) * MOST_CELLS


def read_xlsx(datei: Datei) -> tuple[Blatt, ...]:
    """Every sheet; UnreadableError if broken or too large."""
    check_archive(datei)
    limit = Grenze(datei.name)
    try:
        workbook = load_workbook(BytesIO(datei.inhalt), read_only=True, keep_links=False)
        return tuple(_sheet(sheet, limit, datei.name) for sheet in workbook.worksheets)
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever its parsers meet in a broken file
        raise UnreadableError(broken(datei)) from error


def _sheet(sheet: Any, limit: Grenze, name: str) -> Blatt:
    merged = _merged(sheet, name)
    sheet.reset_dimensions()  # what the file states about its size is often wrong
    rows = sheet.iter_rows(values_only=True, max_row=MAX_ROWS)
    return Blatt(sheet.title, _filled(rows, limit), merged)


def _filled(rows: Iterable[tuple[Any, ...]], limit: Grenze) -> Raster:
    found: Raster = []
    for number, values in enumerate(rows, start=1):
        cells = trimmed([text(value) for value in _near(values, number, limit)]) if values else ()
        if cells:
            limit.row(number, len(cells))
            found.append(Rasterzeile(number, cells))
    return found


def _near(values: tuple[Any, ...], number: int, limit: Grenze) -> tuple[Any, ...]:
    """The cells that a table can have; formatted cells far to the right are none, as long as they are empty."""
    far = values[MAX_COLUMNS:]
    if far and far != EMPTY[: len(far)]:
        limit.row(number, len(values))
    return values[:MAX_COLUMNS]


def _merged(sheet: Any, name: str) -> tuple[Verbund, ...]:
    """Merged cells, which openpyxl does not tell of a sheet that it reads in a stream; rows too wide are refused."""
    found: list[Verbund] = []
    cells = 0
    for part, ends in _rows_of_xml(sheet):
        cells += len(_CELL.findall(part))
        if cells > MOST_CELLS:
            raise UnreadableError(too_wide(name))
        cells = 0 if ends else cells
        for match in _MERGED.finditer(part):
            if len(found) < MAX_MERGED:
                left, top, right, bottom = range_boundaries(match[1].decode())
                found.append(Verbund(top, left - 1, bottom, right - 1))
    return tuple(found)


def _rows_of_xml(sheet: Any) -> Iterator[tuple[bytes, bool]]:
    """Pieces of the sheet's XML and whether a row ends with the piece; a tag is never cut in two."""
    rest = b""
    with sheet._get_source() as source:
        while chunk := source.read(CHUNK):
            whole, _, tail = (rest + chunk).rpartition(b"<")
            rest = b"<" + tail if len(tail) < CHUNK else b""  # a text without any tag, longer than all that we look for
            *rows, last = _ROW.split(whole)
            yield from ((row, True) for row in rows)
            yield last, False
    yield rest, True
