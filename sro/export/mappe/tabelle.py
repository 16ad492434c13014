"""Rows of several indicators as a workbook: values and a codebook, without a chart. Numbers and text alone."""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from sro.export.codebuch import Eintrag
from sro.export.mappe.codebuchblatt import codebook_sheet
from sro.export.mappe.druck import landscape
from sro.export.mappe.formate import PLAIN, Formate
from sro.export.mappe.wertetabelle import values_sheet
from sro.export.spalten import Spalte, Zelle


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
        werte = buch.add_worksheet("Werte")
        values_sheet(werte, spalten, zeilen, formate)
        werte.freeze_panes(1, 0)
        codebook_sheet(buch.add_worksheet("Codebuch"), codebuch, formate)
        for blatt in buch.worksheets():
            landscape(blatt, fuss)
    return out.getvalue()
