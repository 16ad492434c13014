"""Rows for an analyst's table: one per indicator, area and year; filtered, sorted, grouped. Nothing is added up.

Rates have no sum, and a total over districts is the city's own figure, which stands beside every row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sro.auswertung.kennwert import area_series
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet, normalised
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status, status_of, wert_of
from sro.stats.auffaellig import Auffaelligkeit, noticeable
from sro.stats.stadtwert import same_period
from sro.stats.trend import Trend, trend
from sro.stats.unterschied import Unterschied, difference


class Spalte(StrEnum):
    """What can stand beside indicator, area and year, in the order of the table."""

    THEMA = "thema"
    WERT = "wert"
    EINHEIT = "einheit"
    INTERVALL = "intervall"
    ZAEHLER = "zaehler"
    NENNER = "nenner"
    STADT = "stadt"
    ABSTAND = "abstand"  # from the city's value
    UNTERSCHIED = "unterschied"  # from the rest of the city
    AUFFAELLIG = "auffaellig"
    TREND = "trend"
    STATUS = "status"


BEFUNDE = frozenset({Spalte.UNTERSCHIED, Spalte.AUFFAELLIG, Spalte.TREND})  # computed only where somebody asks


class Sortierung(StrEnum):
    """What the rows are ordered by."""

    GEBIET = "gebiet"
    INDIKATOR = "indikator"
    JAHR = "jahr"
    WERT = "wert"
    ABSTAND = "abstand"
    ZAEHLER = "zaehler"
    NENNER = "nenner"
    STATUS = "status"


class Gruppierung(StrEnum):
    """What the rows are gathered by."""

    KEINE = "keine"
    THEMA = "thema"
    INDIKATOR = "indikator"
    GEBIET = "gebiet"
    JAHR = "jahr"


@dataclass(frozen=True)
class Abfrage:
    """What is asked for. `gebiete` are ids of the level; empty means all of it, an empty `status` every one."""

    ebene: str
    indikatoren: tuple[Indikator, ...]
    jahre: tuple[int, ...]
    gebiete: tuple[str, ...] = ()
    status: frozenset[Status] = frozenset()


@dataclass(frozen=True)
class Datenzeile:
    """An indicator in an area and a year; `beobachtung` None: not delivered. `stadt` covers the same years.

    The last three are None until `with_findings` has computed them.
    """

    indikator: Indikator
    gebiet: Gebiet
    jahr: int
    beobachtung: Beobachtung | None
    stadt: Beobachtung | None
    unterschied: Unterschied | None = None
    auffaelligkeit: Auffaelligkeit | None = None
    trend: Trend | None = None

    @property
    def status(self) -> Status:
        return status_of(self.beobachtung)

    @property
    def wert(self) -> float | None:
        return wert_of(self.beobachtung)

    @property
    def abstand(self) -> float | None:
        """Area minus city, in the indicator's unit; None where either shows no value."""
        city = wert_of(self.stadt)
        return None if self.wert is None or city is None else self.wert - city


@dataclass(frozen=True)
class Gruppe:
    """Rows that belong together under a heading; the heading is empty where nothing is grouped."""

    titel: str
    zeilen: tuple[Datenzeile, ...]

    @property
    def ohne_wert(self) -> int:
        return sum(zeile.wert is None for zeile in self.zeilen)

    @property
    def spanne(self) -> tuple[float, float] | None:
        """Smallest and largest shown value; None where the rows are of several indicators or show none."""
        shown = [zeile.wert for zeile in self.zeilen if zeile.wert is not None]
        alike = len({zeile.indikator.id for zeile in self.zeilen}) == 1
        return (min(shown), max(shown)) if shown and alike else None


def rows(werk: Zahlenwerk, abfrage: Abfrage) -> tuple[Datenzeile, ...]:
    """Every row asked for, by area (alphabet), indicator, year. Indicators without the level have none."""
    areas = [g for g in werk.stadt.of_level(abfrage.ebene) if not abfrage.gebiete or g.id in abfrage.gebiete]
    reihen = [
        (indikator, jahr, werk.of_level(indikator, abfrage.ebene, jahr))
        for indikator in abfrage.indikatoren
        if werk.has_level(indikator, abfrage.ebene)
        for jahr in periods(indikator, abfrage.ebene, abfrage.jahre)
    ]
    city = {indikator.id: werk.of_area(indikator, werk.oberste.key) for indikator, _, _ in reihen}
    found = (
        _row(indikator, gebiet, jahr, level.get(gebiet.key), city[indikator.id])
        for gebiet in sorted(areas, key=_name)
        for indikator, jahr, level in reihen
    )
    return tuple(zeile for zeile in found if not abfrage.status or zeile.status in abfrage.status)


def periods(indikator: Indikator, ebene: str, jahre: Sequence[int]) -> tuple[int, ...]:
    """The years of the rows: where values are pooled, the last year of each period that they lie in."""
    pooled = indikator.stadtweit_gebuendelt
    if pooled is None or indikator.jahre_zusammen(ebene) == 1:
        return tuple(jahre)
    return tuple(sorted({pooled.letztes(jahr) for jahr in jahre}))


