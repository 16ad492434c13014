"""One Datenstand as it is read: its protected observations, with the catalogue and the city that explain them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sro.model.datenstand import Datenstand
from sro.model.gebiet import Gebiet, GebietKey, Stadt
from sro.model.indikator import Indikator, Katalog
from sro.model.wert import Beobachtung

Lesen = Callable[[str, str], Sequence[Beobachtung]]  # indicator, level -> all years and areas


@dataclass(frozen=True)
class Zahlenwerk:
    """`lesen` gives the observations of an indicator on a level; empty where there are none. Read once, then kept."""

    datenstand: Datenstand
    katalog: Katalog
    stadt: Stadt
    lesen: Lesen

    @property
    def oberste(self) -> Gebiet:
        return self.stadt.oberste

    def of_area(self, indikator: Indikator, gebiet: GebietKey) -> dict[int, Beobachtung]:
        """The observations of one area by year."""
        return self._by_area(indikator.id, gebiet.ebene).get(gebiet, {})

    def jahre(self, indikator: Indikator, ebene: str) -> tuple[int, ...]:
        """The delivered years of a level, ascending."""
        return tuple(sorted({jahr for years in self._by_area(indikator.id, ebene).values() for jahr in years}))

    def newest(self, indikator: Indikator, ebene: str) -> int | None:
        """The newest year in which any area of the level shows a value, else the newest delivered one."""
        areas = self._by_area(indikator.id, ebene).values()
        shown = [jahr for years in areas for jahr, b in years.items() if b.wert is not None]
        return max(shown or self.jahre(indikator, ebene), default=None)

    def of_level(self, indikator: Indikator, ebene: str, jahr: int) -> dict[GebietKey, Beobachtung]:
        """The observations of all areas of a level in one year."""
        areas = self._by_area(indikator.id, ebene)
        return {gebiet: years[jahr] for gebiet, years in areas.items() if jahr in years}

    def has_level(self, indikator: Indikator, ebene: str) -> bool:
        return bool(self._by_area(indikator.id, ebene))

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
