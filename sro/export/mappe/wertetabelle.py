"""Rows of figures on a sheet: numbers as numbers, signs where there is none, a header that stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from sro.export.mappe.formate import COUNT, DAY, GERMAN, PLAIN_NUMBER, QUANTITY, Formate, decimals, write_text
from sro.export.spalten import SPALTEN, Art, Spalte, Zelle
from sro.model.wert import Status
from sro.views.words import STATUS_MARK

WIDTH = {Art.GANZZAHL: 11, Art.ZAHL: 11, Art.DATUM: 12, Art.JA_NEIN: 11, Art.TEXT: 18}
WIDER = {
    "indikator_name": 46, "gebiet": 30, "zeit": 34, "einheit": 30, "quelle": 40, "gebiet_id": 11, "lizenz": 13,
    "status": 14, "thema": 28, "unterschied": 26, "auffaelligkeit": 34, "trend": 30,
}  # fmt: skip
HEAD = 30.0  # height of the header, two lines, in points
MARKED = ("zaehler", "nenner", "wert")  # where a sign says that there is no number
IN_UNIT = ("wert", "unten_95", "oben_95", "wert_stadt", "wert_rest")  # with the digits of the indicator
DECIMALS = f"{GERMAN}#,##0.0##"  # where the digits of the indicators are not told


def in_front(spalten: Sequence[Spalte], vorn: Sequence[str]) -> list[Spalte]:
    """The columns that people look for first, by their names in that order, then the others."""
    return sorted(spalten, key=lambda spalte: vorn.index(spalte.name) if spalte.name in vorn else len(vorn))


def width_of(names: Sequence[str]) -> float:
    """Width of columns together, in characters; of those in numbers and text alone."""
    kinds = {spalte.name: spalte.art for spalte in SPALTEN}
    return sum(WIDER.get(name, WIDTH[kinds.get(name, Art.ZAHL)]) for name in names)


def values_sheet(
    blatt: Worksheet,
    spalten: Sequence[Spalte],
    zeilen: Sequence[Sequence[Zelle]],
    formate: Formate,
    oben: int = 0,
    stellen: Sequence[int] | None = None,
) -> None:
    """The table with its header in the row `oben`; one column is named "status" and says why a row has no number.

    `stellen`: digits after the point, a number a row, for the columns in the unit of the indicator.
    """
    status = [spalte.name for spalte in spalten].index("status")
    blatt.set_row(oben, HEAD)
    for column, spalte in enumerate(spalten):
        number = spalte.art in (Art.GANZZAHL, Art.ZAHL)
        head = formate.head("right") if number else formate.head(indent=_indent(column))
        blatt.write_string(oben, column, spalte.titel, head)
        blatt.set_column(column, column, WIDER.get(spalte.name, WIDTH[spalte.art]))
    for row, zeile in enumerate(zeilen):
        mark = STATUS_MARK[Status(str(zeile[status]))]
        for column, (spalte, value) in enumerate(zip(spalten, zeile, strict=True)):
            digits = stellen[row] if stellen and spalte.name in IN_UNIT else None
            found = value if value is not None else _marked(spalte, mark)
            _cell(blatt, oben + 1 + row, column, found, spalte, digits, formate)
    blatt.autofilter(oben, 0, oben + max(len(zeilen), 1), len(spalten) - 1)
    blatt.repeat_rows(oben)


def _marked(spalte: Spalte, mark: str) -> str | None:
    """The sign that says why there is no number."""
    return mark if spalte.name in MARKED and mark else None


def _cell(
    blatt: Worksheet, row: int, column: int, value: Zelle, spalte: Spalte, digits: int | None, formate: Formate
) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        blatt.write_string(row, column, "ja" if value else "nein")
    elif isinstance(value, dt.date):
        midnight = dt.datetime(value.year, value.month, value.day)
        blatt.write_datetime(row, column, midnight, formate.get(num_format=DAY))
    elif isinstance(value, str) and spalte.art in (Art.GANZZAHL, Art.ZAHL):
        blatt.write_string(row, column, value, formate.mark)
    elif isinstance(value, str):
        write_text(blatt, row, column, value, formate, indent=_indent(column))
    else:
        blatt.write_number(row, column, value, formate.get(num_format=_look(value, spalte, digits)))


def _indent(column: int) -> int:
    """Keeps text away from the number before it."""
    return 1 if column else 0


def _look(value: float, spalte: Spalte, digits: int | None) -> str:
    if spalte.art is Art.GANZZAHL:
        return PLAIN_NUMBER
    if digits is not None:
        return decimals(digits)
    return COUNT if float(value).is_integer() else DECIMALS if spalte.name in IN_UNIT else QUANTITY
