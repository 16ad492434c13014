"""Figures as a workbook: values, a native chart, and a codebook. Made of numbers and text alone, no formula in it."""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.export.bild.kopf import Kopf
from sro.export.codebuch import Eintrag
from sro.export.mappe.codebuchblatt import codebook_sheet
from sro.export.mappe.diagrammblatt import NAME, chart_sheet
from sro.export.mappe.druck import landscape, upright
from sro.export.mappe.formate import PLAIN, Formate
from sro.export.mappe.wertetabelle import in_front, values_sheet
from sro.export.spalten import SPALTEN, Beigabe, Zeile, record
from sro.model.indikator import Indikator

FIRST = (
    "gebiet_id", "gebiet", "jahr", "zeit", "zaehler", "nenner", "wert", "unten_95", "oben_95", "einheit", "status",
)  # fmt: skip


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
        codebook_sheet(buch.add_worksheet("Codebuch"), codebuch, formate)
        for blatt in buch.worksheets():
            _page(blatt, kopf)
    return out.getvalue()


def _page(blatt: Worksheet, kopf: Kopf) -> None:
    """Title, "synthetisch" and the Datenstand are on every sheet."""
    foot = (kopf.datenstand, *kopf.hinweise)
    if blatt.get_name() == NAME:
        upright(blatt, foot)  # many areas make a long chart
    else:
        landscape(blatt, foot, kopf.titel)


def _values(
    blatt: Worksheet, zeilen: Sequence[Zeile], indikator: Indikator, beigabe: Beigabe, formate: Formate
) -> None:
    """What people look for comes first and is what is printed; the rest stands to the right of it."""
    spalten = in_front(SPALTEN, FIRST)
    found = [record(zeile, indikator, beigabe) for zeile in zeilen]
    rows = [[one[spalte.name] for spalte in spalten] for one in found]
    values_sheet(blatt, spalten, rows, formate, stellen=[indikator.nachkommastellen] * len(rows))
    blatt.freeze_panes(1, 2)
    blatt.print_area(0, 0, max(len(zeilen), 1), len(FIRST) - 1)
