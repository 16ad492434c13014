"""One indicator in all areas of a level in one year, in the order of the alphabet."""

from __future__ import annotations

from dataclasses import dataclass

from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet, Stadt, normalised
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status, status_of, wert_of
from sro.stats.intervall import Intervall, interval_of
from sro.stats.stadtwert import same_period


@dataclass(frozen=True, slots=True)
class Gebietswert:
    """One area; None where nothing was delivered for it."""

    gebiet: Gebiet
    beobachtung: Beobachtung | None
    intervall: Intervall | None

    @property
    def wert(self) -> float | None:
        return wert_of(self.beobachtung)

    @property
    def status(self) -> Status:
        return status_of(self.beobachtung)


@dataclass(frozen=True)
class Gebietswerte:
    """`stadt` is the city's observation over the same years, None where there is none."""

    indikator: Indikator
    ebene: str
    jahr: int
    werte: tuple[Gebietswert, ...]
    stadt: Beobachtung | None

    @property
    def gezeigt(self) -> tuple[Gebietswert, ...]:
        return tuple(one for one in self.werte if one.wert is not None)

    @property
    def ohne(self) -> tuple[Gebietswert, ...]:
        return tuple(one for one in self.werte if one.wert is None)

    @property
    def stadtwert(self) -> float | None:
        return wert_of(self.stadt)

    @property
    def beobachtungen(self) -> tuple[Beobachtung, ...]:
        """Those of the areas, without the city."""
        return tuple(one.beobachtung for one in self.werte if one.beobachtung)


def area_values(werk: Zahlenwerk, indikator: Indikator, ebene: str, jahr: int) -> Gebietswerte:
    """All areas of a level, also those without an observation."""
    found = werk.of_level(indikator, ebene, jahr)
    values = tuple(
        Gebietswert(gebiet, found.get(gebiet.key), interval_of(indikator, found.get(gebiet.key)))
        for gebiet in alphabetical(werk.stadt, ebene)
    )
    seen = next((one.beobachtung for one in values if one.beobachtung), None)
    city = same_period(indikator, werk.of_area(indikator, werk.oberste.key).values(), seen)
    return Gebietswerte(indikator, ebene, jahr, values, city)


def alphabetical(stadt: Stadt, ebene: str) -> list[Gebiet]:
    return sorted(stadt.of_level(ebene), key=lambda gebiet: normalised(gebiet.name))
