"""The starting point: one row per Stadtbezirk, and how Stadtbezirke add up to Stadtteile and to the city.

Populations (2011, estimated for today's Stadtbezirke from the Zensus grid) and areas in ausgangslage.csv are facts.
The columns `ab_65_prozent` and `belastung` are invented: they give the synthetic figures a spatial pattern that looks
plausible and say nothing about a real place.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sro.reference.city import city

Zahlen = NDArray[np.float64]

YEARS = tuple(range(2015, 2025))
LEVELS = ("stadt", "stadtteil", "stadtbezirk")
BEZIRKE = tuple(g.id for g in city().of_level("stadtbezirk"))
STADTTEILE = tuple(g.id for g in city().of_level("stadtteil"))
IDS = {"stadt": (city().oberste.id,), "stadtteil": STADTTEILE, "stadtbezirk": BEZIRKE}
# Published register counts by Stadtteil at 31.12.2020 (Wikipedia); the others are scaled to the city's 219,645.
PUBLISHED_2020 = {"02": 45335, "03": 10905, "04": 11137, "07": 41364, "08": 5820, "09": 18558}
CITY_2020 = 219645


def _membership() -> Zahlen:
    parents = [g.eltern.id if g.eltern else "" for g in city().of_level("stadtbezirk")]
    return np.array([[float(parent == stadtteil) for parent in parents] for stadtteil in STADTTEILE])


MEMBERSHIP = _membership()  # Stadtteile × Stadtbezirke


def _column(name: str) -> Zahlen:
    with (Path(__file__).parent / "ausgangslage.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["stadtbezirk_id"]: row for row in csv.DictReader(file)}
    return np.array([float(rows[bezirk][name]) for bezirk in BEZIRKE])


RESIDENTS_2011 = _column("einwohner_2011")
UNDER_18_2011 = _column("unter_18_2011")
AREA_KM2 = _column("flaeche_km2")
ELDERLY_SHARE = _column("ab_65_prozent") / 100
BURDEN = _column("belastung")


def residents_2020() -> Zahlen:
    """Expected residents of each Stadtbezirk: the estimates of 2011 scaled to what is published for 2020."""
    by_stadtteil = MEMBERSHIP @ RESIDENTS_2011
    published = np.array([PUBLISHED_2020.get(stadtteil, 0) for stadtteil in STADTTEILE], dtype=float)
    open_rest = published == 0
    published[open_rest] = by_stadtteil[open_rest] * (CITY_2020 - published.sum()) / by_stadtteil[open_rest].sum()
    return RESIDENTS_2011 * ((published / by_stadtteil) @ MEMBERSHIP)


@dataclass(frozen=True)
class Tafel:
    """One counted quantity: years × areas, at the finest level at which it is made."""

    level: str
    zahlen: Zahlen

    def on(self, level: str) -> Zahlen:
        """The same counts summed up to a coarser level."""
        if LEVELS.index(level) > LEVELS.index(self.level):
            raise ValueError(f"{level} is finer than {self.level}")
        if level == self.level:
            return self.zahlen
        if level == "stadt":
            return self.zahlen.sum(axis=1, keepdims=True)
        return self.zahlen @ MEMBERSHIP.T
