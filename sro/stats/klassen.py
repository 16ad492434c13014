"""Classes of a choropleth map.

Everything works on *shown* values, rounded to the indicator's decimals as a reader sees them. So the fill of an area
and the text of the legend cannot disagree, and the classes of the same values are the same in any order.

The methods are written out here because mapclassify, which has them too, loads scikit-learn: five seconds before the
first map. Its natural breaks also depend on chance or, in Fisher-Jenks, on sums in single precision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from sro.stats.runden import rounded

SURE, PRECISE = 1e-4, 1e9  # so far from a half, and so small, arithmetic in double precision rounds right
MANY = 1000  # more distinct values than this are thinned before natural breaks are sought

Ticks = NDArray[np.int64]  # shown values in units of the last decimal, ascending, with repetitions


class Methode(StrEnum):
    QUANTILE = "quantile"
    NATUERLICH = "natuerlich"  # natural breaks: least squared distance to the class means (Fisher-Jenks, exact)
    GLEICH = "gleich"  # equal interval
    MANUELL = "manuell"


@dataclass(frozen=True, slots=True)
class Klassen:
    """Classes in ascending order; a class holds the shown values above its lower edge, up to and with its upper one.

    `grenzen` are k+1 edges in the indicator's unit, the first the smallest, the last the largest shown value. They
    increase strictly; only where the lowest class is a single shown value are its two edges the same. `unten` classes
    lie at or below the reference value of a diverging classification (0 where there is none).
    """

    grenzen: tuple[float, ...]
    methode: Methode
    nachkommastellen: int = 1
    unten: int = 0

    def __len__(self) -> int:
        return max(len(self.grenzen) - 1, 0)

    def index(self, wert: float) -> int:
        """The class (0 to k-1) of a value; values outside belong to the first or last class."""
        if not self:
            raise ValueError("Ohne Werte gibt es keine Klassen.")
        return bisect_left(self.grenzen, float(rounded(wert, self.nachkommastellen)), 1, len(self)) - 1

    def span(self, klasse: int) -> tuple[float, float]:
        """The smallest and largest value that can be shown in a class; neighbouring spans do not touch."""
        lowest = self.grenzen[0] if klasse == 0 else self._after(self.grenzen[klasse])
        return lowest, self.grenzen[klasse + 1]

    def counts(self, werte: Iterable[float]) -> tuple[int, ...]:
        """How many of the values fall into each class."""
        found = [self.index(wert) for wert in werte]
        return tuple(found.count(klasse) for klasse in range(len(self)))

    def _after(self, edge: float) -> float:
        return round(edge + 10.0**-self.nachkommastellen, self.nachkommastellen)


def classify(
    werte: Sequence[float],
    methode: Methode,
    k: int,
    grenzen: Sequence[float] = (),
    nachkommastellen: int = 1,
) -> Klassen:
    """At most `k` classes over the finite of `werte`; fewer where there are fewer distinct shown values.

    Give the values of all years, so that colours compare over the years, and leave out exact zeros, which have a legend
    entry of their own. `grenzen` are the inner edges of MANUELL (`k` is then ignored); those without a value on both
    sides are dropped. No finite value: no class.
    """
    ticks = _ticks(werte, nachkommastellen)
    if not len(ticks):
        return Klassen((), methode, nachkommastellen)
    edges = _ticks(grenzen, nachkommastellen).tolist() if methode is Methode.MANUELL else _METHODS[methode](ticks, k)
    return Klassen(_edges(ticks, _inner(ticks, edges), nachkommastellen), methode, nachkommastellen)


def diverging(
    werte: Sequence[float],
    mitte: float,
    k_unten: int,
    k_oben: int,
    methode: Methode = Methode.QUANTILE,
    nachkommastellen: int = 1,
) -> Klassen:
    """Classes with `mitte` (the city's value) as an edge: up to `k_unten` at or below it, up to `k_oben` above it."""
    ticks = _ticks(werte, nachkommastellen)
    if not len(ticks):
        return Klassen((), methode, nachkommastellen)
    centre = int(_ticks([mitte], nachkommastellen)[0])
    below, above = ticks[ticks <= centre], ticks[ticks > centre]
    lower = _inner(below, _METHODS[methode](below, k_unten)) if len(below) else []
    upper = _inner(above, _METHODS[methode](above, k_oben)) if len(above) else []
    grenzen = _edges(ticks, _inner(ticks, [*lower, centre, *upper]), nachkommastellen)
    return Klassen(grenzen, methode, nachkommastellen, unten=len(lower) + 1 if len(below) else 0)


def _ticks(werte: Iterable[float], nachkommastellen: int) -> Ticks:
    """What `rounded` makes of each. It is asked only about values near a half, which no binary fraction decides."""
    scale = 10**nachkommastellen
    found = np.fromiter(werte, dtype=np.float64)
    found = found[np.isfinite(found)]
    scaled = np.abs(found) * scale
    ticks = (np.sign(found) * np.floor(scaled + 0.5)).astype(np.int64)
    near = (np.abs(scaled - np.floor(scaled) - 0.5) < SURE) | (scaled > PRECISE)
    ticks[near] = [int(rounded(wert, nachkommastellen) * scale) for wert in found[near].tolist()]
    ticks.sort()
    return ticks


def _inner(ticks: Ticks, edges: Iterable[int]) -> list[int]:
    """The edges that have values on both sides."""
    return sorted({edge for edge in edges if ticks[0] <= edge < ticks[-1]})


def _edges(ticks: Ticks, inner: Iterable[int], nachkommastellen: int) -> tuple[float, ...]:
    """All edges in the unit: smallest value, inner edges, largest value."""
    edges = (int(ticks[0]), *inner, int(ticks[-1]))
    return tuple(round(edge / 10**nachkommastellen, nachkommastellen) for edge in edges)


# Each method gives inner edges in ticks: the largest value of a class, or for equal intervals the width rounded down to
# a whole tick, which moves no value to the other side.


def _quantile(ticks: Ticks, k: int) -> list[int]:
    return [int(ticks[(len(ticks) * i - 1) // k]) for i in range(1, k)]


def _equal(ticks: Ticks, k: int) -> list[int]:
    """Only here a class may be empty: equal width is the point."""
    low, high = int(ticks[0]), int(ticks[-1])
    k = min(k, len(np.unique(ticks)))
    return [low + (high - low) * i // k for i in range(1, k)]


def _natural(ticks: Ticks, k: int) -> list[int]:
    """Exact one-dimensional clustering by dynamic programming over the distinct values."""
    if len(np.unique(ticks)) > MANY:
        ticks = ticks[np.linspace(0, len(ticks) - 1, MANY).astype(int)]
    values, weights = np.unique(ticks, return_counts=True)
    n, k = len(values), min(k, len(values))
    cost = _within(values.astype(float), weights.astype(float))
    best, starts = cost[0], []
    for _ in range(1, k):
        # total[i, j]: the values before i in the classes so far, i to j in the new one
        total = np.full((n, n), np.inf)
        total[1:] = best[:-1, None] + cost[1:]
        starts.append(total.argmin(axis=0))
        best = total.min(axis=0)
    edges, last = [], n - 1
    for start in reversed(starts):
        last = int(start[last]) - 1
        edges.append(int(values[last]))
    return edges


def _within(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Squared distances to the mean within each run i..j of the values; infinite where j < i."""
    centred = values - values.mean()  # keeps the differences of sums below exact enough
    w, s, q = (np.concatenate(([0.0], np.cumsum(weights * centred**power))) for power in (0, 1, 2))
    weight, total, square = (sums[None, 1:] - sums[:-1, None] for sums in (w, s, q))
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = square - total**2 / weight
    return np.where(np.tri(len(values), k=-1, dtype=bool), np.inf, cost)


_METHODS: dict[Methode, Callable[[Ticks, int], list[int]]] = {
    Methode.QUANTILE: _quantile,
    Methode.NATUERLICH: _natural,
    Methode.GLEICH: _equal,
}
