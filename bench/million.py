"""Imports a million made-up rows: what it takes on this machine in time and memory, without small counts and with some.

`python -m bench.million` writes a city of 10,000 Stadtbezirke with figures of twenty years into a temporary folder and
runs the import there, reading through writing. The goal: at most 60 seconds and 2 GB on two processors.
"""

from __future__ import annotations

import csv
import json
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.einlesen import Aufwand, measured_import
from bench.stadt.vorlage import suitable
from sro.model.indikator import Katalog
from sro.reference.catalogue import catalogue
from sro.views.words import number

TEILE, BEZIRKE, JAHRE = 100, 100, range(2005, 2025)
ANTEILE = (0.0, 0.01)  # of all counts that are small
KLEIN = 9  # small counts are at most as large: hidden ones and some that are not
EBENEN = (("stadt", "Stadt"), ("stadtteil", "Stadtteile"), ("stadtbezirk", "Stadtbezirke"))
Bezirk = tuple[int, int]
Row = tuple[object, ...]


def main() -> None:
    for anteil in ANTEILE:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_city(folder / "stadt", TEILE, BEZIRKE)
            write_figures(folder / "zahlen.csv", catalogue(), (TEILE, BEZIRKE), JAHRE, anteil)
            print(f"{number(anteil * 100)} % kleine Zahlen: {measure(folder)}", flush=True)


def measure(folder: Path) -> Aufwand:
    """Imports the figures of a folder into an empty database there."""
    env = {"SRO_STADT": str(folder / "stadt"), "SRO_VAR": str(folder / "var")}
    return measured_import([folder / "zahlen.csv"], env)


def write_city(folder: Path, teile: int, bezirke: int) -> None:
    """So many Stadtteile with so many Stadtbezirke each, without boundaries."""
    folder.mkdir(parents=True)
    described = {
        "id": "million",
        "name": "Erfundene Großstadt",
        "mittelpunkt": [53.9, 10.7],
        "ebenen": [{"id": id, "name": id.title(), "plural": plural} for id, plural in EBENEN],
    }
    # JSON is YAML.
    (folder / "stadt.yaml").write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")
    rows: list[Row] = [("stadt", "00", "Erfundene Großstadt", "", "", "")]
    rows += [("stadtteil", f"{t:03d}", f"Teil {t}", "", "stadt", "00") for t in range(teile)]
    rows += [
        ("stadtbezirk", f"{t:03d}{b:03d}", f"Bezirk {t}.{b}", "", "stadtteil", f"{t:03d}")
        for t in range(teile)
        for b in range(bezirke)
    ]
    _write_csv(folder / "gebiete.csv", ("ebene", "id", "name", "aliase", "eltern_ebene", "eltern_id"), rows)


def write_figures(path: Path, katalog: Katalog, size: tuple[int, int], jahre: Sequence[int], anteil: float) -> None:
    """Counts of every area and year, the same bytes at every run; `anteil` of the numerators are small."""
    header = ("indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner", "herkunft")
    _write_csv(path, header, _figures(katalog, size, jahre, anteil))


def _figures(katalog: Katalog, size: tuple[int, int], jahre: Sequence[int], anteil: float) -> Iterator[Row]:
    dice = random.Random(1)
    bezirke = [(t, b) for t in range(size[0]) for b in range(size[1])]
    people = {bezirk: dice.randint(300, 2000) for bezirk in bezirke}
    for jahr in jahre:
        for indikator in suitable(katalog):
            gruppe = {bezirk: _group(katalog, indikator.nenner, people[bezirk], jahr) for bezirk in bezirke}
            counts = {
                bezirk: dice.randint(1, KLEIN) if dice.random() < anteil else round(gruppe[bezirk] * _rate(dice))
                for bezirk in bezirke
            }
            for ebene, id, members in _places(bezirke):
                if ebene in indikator.ebenen:
                    zaehler, nenner = sum(counts[one] for one in members), sum(gruppe[one] for one in members)
                    yield indikator.id, ebene, id, jahr, zaehler, nenner, "synthetisch"


def _group(katalog: Katalog, merkmal: str, people: int, jahr: int) -> int:
    """How large a group is, the same wherever it is asked for: it grows a little every year."""
    parts = katalog.merkmal(merkmal).summe_aus
    if parts:
        return sum(_group(katalog, part, people, jahr) for part in parts)
    return round(people * (1 + (jahr - JAHRE[0]) / 100))


def _rate(dice: random.Random) -> float:
    return dice.uniform(0.15, 0.25)


def _places(bezirke: Sequence[Bezirk]) -> Iterator[tuple[str, str, Sequence[Bezirk]]]:
    """Every area with the Stadtbezirke that it consists of."""
    yield "stadt", "00", bezirke
    for teil in sorted({t for t, _ in bezirke}):
        yield "stadtteil", f"{teil:03d}", [one for one in bezirke if one[0] == teil]
    for t, b in bezirke:
        yield "stadtbezirk", f"{t:03d}{b:03d}", [(t, b)]


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
