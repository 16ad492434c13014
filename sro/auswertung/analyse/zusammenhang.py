"""Which of several indicators go together over the areas of a level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sro.auswertung.gebietswerte import area_values
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.indikator import Indikator
from sro.stats.korrelation import Korrelation, correlation


@dataclass(frozen=True)
class Zusammenhaenge:
    """`paare`: every two of the indicators once, in their order."""

    indikatoren: tuple[Indikator, ...]
    ebene: str
    jahr: int
    paare: tuple[tuple[Indikator, Indikator, Korrelation], ...]


def correlations(werk: Zahlenwerk, indikatoren: Sequence[Indikator], ebene: str, jahr: int) -> Zusammenhaenge:
    """The rank correlations of one year; fewer than two indicators make no pair."""
    values = {i.id: area_values(werk, i, ebene, jahr).beobachtungen for i in indikatoren}
    keys = [gebiet.key for gebiet in werk.stadt.of_level(ebene)]
    pairs = tuple(
        (a, b, correlation(a, b, keys, [*values[a.id], *values[b.id]])) for a, b in combinations(indikatoren, 2)
    )
    return Zusammenhaenge(tuple(indikatoren), ebene, jahr, pairs)
