"""Reads a grid from a workbook: the sheet with the columns wanted, every cell as the text that a person would type."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Iterable
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from sro.intake.befunde import UnreadableError
from sro.intake.datei import Datei, max_megabytes
from sro.intake.raster import Raster, Rasterzeile, trimmed
from sro.model.befund import Befund

MAX_COLUMNS = 100
MAX_ROWS = 1_048_576
INFLATION = 20  # a workbook unpacks to about ten times its size


def read_xlsx(datei: Datei, is_header: Callable[[tuple[str, ...]], bool]) -> Raster:
    """Rows of the first sheet whose first row `is_header`, else of the first sheet; UnreadableError if broken."""
    _check_size(datei)
    try:
        workbook = load_workbook(BytesIO(datei.inhalt), read_only=True, keep_links=False)
        sheets = [_sheet(sheet) for sheet in workbook.worksheets]
    except Exception as error:  # openpyxl raises whatever its parsers meet in a broken file
        raise UnreadableError(_broken(datei)) from error
    filled = [sheet for sheet in sheets if sheet]
    if not filled:
        raise UnreadableError(
            Befund(
                "datei_leer",
                "Die Arbeitsmappe enthält keine Tabelle. Bitte prüfen, ob es die richtige ist.",
                datei=datei.name,
            )
        )
    return next((sheet for sheet in filled if is_header(sheet[0].zellen)), filled[0])


def text(value: Any) -> str:
    """A cell as text: 4 → "4", 12.5 → "12.5", a date → "31.12.2024"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, float):
        return _decimal(value)
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    return str(value)


def _decimal(value: float) -> str:
    if value.is_integer():
        return str(int(value))
    written = f"{Decimal(repr(value)):f}"
    # A workbook's number is never thousands: a fourth digit keeps 1.234 apart from the text "1.234".
    return written + "0" if len(written.partition(".")[2]) == 3 else written


def _sheet(sheet: Any) -> Raster:
    sheet.reset_dimensions()  # what the file states about its size is often wrong
    return _filled(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS, max_row=MAX_ROWS))


def _filled(rows: Iterable[tuple[Any, ...]]) -> Raster:
    found: Raster = []
    for number, values in enumerate(rows, start=1):
        cells = trimmed([text(value) for value in values])
        if cells:
            found.append(Rasterzeile(number, cells))
    return found


def _check_size(datei: Datei) -> None:
    try:
        unpacked = sum(entry.file_size for entry in zipfile.ZipFile(BytesIO(datei.inhalt)).infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableError(_broken(datei)) from error
    if unpacked > max_megabytes() * INFLATION * 1_000_000:
        raise UnreadableError(
            Befund(
                "datei_zu_gross",
                f"Die Arbeitsmappe hat entpackt {unpacked / 1_000_000:.0f} MB. "
                "Bitte leere Zeilen und andere Blätter löschen oder als CSV speichern.",
                datei=datei.name,
            )
        )


def _broken(datei: Datei) -> Befund:
    return Befund(
        "datei_kaputt",
        "Die Arbeitsmappe ist beschädigt und lässt sich nicht öffnen. Bitte in Excel öffnen und neu speichern.",
        datei=datei.name,
    )
