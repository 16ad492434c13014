"""Whether an area and the rest of the city differ by more than chance makes likely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund, why_no_value
from sro.stats.veraenderung import rates_differ, shares_differ
from sro.stats.vergleich import Rest, counts, rest_of_city


class Lage(StrEnum):
    """How an area's value lies to that of the rest of the city (5 %)."""

    UEBER_REST = "ueber_rest"
    UNTER_REST = "unter_rest"
    KEIN_BELEGTER_UNTERSCHIED = "kein_belegter_unterschied"
    NICHT_BERECHENBAR = "nicht_berechenbar"


@dataclass(frozen=True, slots=True)
class Unterschied:
    """`differenz`: area minus rest, in the indicator's unit; it and `rest` are None where `grund` says why."""

    lage: Lage
    differenz: float | None = None
    rest: Rest | None = None
    grund: Grund | None = None


def difference(indikator: Indikator, stadt: Beobachtung | None, gebiet: Beobachtung | None) -> Unterschied:
    """The area against the rest of the city over the same years (`stadtwert.same_period`), by the test of its kind.

    One comparison in twenty finds a difference where there is none; whether an area is noticeable is asked more
    strictly in `auffaellig`. Ratios and balances: `differenz` and `rest`, but no verdict (Grund.ART).
    """
    own = counts(gebiet) if gebiet else None
    if gebiet is None or own is None or gebiet.wert is None:
        return Unterschied(Lage.NICHT_BERECHENBAR, grund=why_no_value(gebiet))
    rest = rest_of_city(stadt, gebiet, indikator)
    if rest is None:
        return Unterschied(Lage.NICHT_BERECHENBAR, grund=Grund.KEIN_VERGLEICH)
    distance = gebiet.wert - rest.wert
    test = _TESTS.get(indikator.art)
    if test is None:
        return Unterschied(Lage.NICHT_BERECHENBAR, distance, rest, Grund.ART)
    if not test((rest.zaehler, rest.nenner), own):
        return Unterschied(Lage.KEIN_BELEGTER_UNTERSCHIED, distance, rest)
    return Unterschied(Lage.UEBER_REST if distance > 0 else Lage.UNTER_REST, distance, rest)


_TESTS = {Anteilsart.ANTEIL: shares_differ, Anteilsart.DICHTE: rates_differ}
