"""Funnel limits: how far from a reference a value of that denominator may lie by chance alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, sqrt

from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund
from sro.stats.intervall import Intervall
from sro.stats.vergleich import counts

INNEN, AUSSEN = 0.95, 0.998
WINSOR = 0.1  # share of areas at either end whose distance is cut to that of the next one
LEAST_AREAS = 5  # fewer say nothing about how much areas scatter


@dataclass(frozen=True, slots=True)
class Trichter:
    """Where a value lies among its limits; all in the indicator's unit.

    `mitte` is the reference, `innen` and `aussen` the limits at 95 % and 99.8 %, `streuung` the factor (1 or more) by
    which the variance of pure chance was multiplied for them.
    """

    wert: float
    nenner: float
    mitte: float
    innen: Intervall
    aussen: Intervall
    streuung: float

    def side(self, grenzen: Intervall) -> int:
        """1 above the limits, -1 below, 0 within."""
        return (self.wert > grenzen.oben) - (self.wert < grenzen.unten)


def funnel(indikator: Indikator, wert: float, nenner: float, mitte: float, streuung: float = 1.0) -> Trichter | Grund:
    """A value with its limits; a reason where there are none (see `limits`)."""
    inner, outer = (limits(indikator, nenner, mitte, niveau, streuung) for niveau in (INNEN, AUSSEN))
    if isinstance(inner, Grund) or isinstance(outer, Grund):
        return inner if isinstance(inner, Grund) else Grund.ZU_WENIG_FAELLE
    return Trichter(wert, nenner, mitte, inner, outer, streuung)


def limits(
    indikator: Indikator, nenner: float, mitte: float, niveau: float, streuung: float = 1.0
) -> Intervall | Grund:
    """Limits in the indicator's unit for an area of `nenner` people around `mitte` (same unit).

    Exact: a count lies outside where its binomial (share) or Poisson tail (rate) is smaller than half of what `niveau`
    leaves. Between whole counts the tails are continued by the incomplete beta and gamma functions, so a curve over
    `nenner` is smooth. `streuung` widens them by its root to both sides.
    Reasons: ART (ratio, balance), ZU_WENIG_FAELLE (fewer than one case expected, or fewer than one person without).
    Source: Spiegelhalter, Statistics in Medicine 24 (2005), with the upper tail including the count itself.
    """
    if indikator.art not in (Anteilsart.ANTEIL, Anteilsart.DICHTE):
        return Grund.ART
    share = mitte / indikator.faktor
    expected = share * nenner
    is_share = indikator.art is Anteilsart.ANTEIL
    if expected < 1 or (is_share and nenner - expected < 1):
        return Grund.ZU_WENIG_FAELLE
    low, high = binomial_limits(nenner, share, niveau) if is_share else poisson_limits(expected, niveau)
    low, high = (expected + (edge - expected) * sqrt(streuung) for edge in (low, high))
    most = nenner if is_share else high
    return Intervall(indikator.rate(max(low, 0.0), nenner), indikator.rate(min(high, most), nenner), niveau)


def poisson_limits(erwartet: float, niveau: float) -> tuple[float, float]:
    """Counts between which a Poisson count of this mean lies with at least `niveau`; `erwartet` at least 1."""
    from scipy.special import pdtrik  # half a second to import

    tail = (1 - niveau) / 2
    low = float(pdtrik(tail, erwartet)) if exp(-erwartet) < tail else 0.0
    return low, float(pdtrik(1 - tail, erwartet)) + 1


def binomial_limits(nenner: float, anteil: float, niveau: float) -> tuple[float, float]:
    """Counts between which a binomial count lies with at least `niveau`; at least one case and one other expected."""
    from scipy.special import bdtrik

    tail = (1 - niveau) / 2
    low = float(bdtrik(tail, nenner, anteil)) if (1 - anteil) ** nenner < tail else 0.0
    high = float(bdtrik(1 - tail, nenner, anteil)) + 1 if anteil**nenner < tail else nenner
    return low, min(high, nenner)


def overdispersion(indikator: Indikator, beobachtungen: Iterable[Beobachtung], mitte: float) -> float:
    """The factor φ (1 or more) by which areas scatter more around `mitte` than single cases by chance would.

    Only for rates, whose cases come in clusters (siblings, one person twice): mean of the squared, winsorised distances
    (x-e)/√e of all areas of one level in one year that show a value. 1 with fewer than five areas.
    Source: Spiegelhalter, Statistics in Medicine 24 (2005), section 5.
    """
    if indikator.art is not Anteilsart.DICHTE or mitte <= 0:
        return 1.0
    pairs = [pair for b in beobachtungen if (pair := counts(b))]
    if len(pairs) < LEAST_AREAS:
        return 1.0
    expected = [mitte / indikator.faktor * n for _, n in pairs]
    distances = winsorised([(x - e) / sqrt(e) for (x, _), e in zip(pairs, expected, strict=True)])
    return max(1.0, sum(z * z for z in distances) / len(distances))


def winsorised(werte: Iterable[float], anteil: float = WINSOR) -> list[float]:
    """The values in order, the lowest and highest `anteil` of them cut to the next one."""
    ordered = sorted(werte)
    cut = int(anteil * len(ordered))
    low, high = ordered[cut], ordered[-1 - cut]
    return [min(max(wert, low), high) for wert in ordered]
