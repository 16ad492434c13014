"""A grid of texts: what a CSV file and a worksheet have in common. Rows keep their number in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sro.intake.befunde import UnreadableError
from sro.model.befund import Befund

MAX_COLUMNS = 1_000
MAX_CELLS = 10_000_000
SHARED = 200_000  # different texts of a file that are kept to be shared
# Soft hyphens and the like, pasted along with a name, and control characters that a wrong encoding left behind: nobody
# sees why it is not the same name.
INVISIBLE = dict.fromkeys([*map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), *range(0x80, 0xA0)])


class Rasterzeile(NamedTuple):
    """One row that is not empty; `nummer` counts from 1 as an editor or spreadsheet does."""

    nummer: int
    zellen: tuple[str, ...]

    def zelle(self, stelle: int) -> str:
        """The text at a position counted from 0, "" where the row ends before it."""
        return self.zellen[stelle] if stelle < len(self.zellen) else ""


Raster = list[Rasterzeile]


class Verbund(NamedTuple):
    """Cells merged into one: rows by their number in the file, columns counted from 0, both ends included."""

    oben: int
    links: int
    unten: int
    rechts: int


@dataclass(frozen=True, slots=True)
class Blatt:
    """One sheet; a text file is a single sheet without a name. Only texts have a decimal mark of their own."""

    name: str
    zeilen: Raster
    verbunden: tuple[Verbund, ...] = ()
    ist_text: bool = False


class Texte(dict[str, str]):
    """Cells without surrounding blanks and invisible characters. A text that comes again is the same object."""

    def __missing__(self, cell: str) -> str:
        text = cell.strip() if cell.isascii() else cell.translate(INVISIBLE).strip()
        if len(self) < SHARED:
            self[cell] = text
        return text


def trimmed(cells: list[str], known: Texte | None = None) -> tuple[str, ...]:
    """The texts of a row without empty cells at its end; `known` are those of the rows before."""
    known = Texte() if known is None else known
    texts = [known[cell] for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


class Grenze:
    """Counts what a file holds while it is read, so that reading stops before memory does."""

    def __init__(self, datei: str) -> None:
        self._datei = datei
        self._cells = 0

    def row(self, number: int, width: int) -> None:
        """Takes note of one row; UnreadableError where it is too wide or the file holds too much."""
        self._cells += width
        if width > MAX_COLUMNS:
            raise UnreadableError(too_wide(self._datei, number))
        if self._cells > MAX_CELLS:
            raise UnreadableError(
                Befund(
                    "tabelle_zu_gross",
                    f"Die Datei hat mehr als {MAX_CELLS // 1_000_000} Millionen Zellen. "
                    "Bitte in mehrere Lieferungen teilen oder nicht gebrauchte Blätter und Spalten löschen.",
                    datei=self._datei,
                    zeile=number,
                )
            )


def too_wide(datei: str, row: int | None = None) -> Befund:
    text = (
        f"Die Tabelle hat mehr als {MAX_COLUMNS} Spalten. Bitte nicht gebrauchte Spalten löschen; "
        "wo Gebiete in den Spalten stehen, Zeilen und Spalten tauschen."
    )
    return Befund("tabelle_zu_breit", text, datei=datei, zeile=row)
