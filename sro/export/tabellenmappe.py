"""Rows of several indicators as a workbook: values and a codebook, without a chart. Numbers and text alone."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.export.arbeitsmappe import CODEBOOK, MARKED, PLAIN, WIDER, WIDTH
from sro.export.codebuch import Eintrag
from sro.export.formate import COUNT, DAY, GERMAN, PLAIN_NUMBER, Formate, write_text
from sro.export.spalten import Art, Spalte, Zelle
from sro.model.wert import Status
from sro.views.words import STATUS_MARK

DECIMALS = f"{GERMAN}#,##0.0##"  # the digits of several indicators


def table_xlsx(
    titel: str,
    fuss: Sequence[str],
    spalten: Sequence[Spalte],
    zeilen: Sequence[Sequence[Zelle]],
    codebuch: Sequence[Eintrag],
) -> bytes:
    """The workbook; one of the columns is named "status" and says why a row has no number. `fuss` is on every page."""
    out = io.BytesIO()
    with Workbook(out, PLAIN) as buch:
        buch.set_properties({"title": titel, "comments": " · ".join(fuss)})
        formate = Formate(buch)
        _values(buch.add_worksheet("Werte"), spalten, zeilen, formate)
        _codebook(buch.add_worksheet("Codebuch"), codebuch, formate)
        for blatt in buch.worksheets():
            blatt.set_landscape()
            blatt.set_paper(9)
            blatt.fit_to_pages(1, 0)
            blatt.repeat_rows(0)
            blatt.freeze_panes(1, 0)
            blatt.set_footer(f"&L&8{' · '.join(fuss).replace('&', '&&')[:200]}&R&8&P/&N")
    return out.getvalue()


def _values(blatt: Worksheet, spalten: Sequence[Spalte], zeilen: Sequence[Sequence[Zelle]], formate: Formate) -> None:
    status = [spalte.name for spalte in spalten].index("status")
    for column, spalte in enumerate(spalten):
        number = spalte.art in (Art.GANZZAHL, Art.ZAHL)
        blatt.write_string(0, column, spalte.titel, formate.head("right" if number else "left"))
        blatt.set_column(column, column, WIDER.get(spalte.name, WIDTH[spalte.art]))
    for row, zeile in enumerate(zeilen, start=1):
        mark = STATUS_MARK[Status(str(zeile[status]))]
        for column, (spalte, value) in enumerate(zip(spalten, zeile, strict=True)):
            _cell(blatt, row, column, value if value is not None else _marked(spalte, mark), spalte, formate)
    blatt.autofilter(0, 0, max(len(zeilen), 1), len(spalten) - 1)


def _marked(spalte: Spalte, mark: str) -> str | None:
    """The sign that says why there is no number."""
    return mark if spalte.name in MARKED and mark else None


def _cell(blatt: Worksheet, row: int, column: int, value: Zelle, spalte: Spalte, formate: Formate) -> None:
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
        write_text(blatt, row, column, value, formate)
    else:
        whole = COUNT if float(value).is_integer() else DECIMALS
        blatt.write_number(
            row, column, value, formate.get(num_format=PLAIN_NUMBER if spalte.art is Art.GANZZAHL else whole)
        )


def _codebook(blatt: Worksheet, codebuch: Sequence[Eintrag], formate: Formate) -> None:
    for column, (title, width) in enumerate(zip(("Teil", "Name", "Bedeutung"), CODEBOOK, strict=True)):
        blatt.write_string(0, column, title, formate.head())
        blatt.set_column(column, column, width)
    for row, entry in enumerate(codebuch, start=1):
        for column, text in enumerate((entry.teil, entry.name, entry.bedeutung)):
            write_text(blatt, row, column, text, formate, text_wrap=True, valign="top")
