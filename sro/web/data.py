"""The pages' way to the store: every read is cached by the Datenstand's id, which never changes its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sro.auswertung.zahlenwerk import Abdeckung, Zahlenwerk
from sro.model.datenstand import Datenstand
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.stats.geglaettet import can_smooth
from sro.stats.stadtwert import same_period
from sro.store import Store, open_store
from sro.store.fremd import require_same_city
from sro.views.karte.figur import Daten
from sro.web.auswahl import Angebot
from sro.web.speicher import kept

MOST = 1_000_000  # observations that are kept in memory at a time, about 200 MB


@lru_cache(maxsize=1)
def store() -> Store:
    """The one store of this process."""
    return open_store()


def datenstand() -> Datenstand | None:
    """The active Datenstand; asked anew at every rerun, so that a release is seen at once."""
    active = store().active_id()
    return None if active is None else _active(active)


@lru_cache(maxsize=4)
def _active(datenstand_id: int) -> Datenstand:
    require_same_city(store(), datenstand_id, city())
    return store().datenstand(datenstand_id)


@kept(most=MOST)
def observations(datenstand_id: int, indikator: str, ebene: str) -> tuple[Beobachtung, ...]:
    """One indicator's observations of one level, all years; of a large level better asked for in parts."""
    return store().values(datenstand_id, indikator, ebene=ebene)


@kept(most=MOST)
def of_year(datenstand_id: int, indikator: str, ebene: str, jahr: int) -> Mapping[GebietKey, Beobachtung]:
    """Those of one year alone, by area."""
    return {b.gebiet: b for b in store().values(datenstand_id, indikator, ebene=ebene, jahr=jahr)}


@kept(most=MOST // 10)
def of_area(datenstand_id: int, indikator: str, gebiet: GebietKey) -> tuple[Beobachtung, ...]:
    """Those of one area alone."""
    return store().values(datenstand_id, indikator, gebiet=gebiet)


def series_of(datenstand_id: int, indikator: str, gebiet: GebietKey, neben: str) -> tuple[Beobachtung, ...]:
    """One area's observations over the periods in which another level is published."""
    if city().is_large(gebiet.ebene):
        return of_area(datenstand_id, indikator, gebiet)
    return tuple(b for b in beside(datenstand_id, indikator, gebiet.ebene, neben) if b.gebiet == gebiet)


@lru_cache(maxsize=512)
def beside(datenstand_id: int, indikator: str, ebene: str, neben: str) -> tuple[Beobachtung, ...]:
    """One level's observations over the periods in which another level is published: pooled where that one is."""
    own = observations(datenstand_id, indikator, ebene)
    periods = store().periods(datenstand_id, indikator, neben)
    if not periods or any(b.jahre > 1 for b in own):
        return own
    areas: dict[GebietKey, list[Beobachtung]] = {}
    for b in own:
        areas.setdefault(b.gebiet, []).append(b)
    top = city().oberste.key
    asked = [Beobachtung(indikator, top, jahr, Status.FEHLT, jahre=jahre) for jahr, jahre in periods]
    found = (same_period(catalogue()[indikator], rows, one) for rows in areas.values() for one in asked)
    return tuple(b for b in found if b)


@lru_cache(maxsize=64)
def offer(datenstand_id: int, mit_stadt: bool) -> Angebot:
    """What there is to choose: `mit_stadt` also offers the whole city as a level (time series, not maps)."""
    levels = [e.id for e in city().ebenen if mit_stadt or e.rang > 0]
    years = _years(datenstand_id)

    def narrowed(coverage: Mapping[str, Mapping[str, tuple[int, ...]]]) -> dict[str, dict[str, tuple[int, ...]]]:
        by_catalogue = {i.id: coverage.get(i.id, {}) for i in catalogue().indikatoren}
        found = {i: {e: by[e] for e in levels if by.get(e)} for i, by in by_catalogue.items()}
        return {i: by for i, by in found.items() if by}

    pooled = {i.id: {e: i.jahre_zusammen(e) for e in levels} for i in catalogue().indikatoren if i.stadtweit_gebuendelt}
    smooth = frozenset(i.id for i in catalogue().indikatoren if can_smooth(i))
    return Angebot(city(), narrowed(years.geliefert), narrowed(years.sichtbar), pooled, smooth)


@lru_cache(maxsize=512)
def map_data(datenstand_id: int, indikator: str, ebene: str, gezeichnet: tuple[str, ...]) -> Daten:
    """Everything that a map of this indicator and level needs, over all years, for the areas that are drawn."""
    stadt = {b.jahr: b for b in beside(datenstand_id, indikator, city().oberste.ebene, ebene)}
    drawn = set(gezeichnet)
    gebiete = tuple(g for g in city().of_level(ebene) if g.id in drawn)
    if city().is_large(ebene):
        years = Jahrgaenge(datenstand_id, indikator, ebene)
        return Daten(catalogue()[indikator], gebiete, years, stadt, store().shown(datenstand_id, indikator, ebene))
    small: dict[int, dict[GebietKey, Beobachtung]] = {}
    for b in observations(datenstand_id, indikator, ebene):
        small.setdefault(b.jahr, {})[b.gebiet] = b
    return Daten(catalogue()[indikator], gebiete, small, stadt)


@dataclass(frozen=True)
class Jahrgaenge(Mapping[int, Mapping[GebietKey, Beobachtung]]):
    """A large level's observations by year; each year is read when it is looked at."""

    datenstand_id: int
    indikator: str
    ebene: str

    def __getitem__(self, jahr: int) -> Mapping[GebietKey, Beobachtung]:
        if jahr not in self._jahre:
            raise KeyError(jahr)
        return of_year(self.datenstand_id, self.indikator, self.ebene, jahr)

    def __iter__(self) -> Iterator[int]:
        return iter(self._jahre)

    def __len__(self) -> int:
        return len(self._jahre)

    @property
    def _jahre(self) -> tuple[int, ...]:
        return _years(self.datenstand_id).geliefert.get(self.indikator, {}).get(self.ebene, ())


@lru_cache(maxsize=4)
def _years(datenstand_id: int) -> Abdeckung:
    return Abdeckung(store().coverage(datenstand_id), store().available(datenstand_id))


@lru_cache(maxsize=4)
def figures(datenstand_id: int) -> Zahlenwerk:
    """The Datenstand as it is read; its content never changes."""

    def read(
        indikator: str, ebene: str, *, gebiet: GebietKey | None = None, jahr: int | None = None
    ) -> tuple[Beobachtung, ...]:
        if gebiet:
            return of_area(datenstand_id, indikator, gebiet)
        if jahr is not None:
            return tuple(of_year(datenstand_id, indikator, ebene, jahr).values())
        return observations(datenstand_id, indikator, ebene)

    return Zahlenwerk(store().datenstand(datenstand_id), catalogue(), city(), read, _years(datenstand_id))
