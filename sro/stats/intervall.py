"""Confidence intervals: how far a value of a small area may be chance.

Also full counts carry them: they are read as one outcome of a process that could have run slightly differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung

BYAR_FROM = 10  # Byar's approximation is good from ten cases on; below, the exact limits


@dataclass(frozen=True, slots=True)
class Intervall:
    """Limits in the unit of the indicator; `niveau` is the coverage, 0.95 for 95 %."""

    unten: float
    oben: float
    niveau: float


def interval(indikator: Indikator, zaehler: float, nenner: float, niveau: float = 0.95) -> Intervall | None:
    """Wilson for shares, exact or Byar for rates; None for ratios of unlike things and for balances.

    ValueError where the numbers cannot be of that kind (denominator 0, negative count, share above 100 %).
    Source: Eayres, PHE Technical Guide, Confidence Intervals, 2018.
    """
    if indikator.art not in (Anteilsart.ANTEIL, Anteilsart.DICHTE):
        return None
    if nenner <= 0 or zaehler < 0:
        raise ValueError(f"{indikator.id}: Zu {zaehler} von {nenner} gibt es kein Intervall.")
    if indikator.art is Anteilsart.ANTEIL:
        low, high = wilson(zaehler, nenner, niveau)
        return Intervall(low * indikator.faktor, high * indikator.faktor, niveau)
    low, high = poisson(zaehler, niveau)
    return Intervall(indikator.rate(low, nenner), indikator.rate(high, nenner), niveau)


def interval_of(indikator: Indikator, beobachtung: Beobachtung | None, niveau: float = 0.95) -> Intervall | None:
    """The interval of an observation; None also where it shows no value."""
    if beobachtung is None or beobachtung.wert is None or beobachtung.zaehler is None or beobachtung.nenner is None:
        return None
    return interval(indikator, beobachtung.zaehler, beobachtung.nenner, niveau)


def wilson(zaehler: float, nenner: float, niveau: float = 0.95) -> tuple[float, float]:
    """Wilson's score limits of a share, as fractions (0 to 1)."""
    if zaehler > nenner:
        raise ValueError(f"Ein Anteil kann nicht {zaehler} von {nenner} sein.")
    z = quantile_of(niveau)
    share, spread = zaehler / nenner, z * z / nenner
    centre = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / nenner + spread / (4 * nenner)) / (1 + spread)
    return (0.0 if zaehler == 0 else max(centre - half, 0.0)), (1.0 if zaehler == nenner else min(centre + half, 1.0))


def poisson(faelle: float, niveau: float = 0.95) -> tuple[float, float]:
    """Limits of an expected number of cases: exact (χ²) below ten cases, Byar's approximation from ten on."""
    if faelle < BYAR_FROM:
        from scipy.special import gammaincinv  # half a second to import, and most figures need no exact limits

        rest = (1 - niveau) / 2
        low = float(gammaincinv(faelle, rest)) if faelle > 0 else 0.0
        return low, float(gammaincinv(faelle + 1, 1 - rest))
    z = quantile_of(niveau)
    return _byar(faelle, -z), _byar(faelle + 1, z)


def quantile_of(niveau: float) -> float:
    """The two-sided normal quantile: 1.96 for 0.95."""
    return NormalDist().inv_cdf(1 - (1 - niveau) / 2)


def _byar(faelle: float, z: float) -> float:
    return float(faelle * (1 - 1 / (9 * faelle) + z / (3 * sqrt(faelle))) ** 3)
