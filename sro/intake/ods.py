"""Reads the sheets of an OpenDocument workbook; a formula stays the text it is, it is told and not computed."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from xml.etree import ElementTree

from sro.intake.archiv import broken, check_archive
from sro.intake.befunde import UnreadableError
from sro.intake.datei import Datei
from sro.intake.raster import MAX_COLUMNS, Blatt, Grenze, Raster, Rasterzeile, Verbund, too_wide, trimmed
from sro.intake.zelle import text
from sro.model.befund import Befund

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MOST_ELEMENTS = 2_000_000
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")


def read_ods(datei: Datei) -> tuple[Blatt, ...]:
    """Every sheet; UnreadableError if broken, protected or too large."""
    check_archive(datei)
    try:
        with zipfile.ZipFile(BytesIO(datei.inhalt)).open("content.xml") as content:
            return tuple(_sheets(ElementTree.iterparse(content, ("start", "end")), datei.name))  # noqa: S314 - expat
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # zipfile and the parser raise many kinds
        raise UnreadableError(broken(datei)) from error


def _sheets(events: Iterator[tuple[str, ElementTree.Element]], name: str) -> Iterator[Blatt]:
    limit = Grenze(name)
    sheet = _Blattbau("")
    held = cells = inside = 0
    for event, element in events:
        if event == "start":
            held, inside, cells = held + 1, inside + 1, cells + (element.tag in CELLS)
            _check(held, cells, name, sheet.number)
            if element.tag == f"{TABLE}table":
                sheet = _Blattbau(element.get(f"{TABLE}name", ""))
            if element.tag == f"{TABLE}table-row":
                inside = cells = 0
        elif element.tag == f"{TABLE}table-row":
            sheet.add(element, limit)
            element.clear()
            held, inside, cells = held - inside, 0, 0
        elif element.tag == f"{TABLE}table":
            yield Blatt(sheet.name, sheet.rows, tuple(sheet.merged))
            element.clear()


def _check(held: int, cells: int, name: str, number: int) -> None:
    """Stops before a row has too many cells or the parser holds too many elements; those of finished rows are gone."""
    if cells > MAX_COLUMNS + 1:
        raise UnreadableError(too_wide(name, number))
    if held > MOST_ELEMENTS:
        sentence = (
            "Die Arbeitsmappe enthält mehr, als eine Tabelle braucht. Bitte nur das Blatt mit den Zahlen neu speichern."
        )
        raise UnreadableError(Befund("tabelle_zu_gross", sentence, datei=name, zeile=number))


class _Blattbau:
    """A sheet while its rows arrive."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: Raster = []
        self.merged: list[Verbund] = []
        self.number = 1

    def add(self, row: ElementTree.Element, limit: Grenze) -> None:
        """One row, as often as it is repeated; empty rows are written once with a count up to the end of the sheet."""
        repeated = _count(row, "number-rows-repeated")
        cells = trimmed(self._cells(row, limit))
        if cells:
            for number in range(self.number, self.number + repeated):
                limit.row(number, len(cells))
                self.rows.append(Rasterzeile(number, cells))
        self.number += repeated

    def _cells(self, row: ElementTree.Element, limit: Grenze) -> list[str]:
        found: list[str] = []
        for cell in (one for one in row if one.tag in CELLS):
            written = _text(cell)
            repeated = _count(cell, "number-columns-repeated")
            self._merge(cell, len(found))
            if written:
                limit.row(self.number, len(found) + repeated)
            found.extend([written] * min(repeated, MAX_COLUMNS + 1))
        return found

    def _merge(self, cell: ElementTree.Element, column: int) -> None:
        wide, high = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
        if wide * high > 1:
            self.merged.append(Verbund(self.number, column, self.number + high - 1, column + wide - 1))


def _count(element: ElementTree.Element, name: str) -> int:
    return max(1, int(element.get(f"{TABLE}{name}", "1")))


def _text(cell: ElementTree.Element) -> str:
    formula = cell.get(f"{TABLE}formula")
    if formula:
        return formula[formula.find("=") :]
    kind = cell.get(f"{OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return text(float(cell.get(f"{OFFICE}value", "nan")))
    if kind == "date":
        return _date(cell.get(f"{OFFICE}date-value", ""))
    if kind == "boolean":
        return text(cell.get(f"{OFFICE}boolean-value") == "true")
    return " ".join("".join(_words(part)) for part in cell if part.tag == f"{TEXT}p")


def _date(written: str) -> str:
    with suppress(ValueError):
        return text(dt.date.fromisoformat(written[:10]))
    return written


def _words(part: ElementTree.Element) -> Iterator[str]:
    """The text of a paragraph; blanks are elements of their own, comments and footnotes are none of the cell's text."""
    yield part.text or ""
    for child in part:
        if child.tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
            yield " "
        elif child.tag not in (f"{OFFICE}annotation", f"{TEXT}note"):
            yield from _words(child)
        yield child.tail or ""
