"""The header of a table: which column lies where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from sro.intake.raster import Rasterzeile
from sro.model.befund import Befund, Schwere

PFLICHT = ("indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner")
SPALTEN = (*PFLICHT, "herkunft")
ANDERE_NAMEN = {"zeit": ("jahr", "datum", "stichtag")}  # what people call a column, unlike its own name
AEHNLICH = 0.7  # below, difflib takes "gebiet" for "zeit"


def column_name(text: str) -> str:
    """As names of columns are compared: "Gebiet ID" and "Zähler" are gebiet_id and zaehler."""
    name = text.strip().casefold().replace("ä", "ae").replace("-", "_")
    return "_".join(name.split())


def is_header(cells: tuple[str, ...]) -> bool:
    return set(PFLICHT) <= {column_name(cell) for cell in cells}


@dataclass(frozen=True, slots=True)
class Kopf:
    """Where the known columns lie; `breite` is the number of columns of the header."""

    stellen: dict[str, int]
    breite: int


def read_header(zeile: Rasterzeile, datei: str) -> tuple[Kopf, tuple[Befund, ...]]:
    """The columns found, and what is to be said about the header (errors: missing or doubled columns)."""
    names = [column_name(cell) for cell in zeile.zellen]
    stellen = {name: names.index(name) for name in SPALTEN if name in names}
    findings = (*_missing(zeile, names, datei), *_doubled(zeile, names, datei), *_ignored(zeile, names, datei))
    return Kopf(stellen, len(names)), findings


def _missing(zeile: Rasterzeile, names: list[str], datei: str) -> Iterator[Befund]:
    for name in PFLICHT:
        if name not in names:
            near = _meant(name, [n for n in names if n not in SPALTEN])
            hint = f" Ist „{zeile.zellen[names.index(near)]}“ gemeint?" if near else ""
            text = f"Die Spalte „{name}“ fehlt.{hint} Erwartet werden: {', '.join(PFLICHT)}."
            yield Befund("spalte_fehlt", text, datei=datei, zeile=zeile.nummer, spalte=name)


def _meant(name: str, candidates: list[str]) -> str | None:
    """The column that probably stands for a missing one."""
    known = [n for n in ANDERE_NAMEN.get(name, ()) if n in candidates]
    return next(iter([*known, *get_close_matches(name, candidates, 1, AEHNLICH)]), None)


def _doubled(zeile: Rasterzeile, names: list[str], datei: str) -> Iterator[Befund]:
    for name in SPALTEN:
        if names.count(name) > 1:
            text = f"Die Spalte „{name}“ gibt es {names.count(name)}-mal. Bitte nur eine behalten."
            yield Befund("spalte_doppelt", text, datei=datei, zeile=zeile.nummer, spalte=name)


def _ignored(zeile: Rasterzeile, names: list[str], datei: str) -> Iterator[Befund]:
    for cell, name in zip(zeile.zellen, names, strict=True):
        if name not in SPALTEN and name:
            text = f"Die Spalte „{cell}“ wird nicht gelesen."
            yield Befund("spalte_unbekannt", text, Schwere.HINWEIS, datei, zeile.nummer, cell)
