"""Writes the tables: one tidy CSV per theme, every row labelled as synthetic. Knows what was not delivered."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from scripts.demo.areas import IDS, YEARS, Tafel
from sro.model.gebiet import normalised
from sro.model.indikator import Indikator, Katalog

HEADER = ("indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner", "herkunft")
SEU = ("sprachfoerderbedarf", "uebergewicht", "u8_u9_vollstaendig")
# Both forms in which an office leaves something out: no row at all, or a row without a number.
NO_ROW = {*((indikator, 2021) for indikator in SEU), ("stammbesuchende_okja", 2020)}
EMPTY_ROW = {*((indikator, 2020) for indikator in SEU), ("ganztag_grundschule", 2015)}
# One report of a youth house is missing; without it there is no sum of the city either.
EMPTY_CELLS = {("stammbesuchende_okja", 2018, "stadtteil", "09"), ("stammbesuchende_okja", 2018, "stadt", "00")}


def write(folder: Path, katalog: Katalog, made: dict[str, Tafel]) -> tuple[Path, ...]:
    """Writes one file per theme into `folder` and returns them."""
    return tuple(_write_theme(folder / f"{slug(thema)}.csv", katalog, thema, made) for thema in katalog.themen)


def slug(thema: str) -> str:
    plain = unicodedata.normalize("NFKD", normalised(thema)).encode("ascii", "ignore").decode()
    return plain.replace(" ", "_")


def _write_theme(path: Path, katalog: Katalog, thema: str, made: dict[str, Tafel]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for indikator in katalog.indikatoren:
            if indikator.thema == thema:
                writer.writerows(_rows(indikator, made))
    return path


def _rows(indikator: Indikator, made: dict[str, Tafel]) -> Iterator[tuple[str, ...]]:
    for ebene in indikator.alle_ebenen:
        zaehler, nenner = made[indikator.zaehler].on(ebene), made[indikator.nenner].on(ebene)
        for column, gebiet in enumerate(IDS[ebene]):
            for row, year in enumerate(YEARS):
                if (indikator.id, year) in NO_ROW:
                    continue
                numbers = _shown(zaehler[row, column]), _shown(nenner[row, column])
                if (indikator.id, year) in EMPTY_ROW:
                    numbers = "", ""
                elif (indikator.id, year, ebene, gebiet) in EMPTY_CELLS:
                    numbers = "", numbers[1]
                yield indikator.id, ebene, gebiet, str(year), *numbers, "synthetisch"


def _shown(number: float) -> str:
    """12.0 → "12", 2.25 → "2.25"; exact for the whole and quarter numbers that occur."""
    return str(int(number)) if float(number).is_integer() else str(float(number))
