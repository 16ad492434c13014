"""A sheet seen with its merged cells: what a person sees in a cell, which the file states only once."""

from __future__ import annotations

from functools import cached_property

from sro.intake.raster import Blatt, Rasterzeile, Verbund


class Gitter:
    """Looks up cells by the row's number in the file and the column counted from 0."""

    def __init__(self, blatt: Blatt) -> None:
        self.blatt = blatt
        self._rows = {row.nummer: row for row in blatt.zeilen}

    @cached_property
    def breite(self) -> int:
        return max((len(row.zellen) for row in self.blatt.zeilen), default=0)

    def row(self, number: int) -> Rasterzeile:
        """The row with this number, an empty one where the file has none."""
        return self._rows.get(number, Rasterzeile(number, ()))

    def own(self, number: int, column: int) -> str:
        """The cell's own text. Numbers are taken from here alone: a merged number counts once."""
        return self.row(number).zelle(column)

    def seen(self, number: int, column: int) -> str:
        """The text that a cell shows: its own, or that of the merged cell it belongs to."""
        own = self.own(number, column)
        if own:
            return own
        merged = self._merged(number, column)
        return self.own(merged.oben, merged.links) if merged else ""

    def is_merged(self, number: int, column: int) -> bool:
        return self._merged(number, column) is not None

    def _merged(self, number: int, column: int) -> Verbund | None:
        for merged in self._by_column.get(column, ()):
            if merged.oben <= number <= merged.unten:
                return merged
        return None

    @cached_property
    def _by_column(self) -> dict[int, list[Verbund]]:
        found: dict[int, list[Verbund]] = {}
        for merged in self.blatt.verbunden:
            for column in range(merged.links, min(merged.rechts, self.breite) + 1):
                found.setdefault(column, []).append(merged)
        return found
