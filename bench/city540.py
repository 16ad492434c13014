"""Writes a made-up city of 540 Stadtbezirke in the form of a city folder, and synthetic figures for it.

`python -m bench.city540 FOLDER` writes FOLDER/stadt (stadt.yaml, gebiete.csv, grenzen/) and FOLDER/zahlen.csv.
The same bytes at every run.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sro.model.indikator import Anteilsart, Indikator, Katalog
from sro.reference.catalogue import catalogue

COLUMNS, ROWS = 27, 20  # a Stadtteil is a column of Stadtbezirke
STEPS = 24  # pieces of every shared border, so that an outline has about as many points as a real one
WEST, SOUTH, WIDTH, HEIGHT = 10.5, 53.7, 0.012, 0.007  # degrees
INDICATORS, YEARS = 5, (2023, 2024)
QUELLE = "Erfundene Stadt für Messungen, synthetisch"

Point = tuple[float, float]
Cell = tuple[int, int]


def write(folder: Path) -> tuple[Indikator, ...]:
    """Writes city and figures; the indicators that have figures."""
    (folder / "stadt" / "grenzen").mkdir(parents=True, exist_ok=True)
    _write_city(folder / "stadt")
    _write_boundaries(folder / "stadt" / "grenzen")
    chosen = suitable(catalogue())
    _write_figures(folder / "zahlen.csv", chosen)
    return chosen


def suitable(katalog: Katalog) -> tuple[Indikator, ...]:
    """Shares at the finest level whose counts stand alone: no sums of other counts to keep consistent."""
    parts = {part for merkmal in katalog.merkmale for part in merkmal.summe_aus}
    chosen: dict[str, Indikator] = {}
    for indikator in katalog.indikatoren:
        zaehler = katalog.merkmal(indikator.zaehler)
        alone = not zaehler.summe_aus and zaehler.id not in parts
        if alone and indikator.art is Anteilsart.ANTEIL and "stadtbezirk" in indikator.ebenen:
            chosen.setdefault(indikator.zaehler, indikator)
    return tuple(chosen.values())[:INDICATORS]


def _cells() -> list[Cell]:
    return [(column, row) for column in range(COLUMNS) for row in range(ROWS)]


def _bezirk_id(cell: Cell) -> str:
    return f"{cell[0] * ROWS + cell[1] + 1:03d}"


def _stadtteil_id(column: int) -> str:
    return f"{column + 1:02d}"


def _write_city(folder: Path) -> None:
    centre = [round(SOUTH + ROWS * HEIGHT / 2, 4), round(WEST + COLUMNS * WIDTH / 2, 4)]
    described = {
        "id": "erfunden540",
        "name": "Erfundene Stadt",
        "mittelpunkt": centre,
        "ebenen": [
            {"id": "stadt", "name": "Stadt", "plural": "Stadt"},
            {"id": "stadtteil", "name": "Stadtteil", "plural": "Stadtteile"},
            {"id": "stadtbezirk", "name": "Stadtbezirk", "plural": "Stadtbezirke"},
        ],
    }
    # JSON is YAML.
    (folder / "stadt.yaml").write_text(json.dumps(described, ensure_ascii=False, indent=1), encoding="utf-8")
    rows = [("stadt", "00", "Erfundene Stadt", "", "", "")]
    rows += [("stadtteil", _stadtteil_id(c), f"Teil {c + 1}", "", "stadt", "00") for c in range(COLUMNS)]
    rows += [
        (
            "stadtbezirk",
            _bezirk_id(cell),
            f"Bezirk {cell[0] + 1}.{cell[1] + 1}",
            "",
            "stadtteil",
            _stadtteil_id(cell[0]),
        )
        for cell in _cells()
    ]
    _write_csv(folder / "gebiete.csv", ("ebene", "id", "name", "aliase", "eltern_ebene", "eltern_id"), rows)


def _write_boundaries(folder: Path) -> None:
    bezirke = {_bezirk_id(cell): _outline(*cell, *cell) for cell in _cells()}
    teile = {_stadtteil_id(c): _outline(c, 0, c, ROWS - 1) for c in range(COLUMNS)}
    stadt = {"00": _outline(0, 0, COLUMNS - 1, ROWS - 1)}
    for ebene, outlines in (("stadtbezirk", bezirke), ("stadtteil", teile), ("stadt", stadt)):
        (folder / f"{ebene}.geojson").write_text(json.dumps(_collection(ebene, outlines)), encoding="utf-8")


def _collection(ebene: str, outlines: dict[str, list[Point]]) -> dict[str, Any]:
    features = [
        {"type": "Feature", "properties": {"id": id}, "geometry": {"type": "Polygon", "coordinates": [outline]}}
        for id, outline in outlines.items()
    ]
    return {"type": "FeatureCollection", "ebene": ebene, "schematisch": True, "quelle": QUELLE, "features": features}


def _outline(west: int, south: int, east: int, north: int) -> list[Point]:
    """The outline of a block of cells, counter-clockwise and closed. Neighbours share every point of their border."""
    points: list[Point] = []
    for column in range(west, east + 1):
        points += _border((column, south), (column + 1, south))[:-1]
    for row in range(south, north + 1):
        points += _border((east + 1, row), (east + 1, row + 1))[:-1]
    for column in range(east, west - 1, -1):
        points += _border((column, north + 1), (column + 1, north + 1))[:0:-1]
    for row in range(north, south - 1, -1):
        points += _border((west, row), (west, row + 1))[:0:-1]
    return [*points, points[0]]


def _border(start: Cell, end: Cell) -> list[Point]:
    """A crooked line between two corners, the same whenever it is asked for.

    It strays to the sides only, and less towards the corners, so that no two lines cross.
    """
    dice = random.Random(f"{start}{end}")
    points = []
    for step in range(STEPS + 1):
        part = step / STEPS
        aside = dice.uniform(-0.3, 0.3) * min(part, 1 - part)
        along, across = (part, aside) if start[1] == end[1] else (aside, part)
        points.append((round(WEST + (start[0] + along) * WIDTH, 5), round(SOUTH + (start[1] + across) * HEIGHT, 5)))
    return points


def _write_figures(path: Path, chosen: Sequence[Indikator]) -> None:
    header = ("indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner", "herkunft")
    _write_csv(path, header, (row for year in YEARS for row in _figures(chosen, year)))


def _figures(chosen: Sequence[Indikator], year: int) -> Iterable[tuple[object, ...]]:
    """Counts per Stadtbezirk that add up to Stadtteil and Stadt; the same denominator is the same number everywhere."""
    for indikator in chosen:
        sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for cell in _cells():
            nenner = _size(indikator.nenner, cell, year)
            zaehler = round(nenner * random.Random(f"{indikator.zaehler} {cell} {year}").uniform(0.05, 0.4))
            places = (("stadt", "00"), ("stadtteil", _stadtteil_id(cell[0])), ("stadtbezirk", _bezirk_id(cell)))
            for place in places:
                sums[place][0] += zaehler
                sums[place][1] += nenner
        for (ebene, id), (zaehler, nenner) in sums.items():
            if ebene in indikator.ebenen:
                yield indikator.id, ebene, id, year, zaehler, nenner, "synthetisch"


def _size(merkmal: str, cell: Cell, year: int) -> int:
    """How many people: chosen at random, or the sum of the parts that the catalogue names."""
    parts = catalogue().merkmal(merkmal).summe_aus
    if parts:
        return sum(_size(part, cell, year) for part in parts)
    return random.Random(f"{merkmal} {cell} {year}").randint(150, 1000)


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
