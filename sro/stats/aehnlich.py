"""Areas that are comparable to one by chosen indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund
from sro.stats.standardisiert import Luecke, standardised, table

LEAST_AREAS = 5


@dataclass(frozen=True, slots=True)
class Aehnlich:
    """`abstand`: mean distance over the indicators in standard deviations (root mean square); `je_indikator`: the
    other area's z-score minus that of the area asked for."""

    gebiet: GebietKey
    abstand: float
    je_indikator: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Vergleichsgebiete:
    """The nearest areas first; where there are none, `luecke` (of the area asked for or of an indicator) or `grund`.

    `ohne`: areas that could not be considered, and why.
    """

    gebiete: tuple[Aehnlich, ...] = ()
    ohne: Mapping[GebietKey, Luecke] = field(default_factory=dict)
    grund: Grund | None = None
    luecke: Luecke | None = None


def comparable(
    gebiet: GebietKey,
    indikatoren: Sequence[Indikator],
    gebiete: Sequence[GebietKey],
    beobachtungen: Iterable[Beobachtung],
    anzahl: int = 3,
) -> Vergleichsgebiete:
    """The `anzahl` areas nearest to one, by Euclidean distance of z-scores, each indicator weighing the same.

    One observation per area and indicator; areas that lack one are left out. Fewer than five areas: no answer.
    """
    tabelle = table(indikatoren, gebiete, beobachtungen)
    if gebiet in tabelle.ohne:
        return Vergleichsgebiete(ohne=tabelle.ohne, grund=tabelle.ohne[gebiet].grund, luecke=tabelle.ohne[gebiet])
    if not indikatoren or len(tabelle.werte) < LEAST_AREAS:
        grund = Grund.ZU_WENIG_GEBIETE if indikatoren else Grund.ZU_WENIG_INDIKATOREN
        return Vergleichsgebiete(ohne=tabelle.ohne, grund=grund)
    scores = standardised(tabelle)
    if isinstance(scores, Luecke):
        return Vergleichsgebiete(ohne=tabelle.ohne, grund=scores.grund, luecke=scores)
    others = [_compared(other, tabelle.indikatoren, row, scores[gebiet]) for other, row in scores.items()]
    nearest = sorted((o for o in others if o.gebiet != gebiet), key=lambda o: (o.abstand, o.gebiet))
    return Vergleichsgebiete(tuple(nearest[:anzahl]), tabelle.ohne)


def _compared(gebiet: GebietKey, indikatoren: Sequence[str], row: Sequence[float], own: Sequence[float]) -> Aehnlich:
    apart = {i: theirs - mine for i, theirs, mine in zip(indikatoren, row, own, strict=True)}
    return Aehnlich(gebiet, sqrt(sum(d * d for d in apart.values()) / len(apart)), apart)
