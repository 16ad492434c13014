"""Attacks the disclosure control of random tables, with an attacker that shares no code with it.

`python -m bench.geheimhaltung [TABLES]` prints how many hidden cells were recovered (must be none) and what hiding
cost. A table has five Stadtbezirke in three Stadtteile (one of them an only child), two types of help with their sum,
and two years; counts are small and skewed. A quarter as many have figures pooled over three years (`zeitraeume`).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from sro.model.gebiet import Ebene, Gebiet, GebietKey, Stadt
from sro.model.indikator import Anteilsart, Indikator, Katalog, Merkmal, Polaritaet
from sro.model.wert import Beobachtung
from sro.protect import Rohwert, protect

EBENEN = ("stadt", "stadtteil", "stadtbezirk")
TEILE = {"01": ("01", "02"), "02": ("03",), "03": ("04", "05")}  # Stadtteil -> its Stadtbezirke
BEZIRKE: tuple[str, ...] = tuple(bezirk for bezirke in TEILE.values() for bezirk in bezirke)
ARTEN = ("ambulant", "stationaer")
JAHRE = (2023, 2024)
SCHWELLE, NENNER = 5, 400
Blatt = tuple[str, str]  # type of help, Stadtbezirk


@dataclass(frozen=True, slots=True)
class Verlust:
    """Sums over tables: cells delivered, hidden for being small, hidden in addition, recovered by the attacker."""

    tabellen: int = 0
    zellen: int = 0
    klein: int = 0
    ergaenzend: int = 0
    errechnet: int = 0

    def __add__(self, other: Verlust) -> Verlust:
        return Verlust(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def __str__(self) -> str:
        return (
            f"{self.tabellen} Tabellen, {self.zellen} Zellen: {self.klein} zu klein ({self.klein / self.zellen:.1%}), "
            f"{self.ergaenzend} ergänzend geheim ({self.ergaenzend / self.zellen:.1%}), {self.errechnet} errechnet"
        )


def attack(tables: int, seed: int = 0) -> Verlust:
    """Protects and attacks so many random tables."""
    dice = random.Random(seed)
    return sum((_attacked(_counts(dice)) for _ in range(tables)), Verlust())


def _counts(dice: random.Random) -> dict[int, dict[Blatt, int]]:
    """Counts per year and leaf: most of them small, some zero, a few large."""
    return {
        jahr: {
            (art, bezirk): min(60, int(dice.expovariate(1 / dice.choice((1, 4, 15)))))
            for art in ARTEN
            for bezirk in BEZIRKE
        }
        for jahr in JAHRE
    }


def _attacked(counts: dict[int, dict[Blatt, int]]) -> Verlust:
    ergebnis = protect(tuple(_rows(counts)), KATALOG, STADT)
    found = sum(recovered([b for b in ergebnis.beobachtungen if b.jahr == jahr]) for jahr in JAHRE)
    bericht = ergebnis.bericht
    return Verlust(1, bericht.zellen, bericht.geheim_regel or 0, bericht.geheim_ergaenzend or 0, found)


def _rows(counts: dict[int, dict[Blatt, int]]) -> Iterator[Rohwert]:
    for jahr, blaetter in counts.items():
        for indikator in KATALOG.indikatoren:
            for gebiet in STADT.gebiete:
                leaves = _leaves(indikator.id, gebiet.key)
                bezirke = len({bezirk for _, bezirk in leaves})
                yield Rohwert(indikator.id, gebiet.key, jahr, sum(blaetter[leaf] for leaf in leaves), NENNER * bezirke)


def _leaves(indikator: str, key: GebietKey) -> list[Blatt]:
    bezirke = {"stadt": BEZIRKE, "stadtteil": TEILE.get(key.id, ()), "stadtbezirk": (key.id,)}[key.ebene]
    arten = ARTEN if indikator == "hilfen" else (indikator,)
    return [(art, bezirk) for art in arten for bezirk in bezirke]


def recovered(published: Sequence[Beobachtung]) -> int:
    """How many hidden cells have an interval narrower than one: an attacker knows them."""
    leaves = [(art, bezirk) for art in ARTEN for bezirk in BEZIRKE]
    shown, hidden, values = [], [], []
    for b in published:
        cell = np.array([float(leaf in _leaves(b.indikator, b.gebiet)) for leaf in leaves])
        if b.zaehler is None:
            hidden.append(cell)
        else:
            shown.append(cell)
            values.append(b.zaehler)
    return sum(_width(cell, shown, values, hidden) < 1 - 1e-6 for cell in hidden)


def _width(
    cell: NDArray[np.float64], shown: list[NDArray[np.float64]], values: list[float], hidden: list[NDArray[np.float64]]
) -> float:
    """Largest minus smallest value under all that is published; a hidden count is at least one: zeros are shown."""
    known = {"A_eq": np.array(shown), "b_eq": np.array(values)} if shown else {}
    least = {"A_ub": -np.array(hidden), "b_ub": -np.ones(len(hidden))}
    ends = [linprog(sign * cell, **known, **least, bounds=(0, 1000)) for sign in (1, -1)]
    if any(end.status for end in ends):
        raise RuntimeError("Der Angriff ist nicht lösbar, obwohl die wahre Tabelle eine Lösung ist.")
    return float(-ends[1].fun - ends[0].fun)


def table_indicator(name: str) -> Indikator:
    """An indicator of counted cases per 1,000 children."""
    return Indikator(
        id=name,
        code=name[:2].upper(),
        name=name,
        kurzname=name,
        thema="Hilfen",
        zaehler=name,
        nenner="kinder",
        einheit="je 1.000",
        faktor=1000.0,
        nachkommastellen=1,
        art=Anteilsart.DICHTE,
        polaritaet=Polaritaet.AMBIVALENT,
        quelle="synthetisch",
        stichtag="Kalenderjahr",
        ebenen=EBENEN,
        schwelle=SCHWELLE,
        mindestnenner=0,
        gruppenschutz=False,
        definition="",
        lesehinweis="",
        einschraenkungen=(),
        paragraf="",
    )


def _stadt() -> Stadt:
    oben = GebietKey("stadt", "00")
    gebiete = [Gebiet(*oben, "Stadt")]
    for teil, bezirke in TEILE.items():
        gebiete.append(Gebiet("stadtteil", teil, f"Teil {teil}", (), oben))
        gebiete += [Gebiet("stadtbezirk", b, f"Bezirk {b}", (), GebietKey("stadtteil", teil)) for b in bezirke]
    ebenen = tuple(Ebene(name, name.title(), name.title(), rang) for rang, name in enumerate(EBENEN))
    return Stadt("zufall", "Zufall", ebenen, tuple(gebiete))


STADT = _stadt()
KATALOG = Katalog(
    tuple(table_indicator(name) for name in ("hilfen", *ARTEN)),
    (
        Merkmal("kinder", "Kinder", None),
        Merkmal("hilfen", "Hilfen", SCHWELLE, summe_aus=ARTEN),
        *(Merkmal(art, art, SCHWELLE) for art in ARTEN),
    ),
)

if __name__ == "__main__":
    from bench.zeitraeume import attack_windows

    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(attack(number))
    print("Mit Zeiträumen:", attack_windows(number // 4))
