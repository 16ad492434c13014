"""Comparison of an area with the city around it."""

from __future__ import annotations

from typing import NamedTuple

from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung


class Rest(NamedTuple):
    """The city without one area: counts, and the value in the unit of the indicator."""

    zaehler: float
    nenner: float
    wert: float


def rest_of_city(stadt: Beobachtung | None, gebiet: Beobachtung | None, indikator: Indikator) -> Rest | None:
    """The rest of the city, from sums, never from a mean of rates; None where either value is not shown.

    A large area is a good part of the city and would be compared with itself; the rest does not contain it.
    Also None where the rest is too small for a value, or the area's years are pooled and the city's are not (see
    `stadtwert.same_period`). ValueError for observations that do not belong together.
    """
    if stadt is None or gebiet is None:
        return None
    if (stadt.indikator, stadt.jahr) != (gebiet.indikator, gebiet.jahr):
        raise ValueError(f"{stadt.indikator} {stadt.jahr} und {gebiet.indikator} {gebiet.jahr} gehören nicht zusammen.")
    whole, part = counts(stadt), counts(gebiet)
    if whole is None or part is None or stadt.jahre != gebiet.jahre:
        return None
    zaehler, nenner = whole[0] - part[0], whole[1] - part[1]
    if nenner <= 0 or nenner < indikator.mindestnenner or (zaehler < 0 and indikator.art is not Anteilsart.SALDO):
        return None
    if indikator.art is Anteilsart.ANTEIL:
        zaehler = min(zaehler, nenner)  # counts that were rounded apart may leave more than all
    return Rest(zaehler, nenner, indikator.rate(zaehler, nenner))


def counts(beobachtung: Beobachtung) -> tuple[float, float] | None:
    """Numerator and denominator of a shown value; None where no value is shown."""
    if beobachtung.wert is None or beobachtung.zaehler is None or beobachtung.nenner is None:
        return None
    return beobachtung.zaehler, beobachtung.nenner
