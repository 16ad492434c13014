"""One Datenstand as it is read: its protected observations, with the catalogue and the city that explain them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from sro.model.datenstand import Datenstand
from sro.model.gebiet import Gebiet, GebietKey, Stadt
from sro.model.indikator import Indikator, Katalog
from sro.model.wert import Beobachtung, wert_of
from sro.stats.zeitraum import independent, period_of

Jahre = Mapping[str, Mapping[str, tuple[int, ...]]]  # indicator -> level -> years, ascending


class Lesen(Protocol):
    """Gives an indicator's observations on a level: of all areas and years, or of one area or one year alone."""

    def __call__(
        self, indikator: str, ebene: str, *, gebiet: GebietKey | None = None, jahr: int | None = None
    ) -> Sequence[Beobachtung]: ...


@dataclass(frozen=True)
class Abdeckung:
    """The years that were delivered, and those in which any area shows a value."""

    geliefert: Jahre
    sichtbar: Jahre


@dataclass(frozen=True)
class Zahlenwerk:
    """A level is read once and then kept; a large one (`Stadt.is_large`) is never read as a whole, but by area and by
    year, where `abdeckung` says which years there are."""

    datenstand: Datenstand
    katalog: Katalog
    stadt: Stadt
    lesen: Lesen
    abdeckung: Abdeckung | None = None

    @property
    def oberste(self) -> Gebiet:
        return self.stadt.oberste

    def of_area(self, indikator: Indikator, gebiet: GebietKey) -> dict[int, Beobachtung]:
        """The observations of one area by year."""
        if self._in_parts(gebiet.ebene):
            return {b.jahr: b for b in self.lesen(indikator.id, gebiet.ebene, gebiet=gebiet)}
        return self._by_area(indikator.id, gebiet.ebene).get(gebiet, {})

    def jahre(self, indikator: Indikator, ebene: str) -> tuple[int, ...]:
        """The delivered years of a level, ascending."""
        if parts := self._in_parts(ebene):
            return parts.geliefert.get(indikator.id, {}).get(ebene, ())
        return tuple(sorted({jahr for years in self._by_area(indikator.id, ebene).values() for jahr in years}))

    def gezeigt(self, indikator: Indikator, ebene: str) -> set[int]:
        """The years in which any area of the level shows a value."""
        if parts := self._in_parts(ebene):
            return set(parts.sichtbar.get(indikator.id, {}).get(ebene, ()))
        areas = self._by_area(indikator.id, ebene).values()
        return {jahr for years in areas for jahr, b in years.items() if b.wert is not None}

    def newest(self, indikator: Indikator, ebene: str) -> int | None:
        """The newest year in which any area of the level shows a value, else the newest delivered one."""
        return max(self.gezeigt(indikator, ebene) or self.jahre(indikator, ebene), default=None)

    def of_level(self, indikator: Indikator, ebene: str, jahr: int) -> dict[GebietKey, Beobachtung]:
        """The observations of all areas of a level in one year."""
        if self._in_parts(ebene):
            return {b.gebiet: b for b in self.lesen(indikator.id, ebene, jahr=jahr)}
        areas = self._by_area(indikator.id, ebene)
        return {gebiet: years[jahr] for gebiet, years in areas.items() if jahr in years}

    def has_level(self, indikator: Indikator, ebene: str) -> bool:
        return bool(self.jahre(indikator, ebene))

    def around(self, indikator: Indikator, gebiet: GebietKey, jahr: int) -> list[Beobachtung]:
        """What `noticeable` looks at: the area's level and the city over all years.

        Of a large level the area's own years, and all areas in `jahr` and in the year that it would look back to.
        """
        ebene, city = gebiet.ebene, self.lesen(indikator.id, self.oberste.ebene)
        if not self._in_parts(ebene):
            return [*self.lesen(indikator.id, ebene), *city]
        own = self.of_area(indikator, gebiet)
        others = [self.of_level(indikator, ebene, one) for one in _compared(own, jahr, city)]
        return [*own.values(), *(b for level in others for b in level.values() if b.gebiet != gebiet), *city]

    def _in_parts(self, ebene: str) -> Abdeckung | None:
        return self.abdeckung if self.stadt.is_large(ebene) else None

    def _by_area(self, indikator: str, ebene: str) -> dict[GebietKey, dict[int, Beobachtung]]:
        if (indikator, ebene) not in self._gelesen:
            areas: dict[GebietKey, dict[int, Beobachtung]] = {}
            for b in self.lesen(indikator, ebene):
                areas.setdefault(b.gebiet, {})[b.jahr] = b
            self._gelesen[indikator, ebene] = areas
        return self._gelesen[indikator, ebene]

    @cached_property
    def _gelesen(self) -> dict[tuple[str, str], dict[GebietKey, dict[int, Beobachtung]]]:
        return {}


def _compared(own: Mapping[int, Beobachtung], jahr: int, stadt: Sequence[Beobachtung]) -> list[int]:
    """The year, and the newest one independent of it in which area and city show a value."""
    if jahr not in own:
        return []
    shown = {b.jahr for b in stadt if b.wert is not None}
    earlier = [
        one
        for one, b in own.items()
        if independent(period_of(b), period_of(own[jahr])) and wert_of(b) is not None and one in shown
    ]
    return [jahr, *([max(earlier)] if earlier else [])]