def with_findings(werk: Zahlenwerk, zeile: Datenzeile, spalten: Sequence[Spalte]) -> Datenzeile:
    """The row with the findings that the columns ask for."""
    found = zeile
    if Spalte.UNTERSCHIED in spalten:
        found = replace(found, unterschied=difference(zeile.indikator, zeile.stadt, zeile.beobachtung))
    if Spalte.AUFFAELLIG in spalten:
        found = replace(found, auffaelligkeit=_noticeable(werk, zeile))
    if Spalte.TREND in spalten:
        found = replace(found, trend=trend(zeile.indikator, area_series(werk, zeile.indikator, zeile.gebiet.key)))
    return found


def ordered(
    zeilen: Sequence[Datenzeile], nach: Sortierung, absteigend: bool, rang: Callable[[Indikator], int]
) -> tuple[Datenzeile, ...]:
    """By one column; `rang` is an indicator's place in the catalogue.

    Equal ones stay in the order of the alphabet, of the catalogue and of time. Numbers are compared within an indicator
    alone, because units differ; rows without a number come last in either direction.
    """
    base = sorted(zeilen, key=lambda z: (_name(z.gebiet), rang(z.indikator), z.jahr))
    number = _NUMBER.get(nach)
    if number is None:
        return tuple(sorted(base, key=lambda z: _rank(z, nach, rang), reverse=absteigend))
    shown = [(value, z) for z in base if (value := number(z)) is not None]
    shown.sort(key=lambda pair: pair[0], reverse=absteigend)
    together = [*(z for _, z in shown), *(z for z in base if number(z) is None)]
    return tuple(sorted(together, key=lambda z: rang(z.indikator)))


def grouped(zeilen: Sequence[Datenzeile], nach: Gruppierung, rang: Callable[[Indikator], int]) -> tuple[Gruppe, ...]:
    """The rows under headings, in their order within each. Every row is in exactly one group."""
    if nach is Gruppierung.KEINE:
        return (Gruppe("", tuple(zeilen)),) if zeilen else ()
    found: dict[tuple[int | str, str], list[Datenzeile]] = {}
    for zeile in zeilen:
        found.setdefault(_group(zeile, nach, rang), []).append(zeile)
    if nach is Gruppierung.THEMA:  # themes stand in the order of their first indicator
        return tuple(Gruppe(key[1], tuple(of)) for key, of in _themes(found, rang))
    return tuple(Gruppe(key[1], tuple(found[key])) for key in sorted(found))


def first(gruppen: Sequence[Gruppe], most: int) -> Iterator[tuple[Gruppe, tuple[Datenzeile, ...]]]:
    """The groups of the first `most` rows, each with those of its rows that are among them."""
    for gruppe in gruppen:
        if most <= 0:
            return
        yield gruppe, gruppe.zeilen[:most]
        most -= len(gruppe.zeilen)


def _row(
    indikator: Indikator, gebiet: Gebiet, jahr: int, b: Beobachtung | None, city: Mapping[int, Beobachtung]
) -> Datenzeile:
    stadt = same_period(indikator, city.values(), b) if b else city.get(jahr)
    return Datenzeile(indikator, gebiet, jahr, b, stadt)


def _noticeable(werk: Zahlenwerk, zeile: Datenzeile) -> Auffaelligkeit:
    indikator, key, top = zeile.indikator, zeile.gebiet.key, werk.oberste.key
    return noticeable(indikator, key, top, werk.around(indikator, key, zeile.jahr), zeile.jahr)


_NUMBER: dict[Sortierung, Callable[[Datenzeile], float | None]] = {
    Sortierung.WERT: lambda z: z.wert,
    Sortierung.ABSTAND: lambda z: z.abstand,
    Sortierung.ZAEHLER: lambda z: z.beobachtung.zaehler if z.beobachtung else None,
    Sortierung.NENNER: lambda z: z.beobachtung.nenner if z.beobachtung else None,
}


def _rank(zeile: Datenzeile, nach: Sortierung, rang: Callable[[Indikator], int]) -> tuple[int | str, ...]:
    match nach:
        case Sortierung.INDIKATOR:
            return (rang(zeile.indikator),)
        case Sortierung.JAHR:
            return (zeile.jahr,)
        case Sortierung.STATUS:
            return (list(Status).index(zeile.status),)
        case _:
            return (_name(zeile.gebiet),)


def _group(zeile: Datenzeile, nach: Gruppierung, rang: Callable[[Indikator], int]) -> tuple[int | str, str]:
    """What sorts a group, and its heading."""
    match nach:
        case Gruppierung.THEMA:
            return zeile.indikator.thema, zeile.indikator.thema
        case Gruppierung.INDIKATOR:
            return rang(zeile.indikator), zeile.indikator.name
        case Gruppierung.JAHR:
            return zeile.jahr, str(zeile.jahr)
        case _:
            return f"{_name(zeile.gebiet)} {zeile.gebiet.id}", zeile.gebiet.name


def _themes(
    found: dict[tuple[int | str, str], list[Datenzeile]], rang: Callable[[Indikator], int]
) -> list[tuple[tuple[int | str, str], list[Datenzeile]]]:
    return sorted(found.items(), key=lambda item: min(rang(z.indikator) for z in item[1]))


def _name(gebiet: Gebiet) -> str:
    return normalised(gebiet.name)
