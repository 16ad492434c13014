"""The city's value over the years that an area's value covers."""

from __future__ import annotations

from collections.abc import Iterable

from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.veraenderung import break_between
from sro.stats.vergleich import counts


def same_period(indikator: Indikator, stadt: Iterable[Beobachtung], gebiet: Beobachtung | None) -> Beobachtung | None:
    """The city's observation over the period of `gebiet`; None where it cannot be had.

    Published as such, or, for an area of pooled years, the sum of the city's single years, if all of them show a value
    and no series break lies among them. `stadt`: the city's observations of the indicator, over all years.
    """
    if gebiet is None:
        return None
    of_year = {(b.jahr, b.jahre): b for b in stadt if b.indikator == indikator.id}
    whole = of_year.get((gebiet.jahr, gebiet.jahre))
    if whole or gebiet.jahre == 1:
        return whole
    singles = [b for jahr in gebiet.zeitraum if (b := of_year.get((jahr, 1)))]
    pairs = [pair for b in singles if (pair := counts(b))]
    if len(pairs) < gebiet.jahre or break_between(indikator, gebiet.zeitraum[0], gebiet.jahr):
        return None
    zaehler, nenner = sum(x for x, _ in pairs), sum(n for _, n in pairs)
    status = Status.OK if zaehler else Status.NULL
    wert = indikator.rate(zaehler, nenner)
    return Beobachtung(indikator.id, singles[0].gebiet, gebiet.jahr, status, zaehler, nenner, wert, jahre=gebiet.jahre)
