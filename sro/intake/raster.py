"""A grid of texts: what a CSV file and a worksheet have in common. Rows keep their number in the file."""

from __future__ import annotations

from typing import NamedTuple


class Rasterzeile(NamedTuple):
    """One row that is not empty; `nummer` counts from 1 as an editor or spreadsheet does."""

    nummer: int
    zellen: tuple[str, ...]


Raster = list[Rasterzeile]


def trimmed(cells: list[str]) -> tuple[str, ...]:
    """Cells without surrounding blanks and without empty cells at the end of the row."""
    texts = [cell.strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
