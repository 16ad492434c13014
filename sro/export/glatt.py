"""A smoothed map's table as CSV: the usual columns, and beside the measured value the smoothed one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sro.export.csv import Form, table_csv
from sro.export.spalten import DIGITS, NAMEN, Beigabe, Zeile, Zelle, cells
from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.stats.geglaettet import Geglaettet

BESIDE = NAMEN.index("wert") + 1


def smoothed_csv(
    zeilen: Iterable[Zeile],
    indikator: Indikator,
    beigabe: Beigabe,
    geglaettet: Mapping[GebietKey, Geglaettet],
    form: Form = Form.MASCHINE,
) -> bytes:
    """`wert_geglaettet` in the unit of `wert`, `gewicht` from 0 to 1; both empty where nothing is smoothed."""
    head = _beside(NAMEN, ("wert_geglaettet", "gewicht"))
    rows = [_beside(cells(z, indikator, beigabe), _smoothed(geglaettet.get(z.gebiet.key))) for z in zeilen]
    return table_csv([str(name) for name in head], rows, form)


def _smoothed(one: Geglaettet | None) -> tuple[Zelle, Zelle]:
    return (round(one.geglaettet, DIGITS), round(one.gewicht, DIGITS)) if one else (None, None)


def _beside(row: tuple[Zelle, ...], both: tuple[Zelle, Zelle]) -> tuple[Zelle, ...]:
    return (*row[:BESIDE], *both, *row[BESIDE:])
