"""The small table that a native chart draws, and how its lines and its axis of values look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from sro.export.mappe.formate import Formate, write_text
from sro.model.indikator import Indikator
from sro.views.theme import LIGHT, SERIES

MOST_COLOURS = len(SERIES)
ROW = 20  # pixels of a row


@dataclass(frozen=True, slots=True)
class Ort:
    """Where the table of a chart begins and what its numbers look like."""

    blatt: Worksheet
    oben: int  # row of its header
    formate: Formate
    zahl: str

    def number(self, row: int, column: int, value: float | None) -> None:
        """A number, or an empty field: never text, which Excel would draw as zero."""
        if value is None:
            self.blatt.write_blank(self.oben + row, column, None, self.formate.empty)
        else:
            self.blatt.write_number(self.oben + row, column, value, self.formate.get(num_format=self.zahl))

    def text(self, row: int, column: int, text: str) -> None:
        write_text(self.blatt, self.oben + row, column, text, self.formate)

    def head(self, titles: Sequence[str]) -> None:
        self.blatt.set_row(self.oben, 2 * ROW * 0.75)
        for column, title in enumerate(titles):
            self.blatt.write_string(self.oben, column, title, self.formate.head(align="right" if column else "left"))

    def cell(self, column: int) -> list[Any]:
        """A field of the header, as charts take it."""
        return [self.blatt.get_name(), self.oben, column]

    def area(self, column: int, rows: int) -> list[Any]:
        """A column below the header, as charts take it."""
        return [self.blatt.get_name(), self.oben + 1, column, self.oben + rows, column]


def line_look(n: int, total: int, *, city: bool) -> dict[str, Any]:
    """Few lines in colours of their own; many in grey. The whole city is always dark and broad."""
    if city:
        colour, width = LIGHT.ink, 2.5
    else:
        colour, width = (SERIES[n % MOST_COLOURS], 2.0) if total <= MOST_COLOURS + 1 else (LIGHT.hatch, 1.0)
    fill = {"color": colour}
    marker = {"type": "circle", "size": 5, "fill": fill, "border": fill}
    return {"line": {"color": colour, "width": width}, "marker": marker}


def value_axis(indikator: Indikator, ort: Ort, shown: Iterable[float]) -> dict[str, Any]:
    """From zero, unless there is something below it."""
    below = any(value < 0 for value in shown)
    return {
        "name": indikator.einheit,
        "name_font": {"size": 9, "bold": False},
        "num_format": ort.zahl,
        "num_font": {"size": 9},
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.line, "width": 0.5}},
        **({} if below else {"min": 0}),
    }
