"""The value of several areas together: from sums of counts, never from a mean of their rates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund, why_no_value
from sro.stats.vergleich import counts


class Summe(NamedTuple):
    """Counts of several areas together, and the value in the unit of the indicator."""

    zaehler: float
    nenner: float
    wert: float


def together(indikator: Indikator, beobachtungen: Iterable[Beobachtung]) -> Summe | Grund:
    """The value of areas that do not overlap, in one period; a reason where one of them shows no value.

    A mean of rates would give 300 children the same say as 3,000. ValueError for two indicators, years or levels, or
    for the same area twice.
    """
    found = list(beobachtungen)
    if len({(b.indikator, b.jahr, b.gebiet.ebene) for b in found}) > 1 or len({b.gebiet for b in found}) < len(found):
        raise ValueError("Zusammengezählt werden verschiedene Gebiete einer Ebene in einem Jahr.")
    pairs = [counts(b) for b in found]
    shown = [pair for pair in pairs if pair is not None]
    if not found or len(shown) < len(found):
        return next((why_no_value(b) for b in found if b.wert is None), Grund.FEHLT)
    zaehler, nenner = sum(x for x, _ in shown), sum(n for _, n in shown)
    if nenner <= 0 or nenner < indikator.mindestnenner:
        return Grund.NICHT_SINNVOLL
    return Summe(zaehler, nenner, indikator.rate(zaehler, nenner))
