"""Which row of a file is which area: finds the column that says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import geopandas
import pandas

from sro.intake.grenzen.woerter import aufzaehlung
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import Stadt


@dataclass(frozen=True)
class Zuordnung:
    """The column that was used (None: none fits) and the area's id for every row; a row without one is unknown."""

    spalte: str | None
    ids: dict[int, str]
    befunde: tuple[Befund, ...]


def assign(
    frame: geopandas.GeoDataFrame,
    stadt: Stadt,
    ebene: str,
    *,
    key_column: str | None = None,
    name_column: str | None = None,
    file: str = "",
) -> Zuordnung:
    """Assigns rows (index) to the areas of a level, by the columns that were named or by the one that fits best.

    Ids repeat between levels and a file may carry the columns of several: the column is taken that names the most
    areas, in the most rows, most of them once. Columns as good that say something else about a row are told.
    """
    columns = [str(column) for column in frame.columns if column != frame.geometry.name]
    named = [column for column in (key_column, name_column) if column]
    absent = [column for column in named if column not in columns]
    if absent:
        return _none(file, "spalte_fehlt", f"Die Spalte „{absent[0]}“ gibt es nicht; vorhanden: {_listed(columns)}.")
    found = {column: _matches(frame[column], stadt, ebene) for column in named or columns}
    best = max(found, key=lambda column: _score(found[column]), default=None)
    if best is None or not found[best]:
        ebene_name = stadt.ebene(ebene).name
        return _none(
            file,
            "spalte_unklar",
            f"Keine Spalte nennt Ids oder Namen der Ebene {ebene_name}; vorhanden: {_listed(columns)}. "
            "Bitte --ebene prüfen oder die Spalte mit --spalte nennen.",
        )
    others = {column: ids for column, ids in found.items() if column != best}
    befunde = [*_contradictions(stadt, ebene, best, found[best], others, file)]
    befunde += _unknown(frame, found[best], stadt, ebene, best, file)
    return Zuordnung(best, found[best], tuple(befunde))


def _none(file: str, code: str, text: str) -> Zuordnung:
    return Zuordnung(None, {}, (Befund(code, text, datei=file),))


def _listed(columns: list[str]) -> str:
    return aufzaehlung(f"„{column}“" for column in columns) if columns else "keine"


def _score(ids: dict[int, str]) -> tuple[int, int, int]:
    """Areas that are named at all, rows that name one, areas that are named exactly once."""
    counts = Counter(ids.values())
    return len(counts), len(ids), sum(n == 1 for n in counts.values())


def _matches(values: pandas.Series, stadt: Stadt, ebene: str) -> dict[int, str]:
    numbers = _numbers(stadt, ebene)
    found = {row: _find(_text(value), stadt, ebene, numbers) for row, value in zip(values.index, values, strict=True)}
    matched = {row: id for row, id in found.items() if id}
    constant = len(values) > 1 and len(set(map(_text, values))) == 1
    return {} if constant else matched  # what is the same in all rows (an admin_level) tells no areas apart


def _text(value: Any) -> str:
    """A cell as text; 4.0 is how a table of numbers with gaps writes 4."""
    if value is None or (not isinstance(value, str) and pandas.isna(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _numbers(stadt: Stadt, ebene: str) -> dict[int, str]:
    """Ids by their number, so that 4 is "04"; empty where two ids have the same number."""
    ids = [g.id for g in stadt.of_level(ebene) if g.id.isdecimal()]
    numbers = {int(id): id for id in ids}
    return numbers if len(numbers) == len(ids) else {}


def _find(text: str, stadt: Stadt, ebene: str, numbers: dict[int, str]) -> str | None:
    if not text:
        return None
    gebiet = stadt.find(ebene, text)
    if gebiet:
        return gebiet.id
    plain = text.removesuffix(".0")
    return numbers.get(int(plain)) if plain.isdecimal() and len(plain) < 10 else None


def _contradictions(
    stadt: Stadt, ebene: str, best: str, ids: dict[int, str], others: dict[str, dict[int, str]], file: str
) -> list[Befund]:
    """Rows about which another column of the same rank says something else."""
    befunde = []
    for column, other in others.items():
        if _score(other) != _score(ids):
            continue
        rows = [row for row in ids if row in other and other[row] != ids[row]]
        if rows:
            text = (
                f"Die Spalten „{best}“ und „{column}“ nennen für das {rows[0]}. Objekt verschiedene Gebiete "
                f"({_named(stadt, ebene, ids[rows[0]])} und {_named(stadt, ebene, other[rows[0]])}). "
                "Bitte die richtige mit --spalte nennen."
            )
            befunde.append(Befund("spalten_widersprechen", text, datei=file, zeile=rows[0], spalte=best))
    return befunde


def _named(stadt: Stadt, ebene: str, id: str) -> str:
    return next(f"{g.id} {g.name}" for g in stadt.of_level(ebene) if g.id == id)


def _unknown(
    frame: geopandas.GeoDataFrame, ids: dict[int, str], stadt: Stadt, ebene: str, column: str, file: str
) -> list[Befund]:
    befunde = []
    for row, value in zip(frame.index, frame[column], strict=True):
        if row not in ids:
            wert = _text(value)
            shown = f"„{wert}“" if wert else "ohne Eintrag"
            text = (
                f"{row}. Objekt, Spalte „{column}“: {shown} ist kein Gebiet der Ebene {stadt.ebene(ebene).name} "
                f"von {stadt.name}. Bitte Wert und --ebene prüfen; eine andere Schreibweise gehört in gebiete.csv."
            )
            befunde.append(Befund("gebiet_unbekannt", text, Schwere.FEHLER, file, int(row), column, wert))
    return befunde
