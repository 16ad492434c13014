"""One indicator in one area and year, with everything beside it that helps to read it."""

from __future__ import annotations

from dataclasses import dataclass

from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, wert_of
from sro.stats.auffaellig import Auffaelligkeit, noticeable
from sro.stats.buendel import Buendel, pooled
from sro.stats.intervall import Intervall, interval_of
from sro.stats.reihe import Reihe, Rolle, series
from sro.stats.stadtwert import same_period
from sro.stats.trend import Trend, trend
from sro.stats.unterschied import Unterschied, difference


@dataclass(frozen=True)
class Kennwert:
    """`alle_werte` are the shown values of the area's level in that year, ascending; `ohne_wert` counts the others."""

    indikator: Indikator
    gebiet: Gebiet
    jahr: int
    beobachtung: Beobachtung | None
    stadt: Beobachtung | None
    intervall: Intervall | None
    alle_werte: tuple[float, ...]
    ohne_wert: int
    reihe: Reihe
    stadtreihe: Reihe
    unterschied: Unterschied  # from the rest of the city
    auffaelligkeit: Auffaelligkeit
    trend: Trend
    buendel: Buendel  # three years together, where the year has few cases
    synthetisch: bool

    @property
    def wert(self) -> float | None:
        return wert_of(self.beobachtung)


def figure(werk: Zahlenwerk, indikator: Indikator, gebiet: GebietKey, jahr: int | None = None) -> Kennwert | None:
    """The figure of a year (default: the newest with something to see on the level); None where the level has none."""
    year = jahr if jahr is not None else werk.newest(indikator, gebiet.ebene)
    if year is None:
        return None
    own, city = werk.of_area(indikator, gebiet), werk.of_area(indikator, werk.oberste.key)
    level = werk.of_level(indikator, gebiet.ebene, year)
    shown = sorted(b.wert for b in level.values() if b.wert is not None)
    b = own.get(year)
    stadt = same_period(indikator, city.values(), b) if b else city.get(year)
    reihe = area_series(werk, indikator, gebiet)
    return Kennwert(
        indikator=indikator,
        gebiet=werk.stadt.gebiet(gebiet),
        jahr=year,
        beobachtung=b,
        stadt=stadt,
        intervall=interval_of(indikator, b),
        alle_werte=tuple(shown),
        ohne_wert=len(werk.stadt.of_level(gebiet.ebene)) - len(shown),
        reihe=reihe,
        stadtreihe=_city_series(werk, indikator, reihe),
        unterschied=difference(indikator, stadt, b),
        auffaelligkeit=noticeable(indikator, gebiet, werk.oberste.key, werk.around(indikator, gebiet, year), year),
        trend=trend(indikator, reihe),
        buendel=pooled(indikator, [b for jahr, b in own.items() if jahr <= year]),
        synthetisch=werk.datenstand.is_synthetic(indikator.id),
    )


def area_series(werk: Zahlenwerk, indikator: Indikator, gebiet: GebietKey) -> Reihe:
    """An area's series over every year from the level's first to its last delivered one; pooled years by windows."""
    jahre = werk.jahre(indikator, gebiet.ebene)
    every = range(jahre[0], jahre[-1] + 1, indikator.jahre_zusammen(gebiet.ebene)) if jahre else ()
    area = werk.stadt.gebiet(gebiet)
    rolle = Rolle.GEBIET if area.eltern else Rolle.STADT
    expected = tuple(sorted({*every, *jahre}))
    return series(indikator, werk.of_area(indikator, gebiet).values(), expected, area.name, gebiet, rolle)


def _city_series(werk: Zahlenwerk, indikator: Indikator, reihe: Reihe) -> Reihe:
    """The city beside an area; over the same windows where the area's years are pooled."""
    whole = area_series(werk, indikator, werk.oberste.key)
    own = werk.of_area(indikator, reihe.schluessel).values()
    if all(b.jahre == 1 for b in own):
        return whole
    city = werk.of_area(indikator, werk.oberste.key).values()
    windows = [b for one in own if (b := same_period(indikator, city, one))]
    jahre = tuple(punkt.jahr for punkt in reihe.punkte)
    return series(indikator, windows, jahre, whole.name, whole.schluessel, Rolle.STADT)
