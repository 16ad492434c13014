"""Smoothed values for a map: small areas drawn towards the mean of all. An option with a label, never the value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund
from sro.stats.vergleich import counts

LEAST_AREAS = 5  # fewer say nothing about how much areas scatter


@dataclass(frozen=True, slots=True)
class Geglaettet:
    """Both values in the indicator's unit; `gewicht` (0 to 1) is the part that the raw one has in the smoothed one."""

    gebiet: GebietKey
    roh: float
    geglaettet: float
    gewicht: float


@dataclass(frozen=True, slots=True)
class Glaettung:
    """Areas that show a value, in the order given; none and a `grund` where nothing can be smoothed."""

    gebiete: tuple[Geglaettet, ...] = ()
    mitte: float | None = None
    grund: Grund | None = None


def can_smooth(indikator: Indikator) -> bool:
    """Whether the indicator counts cases among people: a share or a rate."""
    return indikator.art in (Anteilsart.ANTEIL, Anteilsart.DICHTE)


def smoothed(indikator: Indikator, beobachtungen: Iterable[Beobachtung]) -> Glaettung:
    """Empirical Bayes by moments over the areas of one level in one year that show a value.

    A rate is the mean of its Gamma posterior after Poisson counts. A share has the binomial variance instead. An area
    without a shown value gets none: it would look as if something were known of it.
    Source: Marshall, Applied Statistics 40 (1991), global estimator.
    """
    if not can_smooth(indikator):
        return Glaettung(grund=Grund.ART)
    found = [(b.gebiet, *pair) for b in beobachtungen if (pair := counts(b))]
    if len(found) < LEAST_AREAS:
        return Glaettung(grund=Grund.ZU_WENIG_GEBIETE)
    total = sum(n for _, _, n in found)
    mean = sum(x for _, x, _ in found) / total
    chance = mean * (1 - mean) if indikator.art is Anteilsart.ANTEIL else mean
    scatter = sum(n * (x / n - mean) ** 2 for _, x, n in found) / total
    between = max(0.0, scatter - chance * len(found) / total)
    areas = []
    for gebiet, x, n in found:
        weight = between / (between + chance / n) if between > 0 else 0.0
        raw = x / n
        areas.append(
            Geglaettet(gebiet, raw * indikator.faktor, (mean + weight * (raw - mean)) * indikator.faktor, weight)
        )
    return Glaettung(tuple(areas), mean * indikator.faktor)
