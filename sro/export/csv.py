"""A figure's table as CSV: tidy for machines, or as German Excel opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.model.gebiet import Gebiet
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.intervall import interval_of

Zelle = str | int | float | None
COLUMNS = (
    "indikator", "indikator_name", "ebene", "gebiet_id", "gebiet", "jahr", "zeit", "zaehler", "nenner", "wert",
    "unten_95", "oben_95", "einheit", "status", "vorlaeufig", "revidiert", "quelle", "datenstand", "herkunft",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Form(StrEnum):
    MASCHINE = "maschine"  # comma, decimal point, UTF-8
    EXCEL = "excel"  # semicolon, decimal comma, UTF-8 with BOM


@dataclass(frozen=True, slots=True)
class Zeile:
    """One row: an area, a year, and what is known of it (None: not delivered)."""

    gebiet: Gebiet
    jahr: int
    beobachtung: Beobachtung | None


def figure_csv(
    zeilen: Iterable[Zeile], indikator: Indikator, datenstand: str, herkunft: str, form: Form = Form.MASCHINE
) -> bytes:
    """The values of a figure with their states and where they come from.

    `datenstand` names it ("Datenstand 3 vom 22.11.2026"), `herkunft` the delivery ("synthetisch" where it is made up).
    """
    meta = (indikator.quelle, datenstand, herkunft)
    return table_csv(COLUMNS, [(*_cells(zeile, indikator), *meta) for zeile in zeilen], form)


def table_csv(kopf: Sequence[str], zeilen: Iterable[Sequence[Zelle]], form: Form = Form.MASCHINE) -> bytes:
    """Any table, one header row. Numbers stay numbers; text that a spreadsheet would take for a formula gets a "'"."""
    out = io.StringIO()
    excel = form is Form.EXCEL
    writer = csv.writer(out, delimiter=";" if excel else ",")
    writer.writerow([_written(cell, excel) for cell in kopf])
    writer.writerows([_written(cell, excel) for cell in zeile] for zeile in zeilen)
    return out.getvalue().encode("utf-8-sig" if excel else "utf-8")


def _cells(zeile: Zeile, indikator: Indikator) -> tuple[Zelle, ...]:
    b, gebiet = zeile.beobachtung, zeile.gebiet
    limits = interval_of(indikator, b)
    return (
        indikator.id, indikator.name, gebiet.ebene, gebiet.id, gebiet.name, zeile.jahr, indikator.period(zeile.jahr),
        b.zaehler if b else None, b.nenner if b else None, b.wert if b else None,
        limits.unten if limits else None, limits.oben if limits else None,
        indikator.einheit, (b.status if b else Status.FEHLT).value,
        "ja" if b and b.vorlaeufig else "nein", "ja" if b and b.revidiert else "nein",
    )  # fmt: skip


def _written(cell: Zelle, excel: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
    number = str(int(cell)) if float(cell).is_integer() else str(round(float(cell), 6))
    return number.replace(".", ",") if excel else number
