"""Formats of a workbook's cells: numbers as Germans write them, text that stays text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.export.csv import is_formula
from sro.views.theme import LIGHT

GERMAN = "[$-407]"  # where a program's own language is another, such as in LibreOffice
COUNT = f"{GERMAN}#,##0"
QUANTITY = f"{GERMAN}#,##0.0"  # of places or square metres
PLAIN_NUMBER = "0"  # years and numbers of things
DAY = "dd.mm.yyyy"
# Nothing that a text says becomes a formula, a link or a number.
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LINE = 15.0  # height of a line of text in points
LONGEST_TEXT = 32_767  # characters that a cell holds


def decimals(digits: int) -> str:
    """ "#,##0.0" for one digit: Excel shows it as 1.234,5 where it is German."""
    return f"{GERMAN}#,##0{'.' + '0' * digits if digits else ''}"


class Formate:
    """The formats of one workbook, each made once."""

    def __init__(self, buch: Workbook) -> None:
        self._made = cache(lambda properties: buch.add_format(dict(properties)))

    def get(self, **properties: Any) -> Format:
        return self._made(tuple(sorted(properties.items())))

    def head(self, align: str = "left", indent: int = 0) -> Format:
        look = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
        return self.get(**look, align=align, indent=indent, bg_color=LIGHT.panel, font_color=LIGHT.ink)

    @property
    def mark(self) -> Format:
        """A sign in place of a number."""
        return self.get(align="right", font_color=LIGHT.quiet)

    @property
    def empty(self) -> Format:
        """A field of a chart's table without a value; it stays empty, because Excel draws any text as zero."""
        return self.get(pattern=14, fg_color=LIGHT.line, bg_color=LIGHT.paper)


def write_text(blatt: Worksheet, row: int, column: int, text: str, formate: Formate, **properties: Any) -> None:
    """Text as text. What looks like a formula keeps its text even when somebody edits the cell."""
    kept = {"quote_prefix": True} if is_formula(text) else {}
    blatt.write_string(row, column, text[:LONGEST_TEXT], formate.get(**properties, **kept))


def write_wrapped(blatt: Worksheet, row: int, text: str, columns: int, width: float, formate: Formate) -> None:
    """A long note over several columns, `width` characters together, on as many lines as it needs."""
    look = formate.get(text_wrap=True, valign="top", font_color=LIGHT.quiet)
    blatt.merge_range(row, 0, row, columns - 1, "", look)
    write_text(blatt, row, 0, text, formate, text_wrap=True, valign="top", font_color=LIGHT.quiet)
    blatt.set_row(row, LINE * -(-len(text) // int(width * 0.9)))


def write_heading(blatt: Worksheet, titel: str, zeilen: Sequence[str], formate: Formate) -> int:
    """A sheet's title and below it what must be known; the first row after an empty one."""
    write_text(blatt, 0, 0, titel, formate, bold=True, font_size=14, font_color=LIGHT.ink)
    for row, note in enumerate(zeilen, start=1):
        write_text(blatt, row, 0, note, formate, font_color=LIGHT.quiet)
    return len(zeilen) + 2
