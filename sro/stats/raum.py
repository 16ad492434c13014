"""Whether neighbouring areas resemble each other: Moran's I and LISA, only where there are areas enough for it.

esda is imported inside the functions: it loads scikit-learn, which takes seconds that no other page should wait for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from sro.model.gebiet import GebietKey
from sro.stats.grund import Grund

LEAST_AREAS = 35
PERMUTATIONS = 9999
SEED = 2024
FALSE_DISCOVERIES = 0.05
HINWEIS = (
    f"Jedes Gebiet wird {PERMUTATIONS:,}-mal mit zufällig vertauschten Nachbarwerten verglichen. Weil dabei viele "
    "Gebiete zugleich geprüft werden, sind nur die hervorgehoben, die auch nach der Korrektur von Benjamini und "
    "Hochberg (höchstens 5 % falsche Treffer) bestehen bleiben."
).replace(",", ".", 1)


class Muster(StrEnum):
    """An area and its neighbours, each against the mean of all areas."""

    HOCH_HOCH = "hoch_hoch"
    NIEDRIG_NIEDRIG = "niedrig_niedrig"
    HOCH_NIEDRIG = "hoch_niedrig"
    NIEDRIG_HOCH = "niedrig_hoch"


@dataclass(frozen=True, slots=True)
class Lokal:
    """One area: its local statistic, pattern, two-sided pseudo p-value, and whether it outlives the correction."""

    gebiet: GebietKey
    lokal: float
    muster: Muster
    p: float
    belastbar: bool


@dataclass(frozen=True, slots=True)
class Raumbezug:
    """Moran's I (about -1 to 1; `erwartet` without any pattern) over `n` areas; or `grund` and `satz`, why none.

    `ohne_nachbarn`: areas with a value that were left out because no neighbour has one.
    """

    n: int
    moran: float | None = None
    erwartet: float | None = None
    p: float | None = None
    gebiete: tuple[Lokal, ...] = ()
    ohne_nachbarn: tuple[GebietKey, ...] = ()
    grund: Grund | None = None
    satz: str = HINWEIS


def spatial(werte: Mapping[GebietKey, float], nachbarn: Iterable[tuple[GebietKey, GebietKey]]) -> Raumbezug:
    """Moran's I and LISA of shown values, with row-standardised contact weights and a fixed seed.

    `nachbarn`: pairs of areas that touch, each in either direction or both; pairs with an area that has no value are
    ignored. Fewer than 35 areas with values and neighbours, or the same value everywhere: a reason instead.
    Source: Anselin, Geographical Analysis 27 (1995); Benjamini & Hochberg, J. R. Stat. Soc. B 57 (1995).
    """
    beside = _beside(werte, nachbarn)
    islands = tuple(gebiet for gebiet in sorted(werte) if not beside[gebiet])
    areas = [gebiet for gebiet in sorted(werte) if beside[gebiet]]
    n = len(areas)
    if n < LEAST_AREAS:
        return Raumbezug(n, ohne_nachbarn=islands, grund=Grund.ZU_WENIG_GEBIETE, satz=_too_few(n))
    if len({werte[gebiet] for gebiet in areas}) == 1:
        return Raumbezug(n, ohne_nachbarn=islands, grund=Grund.OHNE_STREUUNG, satz=Grund.OHNE_STREUUNG.satz)
    moran, local = _computed(areas, np.array([werte[gebiet] for gebiet in areas]), beside)
    p = two_sided(local.Is, local.sim)
    found = zip(areas, local.Is, local.q, p, discoveries(p), strict=True)
    places = tuple(Lokal(g, float(i), _MUSTER[int(q)], float(own), bool(kept)) for g, i, q, own, kept in found)
    return Raumbezug(n, float(moran.I), float(moran.EI), float(two_sided(moran.I, moran.sim)), places, islands)


_MUSTER = {1: Muster.HOCH_HOCH, 2: Muster.NIEDRIG_HOCH, 3: Muster.NIEDRIG_NIEDRIG, 4: Muster.HOCH_NIEDRIG}


def two_sided(found: Any, permuted: Any) -> np.ndarray:
    """Pseudo p-values: twice the smaller share of permutations (rows) at least as far out as what was found.

    Not taken from esda, whose p-value is about to become two-sided itself.
    """
    above, below = (permuted >= found).sum(axis=0), (permuted <= found).sum(axis=0)
    return np.minimum(2 * (np.minimum(above, below) + 1) / (len(permuted) + 1), 1.0)


def discoveries(p: np.ndarray, anteil: float = FALSE_DISCOVERIES) -> np.ndarray:
    """Which of the p-values stay so that at most `anteil` of those kept are expected to be false alarms."""
    ordered = np.sort(p)
    below = ordered[ordered <= anteil * np.arange(1, len(p) + 1) / len(p)]
    return p <= below[-1] if len(below) else np.zeros(len(p), dtype=bool)


def _too_few(n: int) -> str:
    return (
        f"Räumliche Muster lassen sich erst ab {LEAST_AREAS} Gebieten mit Wert und Nachbarn prüfen, hier sind es {n}. "
        "Bei so wenigen Gebieten sähe auch ein zufälliges Muster wie eine Häufung aus; deshalb wird keines gezeigt."
    )


def _beside(
    werte: Mapping[GebietKey, float], nachbarn: Iterable[tuple[GebietKey, GebietKey]]
) -> dict[GebietKey, set[GebietKey]]:
    beside: dict[GebietKey, set[GebietKey]] = {gebiet: set() for gebiet in werte}
    for one, other in nachbarn:
        if one != other and one in beside and other in beside:
            beside[one].add(other)
            beside[other].add(one)
    return beside


def _computed(areas: list[GebietKey], werte: np.ndarray, beside: Mapping[GebietKey, set[GebietKey]]) -> tuple[Any, Any]:
    """Moran and Moran_Local of esda."""
    from esda.moran import Moran, Moran_Local
    from libpysal.weights import W

    number = {gebiet: place for place, gebiet in enumerate(areas)}
    contacts = W({number[g]: sorted(number[other] for other in beside[g]) for g in areas}, silence_warnings=True)
    with _seeded(), np.errstate(divide="ignore", invalid="ignore"):  # esda divides by a spread of 0
        moran = Moran(werte, contacts, permutations=PERMUTATIONS)
        local = Moran_Local(werte, contacts, permutations=PERMUTATIONS, seed=SEED)
    return moran, local


@contextmanager
def _seeded() -> Iterator[None]:
    """esda draws from numpy's one generator: it starts from our seed, and goes on afterwards as if nothing had been."""
    state = np.random.get_state()
    np.random.seed(SEED)
    try:
        yield
    finally:
        np.random.set_state(state)
