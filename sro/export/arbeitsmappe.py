"""Figures as a workbook: values, a native chart, and a codebook. Made of numbers and text alone, no formula in it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.export.codebuch import Eintrag
from sro.export.diagrammblatt import NAME, chart_sheet
from sro.export.formate import COUNT, DAY, PLAIN_NUMBER, QUANTITY, Formate, decimals, write_text
from sro.export.kopf import Kopf
from sro.export.spalten import SPALTEN, Art, Beigabe, Spalte, Zeile, Zelle, record
from sro.model.indikator import Indikator
from sro.model.wert import Status
from sro.views.words import STATUS_MARK

WIDTH = {Art.GANZZAHL: 11, Art.ZAHL: 11, Art.DATUM: 12, Art.JA_NEIN: 11, Art.TEXT: 18}
WIDER = {"indikator_name": 34, "gebiet": 30, "zeit": 24, "einheit": 24, "quelle": 40, "gebiet_id": 11, "lizenz": 13}
FIRST = (
    "gebiet_id", "gebiet", "jahr", "zeit", "zaehler", "nenner", "wert", "unten_95", "oben_95", "einheit", "status",
)  # fmt: skip
CODEBOOK, LINE = (38, 26, 100), 15.0  # widths of the columns in characters, height of a line in points
RATES = ("wert", "unten_95", "oben_95")
MARKED = ("zaehler", "nenner", "wert")  # where a sign says that there is no number
# Nothing that a text says becomes a formula, a link or a number.
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def xlsx(
    zeilen: Sequence[Zeile], indikator: Indikator, beigabe: Beigabe, kopf: Kopf, codebuch: Sequence[Eintrag]
) -> bytes:
    """The workbook of one indicator's rows; the chart shows series where there are several years, else areas."""
    out = io.BytesIO()
    with Workbook(out, PLAIN) as buch:
        buch.set_properties({"title": kopf.titel, "comments": " · ".join(kopf.fuss)})
        formate = Formate(buch)
        _values(buch.add_worksheet("Werte"), zeilen, indikator, beigabe, formate)
        chart_sheet(buch, zeilen, indikator, kopf, formate)
        _codebook(buch.add_worksheet("Codebuch"), codebuch, formate)
        for blatt in buch.worksheets():
            _page(blatt, kopf)
    return out.getvalue()


def _page(blatt: Worksheet, kopf: Kopf) -> None:
    """On paper one page wide; title, "synthetisch" and the Datenstand are on every sheet."""
    blatt.set_paper(9)
    if blatt.get_name() == NAME:
        blatt.fit_to_pages(1, 1)  # upright: many areas make a long chart
    else:
        blatt.set_landscape()
        blatt.fit_to_pages(1, 0)
        blatt.set_header(f"&L&9{_plain(kopf.titel)}")
    blatt.set_footer(f"&L&8{_plain(' · '.join((kopf.datenstand, *kopf.hinweise)))}&R&8&P/&N")


def _plain(text: str) -> str:
    """As headers take it, where "&" is a sign of its own."""
    return text.replace("&", "&&")[:200]


def _values(
    blatt: Worksheet, zeilen: Sequence[Zeile], indikator: Indikator, beigabe: Beigabe, formate: Formate
) -> None:
    """What people look for comes first and is what is printed; the rest stands to the right of it."""
    spalten = sorted(SPALTEN, key=lambda spalte: FIRST.index(spalte.name) if spalte.name in FIRST else len(FIRST))
    for column, spalte in enumerate(spalten):
        number = spalte.art in (Art.GANZZAHL, Art.ZAHL)
        head = formate.head("right") if number else formate.head(indent=1 if column else 0)
        blatt.write_string(0, column, spalte.titel, head)
        blatt.set_column(column, column, WIDER.get(spalte.name, WIDTH[spalte.art]))
    for row, zeile in enumerate(zeilen, start=1):
        found = record(zeile, indikator, beigabe)
        mark = STATUS_MARK[Status(str(found["status"]))]
        for column, spalte in enumerate(spalten):
            _cell(blatt, row, column, found[spalte.name], _Feld(spalte, indikator, mark, formate))
    last = max(len(zeilen), 1)
    blatt.freeze_panes(1, 2)
    blatt.autofilter(0, 0, last, len(spalten) - 1)
    blatt.repeat_rows(0)
    blatt.print_area(0, 0, last, len(FIRST) - 1)


class _Feld:
    """How a column writes what it has."""

    def __init__(self, spalte: Spalte, indikator: Indikator, mark: str, formate: Formate) -> None:
        self.formate = formate
        self.mark = mark if spalte.name in MARKED else ""
        self.number = decimals(indikator.nachkommastellen) if spalte.name in RATES else QUANTITY
        if spalte.art is Art.GANZZAHL:
            self.number = PLAIN_NUMBER


def _cell(blatt: Worksheet, row: int, column: int, value: Zelle, feld: _Feld) -> None:
    if value is None:
        if feld.mark:
            blatt.write_string(row, column, feld.mark, feld.formate.mark)
    elif isinstance(value, bool):
        blatt.write_string(row, column, "ja" if value else "nein")
    elif isinstance(value, dt.date):
        midnight = dt.datetime(value.year, value.month, value.day)
        blatt.write_datetime(row, column, midnight, feld.formate.get(num_format=DAY))
    elif isinstance(value, str):
        write_text(blatt, row, column, value, feld.formate, indent=1 if column else 0)
    else:
        whole = feld.number == QUANTITY and float(value).is_integer()
        blatt.write_number(row, column, value, feld.formate.get(num_format=COUNT if whole else feld.number))


def _codebook(blatt: Worksheet, codebuch: Sequence[Eintrag], formate: Formate) -> None:
    titles = ("Teil", "Name", "Bedeutung")
    for column, (title, width) in enumerate(zip(titles, CODEBOOK, strict=True)):
        blatt.write_string(0, column, title, formate.head())
        blatt.set_column(column, column, width)
    for row, entry in enumerate(codebuch, start=1):
        texts = (entry.teil, entry.name, entry.bedeutung)
        lines = max(-(-len(text) // (width - 4)) for text, width in zip(texts, CODEBOOK, strict=True))
        blatt.set_row(row, LINE * max(lines, 1))
        for column, text in enumerate(texts):
            write_text(blatt, row, column, text, formate, text_wrap=True, valign="top")
    blatt.freeze_panes(1, 0)
    blatt.repeat_rows(0)
