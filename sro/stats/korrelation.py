"""Whether two indicators go together over the areas (rank correlation): about areas, never about people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund
from sro.stats.intervall import Intervall, quantile_of
from sro.stats.standardisiert import table

LEAST_AREAS = 10  # below, the interval spans nearly everything and its approximation does not hold
WARNUNG = (
    "Der Zusammenhang gilt für Gebiete, nicht für Menschen: Ob die Kinder, die der eine Indikator zählt, auch die des "
    "anderen sind, lässt sich daraus nicht schließen. Er sagt auch nicht, was wovon kommt."
)


@dataclass(frozen=True, slots=True)
class Korrelation:
    """Spearman's `rho` (-1 to 1) over `n` areas with limits; None and a `grund` where there is none.

    `warnung` belongs beside every figure of it.
    """

    n: int
    rho: float | None = None
    intervall: Intervall | None = None
    grund: Grund | None = None
    warnung: str = WARNUNG


def correlation(
    erster: Indikator,
    zweiter: Indikator,
    gebiete: Sequence[GebietKey],
    beobachtungen: Iterable[Beobachtung],
    niveau: float = 0.95,
) -> Korrelation:
    """Spearman's rank correlation over the areas that show both values, one observation each; ties share their rank.

    ValueError where both indicators are the same.
    Source of the interval: Bonett & Wright, Psychometrika 65 (2000): Fisher's z with variance (1 + ρ²/2)/(n-3).
    """
    tabelle = table([erster, zweiter], gebiete, beobachtungen)
    n = len(tabelle.werte)
    if n < LEAST_AREAS:
        return Korrelation(n, grund=Grund.ZU_WENIG_GEBIETE)
    first, second = ([row[column] for row in tabelle.werte.values()] for column in (0, 1))
    if len(set(first)) == 1 or len(set(second)) == 1:
        return Korrelation(n, grund=Grund.OHNE_STREUUNG)
    rho = spearman(first, second)
    return Korrelation(n, rho, rho_interval(rho, n, niveau))


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Pearson's correlation of the ranks; both sequences hold at least two different values."""
    a, b = ranks(first), ranks(second)
    mean = (len(a) + 1) / 2
    product = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    spread = sqrt(sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b))
    return max(-1.0, min(1.0, product / spread))


def ranks(werte: Sequence[float]) -> list[float]:
    """1 for the smallest; equal values share the mean of their ranks."""
    ordered = sorted(werte)
    first = {wert: place for place, wert in reversed(list(enumerate(ordered, 1)))}
    last = {wert: place for place, wert in enumerate(ordered, 1)}
    return [(first[wert] + last[wert]) / 2 for wert in werte]


def rho_interval(rho: float, n: int, niveau: float = 0.95) -> Intervall:
    """Limits of a rank correlation. Of a perfect one, the inner limit is that of the same ranks but for one swap."""
    most = 1 - 12 / (n * (n * n - 1))
    held = max(-most, min(most, rho))
    half = quantile_of(niveau) * sqrt((1 + held * held / 2) / (n - 3))
    low, high = tanh(atanh(held) - half), tanh(atanh(held) + half)
    return Intervall(-1.0 if rho < -most else low, 1.0 if rho > most else high, niveau)
