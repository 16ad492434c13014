"""What a made-up city is made after: its levels, its catalogue, and how large each counted group is in Lübeck."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sro.model.indikator import Anteilsart, Indikator, Katalog
from sro.reference.catalogue import read_catalogue
from sro.reference.places import ROOT, RULES

DEMO = ROOT / "data" / "demo"
BUNDLED = ROOT / "data" / "indikatoren.yaml"
LUEBECK = ("stadt", "stadtteil", "stadtbezirk")


@dataclass(frozen=True, slots=True)
class Stufe:
    """A level: id, and what one and several areas of it are called."""

    id: str
    name: str
    plural: str


STADT = (
    Stufe("stadt", "Stadt", "Stadt"),
    Stufe("stadtteil", "Stadtteil", "Stadtteile"),
    Stufe("stadtbezirk", "Stadtbezirk", "Stadtbezirke"),
)
LAND = (Stufe("land", "Land", "Land"), Stufe("kreis", "Kreis", "Kreise"), Stufe("gemeinde", "Gemeinde", "Gemeinden"))


def suitable(katalog: Katalog, ebene: str = LUEBECK[-1], most: int = 5) -> tuple[Indikator, ...]:
    """Shares at a level whose counts stand alone: no sums of other counts to keep consistent."""
    parts = {part for merkmal in katalog.merkmale for part in merkmal.summe_aus}
    chosen: dict[str, Indikator] = {}
    for indikator in katalog.indikatoren:
        zaehler = katalog.merkmal(indikator.zaehler)
        alone = not zaehler.summe_aus and zaehler.id not in parts
        if alone and indikator.art is Anteilsart.ANTEIL and ebene in indikator.ebenen:
            chosen.setdefault(indikator.zaehler, indikator)
    return tuple(chosen.values())[:most]


def write_catalogue(folder: Path, stufen: Sequence[Stufe]) -> Katalog:
    """The bundled catalogue for other levels, every indicator by single years at all of them, with the same rules."""
    folder.mkdir(parents=True, exist_ok=True)
    content = yaml.safe_load(BUNDLED.read_text(encoding="utf-8"))
    for indikator in content["indikatoren"]:
        indikator |= {"ebenen": [stufe.id for stufe in stufen], "stadtweit_gebuendelt": None}
    path = folder / BUNDLED.name
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / RULES).write_bytes(BUNDLED.with_name(RULES).read_bytes())
    return read_catalogue(path)


def demo_totals(katalog: Katalog) -> dict[str, float]:
    """Every Merkmal's count in all of Lübeck, from the demo data's newest year; what no table has follows from sums."""
    found: dict[str, float] = {}
    for row in sorted(_demo_rows(), key=lambda row: row["zeit"]):
        if row["ebene"] == LUEBECK[0] and row["indikator_id"] in katalog and row["zaehler"]:
            indikator = katalog[row["indikator_id"]]
            found |= {indikator.zaehler: float(row["zaehler"]), indikator.nenner: float(row["nenner"])}
    while _one_more(katalog, found):
        pass
    return found


def _demo_rows() -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    for path in sorted(DEMO.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def _one_more(katalog: Katalog, found: dict[str, float]) -> bool:
    """Works out one that is the only unknown of a sum; whether there was one."""
    for merkmal in katalog.merkmale:
        for teile in merkmal.zerlegungen:
            unknown = [name for name in (merkmal.id, *teile) if name not in found]
            if len(unknown) == 1:
                parts = sum(found[teil] for teil in teile if teil in found)
                found[unknown[0]] = parts if unknown[0] == merkmal.id else found[merkmal.id] - parts
                return True
    return False
