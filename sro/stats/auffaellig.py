"""Whether an area is noticeable ("auffällig") in an indicator, by a rule that seldom raises a false alarm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund, why_no_value
from sro.stats.stadtwert import same_period
from sro.stats.trichter import Trichter, funnel, overdispersion
from sro.stats.veraenderung import break_between
from sro.stats.vergleich import rest_of_city
from sro.stats.zeitraum import Zeitraum, independent, period_of


class Urteil(StrEnum):
    """How an area lies to the rest of the city."""

    UEBER = "ueber"
    UNTER = "unter"
    IM_RAHMEN = "im_rahmen"  # of what chance makes likely
    NICHT_BERECHENBAR = "nicht_berechenbar"


class Regel(StrEnum):
    """Which rule makes an area noticeable."""

    AUSSEN = "aussen"  # outside the 99.8 % limits
    ZWEI_ZEITRAEUME = "zwei_zeitraeume"  # outside the 95 % limits on the same side in two independent periods


@dataclass(frozen=True, slots=True)
class Auffaelligkeit:
    """`regel` only with UEBER and UNTER, `grund` only with NICHT_BERECHENBAR; else `trichter` of the year asked for.

    `frueher` and `zeitraum_frueher`: the period to which the second rule looked back, None where there was none.
    """

    urteil: Urteil
    zeitraum: Zeitraum | None = None
    trichter: Trichter | None = None
    zeitraum_frueher: Zeitraum | None = None
    frueher: Trichter | None = None
    regel: Regel | None = None
    grund: Grund | None = None


def noticeable(
    indikator: Indikator, gebiet: GebietKey, stadt: GebietKey, beobachtungen: Iterable[Beobachtung], jahr: int
) -> Auffaelligkeit:
    """The verdict about an area in a year.

    `beobachtungen`: the indicator's, of all areas of that level and of the city, over all years. UEBER or UNTER where
    the value lies outside the 99.8 % limits around the rest of the city; or outside the 95 % limits in `jahr` and, on
    the same side, in the latest independent period that shows a value and lies after the last series break. Only that
    one period counts: to search among many would find a false alarm sooner or later.
    """
    figures = _figures(indikator, gebiet, stadt, beobachtungen)
    now = _place(indikator, figures, jahr)
    if isinstance(now, Grund):
        return Auffaelligkeit(Urteil.NICHT_BERECHENBAR, grund=now)
    zeitraum = period_of(figures.own[jahr])
    far = now.side(now.aussen)
    before, period = _earlier(indikator, figures, zeitraum)
    twice = now.side(now.innen) if before and before.side(before.innen) == now.side(now.innen) else 0
    regel = Regel.AUSSEN if far else Regel.ZWEI_ZEITRAEUME if twice else None
    return Auffaelligkeit(_URTEIL[far or twice], zeitraum, now, period, before, regel)


_URTEIL = {1: Urteil.UEBER, -1: Urteil.UNTER, 0: Urteil.IM_RAHMEN}


class _Figures(NamedTuple):
    own: dict[int, Beobachtung]
    city: list[Beobachtung]
    level: list[Beobachtung]  # all areas of the own one's level


def _figures(
    indikator: Indikator, gebiet: GebietKey, stadt: GebietKey, beobachtungen: Iterable[Beobachtung]
) -> _Figures:
    found = [b for b in beobachtungen if b.indikator == indikator.id]
    city = [b for b in found if b.gebiet == stadt]
    level = [b for b in found if b.gebiet.ebene == gebiet.ebene and b.gebiet != stadt]
    return _Figures({b.jahr: b for b in level if b.gebiet == gebiet}, city, level)


def _earlier(indikator: Indikator, figures: _Figures, zeitraum: Zeitraum) -> tuple[Trichter | None, Zeitraum | None]:
    for jahr in sorted(figures.own, reverse=True):
        period = period_of(figures.own[jahr])
        if not independent(period, zeitraum):
            continue
        if break_between(indikator, period.von, zeitraum.bis):
            return None, None
        place = _place(indikator, figures, jahr)
        if isinstance(place, Trichter):
            return place, period
    return None, None


def _place(indikator: Indikator, figures: _Figures, jahr: int) -> Trichter | Grund:
    """The area among its limits around the rest of the city.

    The rest is one outcome of chance too. Against it the area's distance has the variance 1/n + 1/n_rest, which is the
    area's own times 1 + n/n_rest.
    """
    own = figures.own.get(jahr)
    if own is None or own.wert is None or own.nenner is None:
        return why_no_value(own)
    whole = same_period(indikator, figures.city, own)
    rest = rest_of_city(whole, own, indikator)
    if rest is None or whole is None or whole.wert is None:
        return Grund.KEIN_VERGLEICH
    level = [b for b in figures.level if (b.jahr, b.jahre) == (own.jahr, own.jahre)]
    scatter = overdispersion(indikator, level, whole.wert) * (1 + own.nenner / rest.nenner)
    return funnel(indikator, own.wert, own.nenner, rest.wert, scatter)
