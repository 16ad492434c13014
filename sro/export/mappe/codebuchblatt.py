"""The sheet "Codebuch" of a workbook, each row as high as its text."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from sro.export.codebuch import Eintrag
from sro.export.mappe.formate import LINE, Formate, write_text

TITLES = ("Teil", "Name", "Bedeutung")
WIDTHS = (38, 26, 100)  # of the columns in characters


def codebook_sheet(blatt: Worksheet, codebuch: Sequence[Eintrag], formate: Formate, oben: int = 0) -> None:
    """The codebook with its header in the row `oben`."""
    for column, (title, width) in enumerate(zip(TITLES, WIDTHS, strict=True)):
        blatt.write_string(oben, column, title, formate.head())
        blatt.set_column(column, column, width)
    for row, entry in enumerate(codebuch, start=oben + 1):
        texts = (entry.teil, entry.name, entry.bedeutung)
        lines = max(-(-len(text) // (width - 4)) for text, width in zip(texts, WIDTHS, strict=True))
        blatt.set_row(row, LINE * max(lines, 1))
        for column, text in enumerate(texts):
            write_text(blatt, row, column, text, formate, text_wrap=True, valign="top")
    blatt.freeze_panes(oben + 1, 0)
    blatt.repeat_rows(oben)
