"""A figure's table as CSV: tidy for machines, or as German Excel opens it."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from enum import StrEnum

from sro.export.spalten import DIGITS, NAMEN, Beigabe, Zeile, Zelle, cells
from sro.model.indikator import Indikator

# What a spreadsheet may take for the beginning of a formula, also in full width.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Form(StrEnum):
    MASCHINE = "maschine"  # comma, decimal point, UTF-8
    EXCEL = "excel"  # semicolon, decimal comma, UTF-8 with BOM


def figure_csv(zeilen: Iterable[Zeile], indikator: Indikator, beigabe: Beigabe, form: Form = Form.MASCHINE) -> bytes:
    """The values of a figure with their states and where they come from."""
    return table_csv(NAMEN, [cells(zeile, indikator, beigabe) for zeile in zeilen], form)


def table_csv(kopf: Sequence[str], zeilen: Iterable[Sequence[Zelle]], form: Form = Form.MASCHINE) -> bytes:
    """Any table, one header row. Numbers stay numbers; text that a spreadsheet would take for a formula gets a "'"."""
    return head_csv(kopf, form) + rows_csv(zeilen, form)


def head_csv(kopf: Sequence[str], form: Form = Form.MASCHINE) -> bytes:
    """The beginning of a table that is written piece by piece."""
    return (b"\xef\xbb\xbf" if form is Form.EXCEL else b"") + rows_csv([kopf], form)


def rows_csv(zeilen: Iterable[Sequence[Zelle]], form: Form = Form.MASCHINE) -> bytes:
    """More rows of a table."""
    out = io.StringIO()
    excel = form is Form.EXCEL
    writer = csv.writer(out, delimiter=";" if excel else ",")
    writer.writerows([_written(cell, excel) for cell in zeile] for zeile in zeilen)
    return out.getvalue().encode()


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return text.lstrip(" ").startswith(FORMULA)


def _written(cell: Zelle, excel: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if is_formula(cell) else cell
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, dt.date):
        return cell.isoformat()
    number = str(int(cell)) if float(cell).is_integer() else str(round(float(cell), DIGITS))
    return number.replace(".", ",") if excel else number
