"""Writes data/demo/einrichtungen/einrichtungen.csv: made-up facilities, the same bytes on every run.

Usage: python scripts/einrichtungen.py [--out FILE]

How many there are of a kind follows from the synthetic number of young people, so that every Stadtbezirk has something
and large ones have more. Names and Träger begin with "Beispiel" and stand for nobody. Those of one Stadtbezirk get a
place of chance in its schematic outline, but for the offices of Hilfen zur Erziehung.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator
from itertools import accumulate, pairwise, product
from pathlib import Path
from typing import NamedTuple

from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sro.intake.einrichtungen.spalten import SPALTEN  # noqa: E402
from sro.model.einrichtung import Einrichtungsart, Traegerart  # noqa: E402
from sro.model.gebiet import Gebiet  # noqa: E402
from sro.reference.city import city  # noqa: E402

SEED = 20241231
YEAR = "2024"
OUT = ROOT / "data" / "demo" / "einrichtungen" / "einrichtungen.csv"
KOMMUNAL = "Kommunaler Beispielträger"
FREIE = (
    *("Beispielverein Morgenstern e. V.", "Beispielwerk Brücke gGmbH", "Beispielverband Anker e. V."),
    *("Beispielstiftung Leuchtfeuer", "Beispielgemeinschaft Kompass e. V.", "Beispielhilfe Segel gGmbH"),
)
ANFANG = (
    *("Ahorn", "Birken", "Buchen", "Dachs", "Eichen", "Erlen", "Eschen", "Falken", "Fichten", "Fuchs", "Hasel"),
    *("Igel", "Kiefern", "Lerchen", "Linden", "Möwen", "Pappel", "Reiher", "Schwalben", "Ulmen", "Weiden", "Zeder"),
)
ENDE = ("bogen", "garten", "hof", "insel", "nest", "wiese")
JE_STADTTEIL = "zuständig für alle Stadtbezirke des Stadtteils"


class Muster(NamedTuple):
    """How facilities of a kind are made: young people per facility, share of independent Träger, places from and to."""

    wort: str
    junge: int
    frei: float
    plaetze: tuple[int, int] | None = None
    je_stadtteil: bool = False


MUSTER = {
    Einrichtungsart.FRUEHE_HILFEN: Muster("Frühe Hilfen", 6000, 0.5, je_stadtteil=True),
    Einrichtungsart.KITA: Muster("Kita", 450, 0.7, (25, 140)),
    Einrichtungsart.FAMILIENZENTRUM: Muster("Familienzentrum", 3500, 0.6),
    Einrichtungsart.GRUNDSCHULE: Muster("Grundschule", 1200, 0.1),
    Einrichtungsart.WEITERFUEHRENDE_SCHULE: Muster("Gemeinschaftsschule", 2200, 0.1),
    Einrichtungsart.FOERDERZENTRUM: Muster("Förderzentrum", 8000, 0.2),
    Einrichtungsart.BERUFLICHE_SCHULE: Muster("Berufsschule", 12000, 0.0),
    Einrichtungsart.OKJA: Muster("Jugendtreff", 1700, 0.5),
    Einrichtungsart.JUGENDSOZIALARBEIT: Muster("Jugendwerkstatt", 9000, 0.8, (10, 30)),
    Einrichtungsart.BERATUNGSSTELLE: Muster("Beratungsstelle", 6000, 0.8, je_stadtteil=True),
    Einrichtungsart.HZE: Muster("Hilfeverbund", 5000, 1.0, je_stadtteil=True),
    Einrichtungsart.TREFFPUNKT: Muster("Stadtteiltreff", 3000, 0.7),
    Einrichtungsart.SPORTVEREIN: Muster("Sportverein", 1500, 1.0),
    Einrichtungsart.SPIELPLATZ: Muster("Spielplatz", 700, 0.0),
}


def facilities() -> Iterator[dict[str, str]]:
    """Every facility as a row of the table."""
    chance = random.Random(SEED)
    placing = random.Random(SEED)
    young, outlines = _young_people(), _outlines()
    bezirke = city().of_level("stadtbezirk")
    for art, muster in MUSTER.items():
        names = _names(chance, muster.wort)
        areas = city().of_level("stadtteil") if muster.je_stadtteil else bezirke
        sizes = [sum(young[part.id] for part in _parts(area)) for area in areas]
        least = 1 if art is Einrichtungsart.SPIELPLATZ else 0
        counts = [max(least, count) for count in _spread(sizes, muster.junge, chance.random())]
        for area, count in zip(areas, counts, strict=True):
            for _ in range(count):
                row = _row(chance, art, muster, next(names), _parts(area))
                yield row | _place(placing, outlines.get(row["gebiet"]) if art is not Einrichtungsart.HZE else None)


def _row(
    chance: random.Random, art: Einrichtungsart, muster: Muster, name: str, parts: tuple[Gebiet, ...]
) -> dict[str, str]:
    free = chance.random() < muster.frei
    provider = f"{name} e. V." if art is Einrichtungsart.SPORTVEREIN else chance.choice(FREIE) if free else KOMMUNAL
    places = str(5 * chance.randint(muster.plaetze[0] // 5, muster.plaetze[1] // 5)) if muster.plaetze else ""
    return {
        "name": name,
        "art": art.value,
        "traeger": provider,
        "traegerart": (Traegerart.FREI if free else Traegerart.OEFFENTLICH).value,
        "gebiet": "|".join(part.id for part in parts),
        "plaetze": places,
        "hinweis": JE_STADTTEIL if muster.je_stadtteil and len(parts) > 1 else "",
        "herkunft": "synthetisch",
    }


def _place(chance: random.Random, outline: BaseGeometry | None) -> dict[str, str]:
    """A point inside the outline, degrees in WGS 84; empty where there is none."""
    if outline is None:
        return {"lon": "", "lat": ""}
    west, south, east, north = outline.bounds
    while True:
        lon, lat = round(chance.uniform(west, east), 4), round(chance.uniform(south, north), 4)
        if outline.contains(Point(lon, lat)):
            return {"lon": str(lon), "lat": str(lat)}


def _outlines() -> dict[str, BaseGeometry]:
    """Stadtbezirk → its schematic outline."""
    content = json.loads((ROOT / "geodata" / "luebeck" / "grenzen" / "stadtbezirk.geojson").read_text(encoding="utf-8"))
    return {one["properties"]["id"]: shape(one["geometry"]) for one in content["features"]}


def _spread(sizes: list[int], each: int, start: float) -> list[int]:
    """One facility whenever another `each` young people are full, counted through all areas."""
    marks = [int(total / each + start) for total in accumulate(sizes, initial=0)]
    return [after - before for before, after in pairwise(marks)]


def _names(chance: random.Random, wort: str) -> Iterator[str]:
    """Names that come once each, in an order of chance."""
    found = [f"Beispiel-{wort} {first}{last}" for first, last in product(ANFANG, ENDE)]
    chance.shuffle(found)
    return iter(found)


def _parts(area: Gebiet) -> tuple[Gebiet, ...]:
    """The Stadtbezirke of a Stadtteil, or the Stadtbezirk itself."""
    return city().children(area.key) or (area,)


def _young_people() -> dict[str, int]:
    """Stadtbezirk → people under 21, from the synthetic population."""
    with (ROOT / "data" / "demo" / "bevoelkerung.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["gebiet_id"]: int(row["zaehler"])
            for row in csv.DictReader(file)
            if (row["indikator_id"], row["ebene"], row["zeit"]) == ("unter_21", "stadtbezirk", YEAR)
        }


def main() -> None:
    parser = argparse.ArgumentParser(description="Synthetische Einrichtungen schreiben.")
    parser.add_argument("--out", type=Path, default=OUT, help="Zieldatei (Standard: data/demo/einrichtungen)")
    path: Path = parser.parse_args().out
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, SPALTEN, lineterminator="\n")
        writer.writeheader()
        writer.writerows({"id": f"s-{n:03}", **row} for n, row in enumerate(facilities(), start=1))
    print(path)


if __name__ == "__main__":
    main()
