"""Attacks random tables in which some figures are published pooled over three years, with an attacker of its own.

Day groups (a type of help) and help for young adults come by single years for the city alone, below it pooled. All help
together and outpatient help come by single years everywhere, so the day groups of a single year follow from them. The
denominators are counted persons, few in some places. `python -m bench.geheimhaltung` calls this.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from bench.geheimhaltung import BEZIRKE, SCHWELLE, STADT, TEILE, Verlust, table_indicator
from sro.model.buendelung import Buendelung, zeitraum
from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog, Merkmal
from sro.model.wert import Beobachtung, Status
from sro.protect import Rohwert, protect

JAHRE = (2022, 2023, 2024)
GETEILT = {"hilfen": ("ambulant", "tagesgruppe")}
ZAEHLER = ("hilfen", "ambulant", "tagesgruppe", "volljaehrige")
GEBUENDELT = ("tagesgruppe", "volljaehrige")
Blatt = tuple[str, str, int]  # Merkmal, Stadtbezirk, year
Vektor = NDArray[np.float64]


def _katalog() -> Katalog:
    unten = Buendelung(len(JAHRE), JAHRE[-1], ("stadtteil", "stadtbezirk"))
    indikatoren = [table_indicator(name) for name in ZAEHLER]
    indikatoren = [
        replace(i, ebenen=("stadt",), stadtweit_gebuendelt=unten) if i.id in GEBUENDELT else i for i in indikatoren
    ]
    merkmale = [Merkmal(name, name, SCHWELLE, GETEILT.get(name, ())) for name in (*ZAEHLER, "kinder")]
    return Katalog(tuple(indikatoren), tuple(merkmale))


KATALOG = _katalog()
BLAETTER = [(m, b, j) for m in ("ambulant", "tagesgruppe", "volljaehrige", "kinder") for b in BEZIRKE for j in JAHRE]
STELLE = {blatt: n for n, blatt in enumerate(BLAETTER)}


def attack_windows(tables: int, seed: int = 0) -> Verlust:
    """Protects and attacks so many random tables."""
    dice = random.Random(seed)
    return sum((_attacked(_counts(dice)) for _ in range(tables)), Verlust())


def counts(numbers: Mapping[Blatt, int]) -> Vektor:
    """A table with these leaves, and zero elsewhere."""
    return np.array([numbers.get(blatt, 0) for blatt in BLAETTER], dtype=float)


def _counts(dice: random.Random) -> Vektor:
    """A count per leaf; in every fourth table some denominators are so small that they have to be hidden."""
    people = dice.choice((400, 400, 400, 8))
    numbers = [
        people + dice.randrange(40) if merkmal == "kinder" else int(dice.expovariate(1 / dice.choice((1, 4, 15))))
        for merkmal, _, _ in BLAETTER
    ]
    if people < SCHWELLE * 2:
        numbers = [
            n if m != "kinder" else dice.choice((1, 3, 9, 60)) for n, (m, _, _) in zip(numbers, BLAETTER, strict=True)
        ]
    return np.array(numbers, dtype=float)


def _cell(merkmal: str, key: GebietKey, jahre: Sequence[int]) -> Vektor:
    """Which leaves a count sums up."""
    bezirke = {"stadt": BEZIRKE, "stadtteil": TEILE.get(key.id, ()), "stadtbezirk": (key.id,)}[key.ebene]
    vector = np.zeros(len(BLAETTER))
    for teil in GETEILT.get(merkmal, (merkmal,)):
        for bezirk in bezirke:
            vector[[STELLE[teil, bezirk, jahr] for jahr in jahre]] = 1.0
    return vector


def _rows(counts: Vektor) -> Iterator[Rohwert]:
    for indikator in KATALOG.indikatoren:
        for gebiet in STADT.gebiete:
            for jahr in JAHRE:
                zaehler, nenner = (_cell(m, gebiet.key, [jahr]) @ counts for m in (indikator.zaehler, "kinder"))
                yield Rohwert(indikator.id, gebiet.key, jahr, float(zaehler), float(nenner))


def _attacked(counts: Vektor) -> Verlust:
    ergebnis = protect(tuple(_rows(counts)), KATALOG, STADT)
    bericht = ergebnis.bericht
    found = Angriff.of(ergebnis.beobachtungen).recovered(counts)
    return Verlust(1, bericht.zellen, bericht.geheim_regel or 0, bericht.geheim_ergaenzend or 0, found)


@dataclass(frozen=True)
class Angriff:
    """All that an outsider has: cells with their value, and cells that are hidden, which have at least one."""

    gezeigt: list[Vektor]
    werte: list[float]
    geheim: list[Vektor]

    @staticmethod
    def of(published: Sequence[Beobachtung]) -> Angriff:
        angriff = Angriff([], [], [])
        for b in published:
            jahre = zeitraum(b.jahr, b.jahre)
            for merkmal, zahl, sicher in ((b.indikator, b.zaehler, b.nenner is not None), ("kinder", b.nenner, True)):
                cell = _cell(merkmal, b.gebiet, jahre)
                if zahl is not None:
                    angriff.gezeigt.append(cell)
                    angriff.werte.append(zahl)
                elif b.status is Status.GEHEIM and sicher:  # a row without denominator may hide a zero
                    angriff.geheim.append(cell)
        return angriff

    def recovered(self, counts: Vektor) -> int:
        """How many hidden cells, and small counts of single years that nobody published, an outsider knows."""
        single = (_cell(m, gebiet.key, [jahr]) for m in GEBUENDELT for gebiet in STADT.gebiete for jahr in JAHRE)
        small = [cell for cell in single if 0 < cell @ counts < SCHWELLE]
        return sum(self._width(cell) < 1 - 1e-6 for cell in [*self.geheim, *small])

    def _width(self, cell: Vektor) -> float:
        known = {"A_eq": np.array(self.gezeigt), "b_eq": np.array(self.werte)} if self.gezeigt else {}
        least = {"A_ub": -np.array(self.geheim), "b_ub": -np.ones(len(self.geheim))} if self.geheim else {}
        ends = [linprog(sign * cell, **known, **least, bounds=(0, 10_000)) for sign in (1, -1)]
        if any(end.status for end in ends):
            raise RuntimeError("Der Angriff ist nicht lösbar, obwohl die wahre Tabelle eine Lösung ist.")
        return float(-ends[1].fun - ends[0].fun)
