"""The change of one area's value between two years."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from sro.model.indikator import Anteilsart, Indikator, Reihenbruch
from sro.model.wert import Beobachtung, Status
from sro.stats.intervall import wilson
from sro.stats.vergleich import counts


class Wandel(StrEnum):
    """Whether there is a change to show, and if not, why."""

    OK = "ok"
    GEHEIM = "geheim"
    FEHLT = "fehlt"
    NICHT_SINNVOLL = "nicht_sinnvoll"
    REIHENBRUCH = "reihenbruch"


@dataclass(frozen=True, slots=True)
class Veraenderung:
    """`differenz`: later minus earlier value in the indicator's unit, only with status OK.

    `belastbar`: larger than chance makes likely (5 %); None where that cannot be said (ratios, balances).
    `bruch`: the series break that forbids the comparison.
    """

    status: Wandel
    differenz: float | None = None
    belastbar: bool | None = None
    bruch: Reihenbruch | None = None


def change(indikator: Indikator, frueher: Beobachtung | None, spaeter: Beobachtung | None) -> Veraenderung:
    """The change of an area's value, never across a series break; None stands for "not delivered"."""
    if frueher is None or spaeter is None:
        return Veraenderung(Wandel.FEHLT)
    if (frueher.indikator, frueher.gebiet) != (spaeter.indikator, spaeter.gebiet) or frueher.jahr >= spaeter.jahr:
        raise ValueError(
            f"{frueher.gebiet} {frueher.jahr} und {spaeter.gebiet} {spaeter.jahr} sind nicht ein Gebiet in zwei Jahren."
        )
    bruch = break_between(indikator, frueher.zeitraum[0], spaeter.jahr)
    if bruch:
        return Veraenderung(Wandel.REIHENBRUCH, bruch=bruch)
    if frueher.wert is None or spaeter.wert is None:
        return Veraenderung(_why_not(frueher, spaeter))
    return Veraenderung(Wandel.OK, spaeter.wert - frueher.wert, _more_than_chance(indikator, frueher, spaeter))


def break_between(indikator: Indikator, frueher: int, spaeter: int) -> Reihenbruch | None:
    """The first series break after the earlier year, up to and with the later one."""
    return next((b for b in indikator.reihenbrueche if frueher < b.jahr <= spaeter), None)


def _why_not(frueher: Beobachtung, spaeter: Beobachtung) -> Wandel:
    both = (frueher.status, spaeter.status)
    order = (Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL)
    return Wandel(next(status for status in order if status in both).value)


def _more_than_chance(indikator: Indikator, frueher: Beobachtung, spaeter: Beobachtung) -> bool | None:
    """Both tests take the years as independent; where the same children are counted twice that errs to caution."""
    first, second = counts(frueher), counts(spaeter)
    if first is None or second is None:
        return None
    if indikator.art is Anteilsart.ANTEIL:
        return shares_differ(first, second)
    if indikator.art is Anteilsart.DICHTE:
        return rates_differ(first, second)
    return None


def shares_differ(first: tuple[float, float], second: tuple[float, float], niveau: float = 0.95) -> bool:
    """Whether two shares (count, total) differ: 0 lies outside Newcombe's interval of the difference.

    Source: Newcombe, Statistics in Medicine 17 (1998), method 10: Wilson limits combined by squares.
    """
    p1, p2 = first[0] / first[1], second[0] / second[1]
    low1, high1 = wilson(*first, niveau)
    low2, high2 = wilson(*second, niveau)
    low = (p2 - p1) - hypot(p2 - low2, high1 - p1)
    high = (p2 - p1) + hypot(high2 - p2, p1 - low1)
    return low > 0 or high < 0


def rates_differ(first: tuple[float, float], second: tuple[float, float], niveau: float = 0.95) -> bool:
    """Whether two rates (cases, population) differ: exact conditional test of two Poisson counts, two-sided.

    Given all cases, those of the second year are binomial with its share of the population. Twice the smaller tail.
    Source: Przyborowski & Wilenski, Biometrika 31 (1940).
    """
    from scipy.special import betainc  # half a second to import, and only change maps of rates need it

    cases, total = second[0], first[0] + second[0]
    if total == 0:
        return False
    share = second[1] / (first[1] + second[1])
    at_least = float(betainc(cases, total - cases + 1, share)) if cases > 0 else 1.0
    at_most = 1 - float(betainc(cases + 1, total - cases, share)) if cases < total else 1.0
    return 2 * min(at_least, at_most) < 1 - niveau
