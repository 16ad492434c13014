"""The sheets of a file, whatever its format, and which of them holds the table."""

from __future__ import annotations

from sro.intake.befunde import UnreadableError
from sro.intake.csv_text import read_csv
from sro.intake.datei import Datei
from sro.intake.kopf import is_header
from sro.intake.ods import read_ods
from sro.intake.raster import Blatt, Rasterzeile
from sro.intake.sprache import listed, meant
from sro.intake.xls import read_xls
from sro.intake.xlsx import read_xlsx
from sro.intake.zahl import Zahlfehler, read_number
from sro.model.befund import Befund, Schwere

READERS = {".xlsx": read_xlsx, ".xls": read_xls, ".ods": read_ods}


def read_sheets(datei: Datei) -> tuple[Blatt, ...]:
    """The sheets that hold anything; UnreadableError where there is none or the file cannot be read."""
    sheets = (read_csv(datei),) if datei.is_text else READERS[datei.endung](datei)
    filled = tuple(sheet for sheet in sheets if sheet.zeilen)
    if not filled:
        raise UnreadableError(
            Befund(
                "datei_leer",
                "Die Arbeitsmappe enthält keine Tabelle. Bitte prüfen, ob es die richtige ist.",
                datei=datei.name,
            )
        )
    return filled


def choose(sheets: tuple[Blatt, ...], datei: str, name: str | None = None) -> tuple[Blatt, tuple[Befund, ...]]:
    """The sheet of this name, else one with our columns, else the one most like a table; says which, if several.

    UnreadableError where no sheet has the name.
    """
    if name:
        return _named(sheets, datei, name), ()
    tidy = (sheet for sheet in sheets if is_header(sheet.zeilen[0].zellen))
    chosen = next(tidy, None) or max(sheets, key=_likeness)
    return chosen, () if len(sheets) == 1 else (_told(chosen, sheets, datei),)


def _named(sheets: tuple[Blatt, ...], datei: str, name: str) -> Blatt:
    found = next((sheet for sheet in sheets if sheet.name == name), None)
    if found is None:
        names = [sheet.name for sheet in sheets if sheet.name]
        are = f"Blätter der Datei: {listed(names)}." if names else "Die Datei hat keine benannten Blätter."
        text = (
            f"Das Blatt „{name}“ gibt es nicht oder es ist leer.{meant(name, names)} {are} Bitte das Blatt neu wählen."
        )
        raise UnreadableError(Befund("blatt_fehlt", text, datei=datei))
    return found


def _likeness(sheet: Blatt) -> int:
    """Numbers that stand in rows with a text: what notes, covers and lists of contents have few of."""
    return sum(_numbers(row) for row in sheet.zeilen)


def _numbers(row: Rasterzeile) -> int:
    numbers = sum(not isinstance(read_number(cell), Zahlfehler) for cell in row.zellen if cell)
    return numbers if numbers < sum(bool(cell) for cell in row.zellen) else 0


def _told(chosen: Blatt, sheets: tuple[Blatt, ...], datei: str) -> Befund:
    others = listed([f"„{sheet.name}“" for sheet in sheets if sheet is not chosen])
    text = f"Gelesen wird das Blatt „{chosen.name}“, nicht gelesen: {others}. Ist ein anderes gemeint, bitte es wählen."
    return Befund("blatt_gewaehlt", text, Schwere.HINWEIS, datei)
