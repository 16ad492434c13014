"""The pages' way to the store: every read is cached by the Datenstand's id, which never changes its content."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.datenstand import Datenstand
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.stats.geglaettet import can_smooth
from sro.stats.stadtwert import same_period
from sro.store import Store, open_store
from sro.views.karte.figur import Daten
from sro.web.auswahl import Angebot


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
    return store().datenstand(datenstand_id)


@lru_cache(maxsize=2048)
def observations(datenstand_id: int, indikator: str, ebene: str) -> tuple[Beobachtung, ...]:
    """One indicator's observations of one level, all years."""
    return store().values(datenstand_id, indikator, ebene=ebene)


@lru_cache(maxsize=512)
def beside(datenstand_id: int, indikator: str, ebene: str, neben: str) -> tuple[Beobachtung, ...]:
    """One level's observations over the periods in which another level is published: pooled where that one is."""
    own = observations(datenstand_id, indikator, ebene)
    periods = {(b.jahr, b.jahre): b for b in observations(datenstand_id, indikator, neben) if b.jahre > 1}
    if not periods or any(b.jahre > 1 for b in own):
        return own
    areas: dict[GebietKey, list[Beobachtung]] = {}
    for b in own:
        areas.setdefault(b.gebiet, []).append(b)
    found = (same_period(catalogue()[indikator], rows, b) for rows in areas.values() for b in periods.values())
    return tuple(b for b in found if b)


@lru_cache(maxsize=64)
def offer(datenstand_id: int, mit_stadt: bool) -> Angebot:
    """What there is to choose: `mit_stadt` also offers the whole city as a level (time series, not maps)."""
    levels = [e.id for e in city().ebenen if mit_stadt or e.rang > 0]
    delivered, visible = store().coverage(datenstand_id), store().available(datenstand_id)

    def narrowed(coverage: Mapping[str, Mapping[str, tuple[int, ...]]]) -> dict[str, dict[str, tuple[int, ...]]]:
        by_catalogue = {i.id: coverage.get(i.id, {}) for i in catalogue().indikatoren}
        found = {i: {e: by[e] for e in levels if by.get(e)} for i, by in by_catalogue.items()}
        return {i: by for i, by in found.items() if by}

    pooled = {i.id: {e: i.jahre_zusammen(e) for e in levels} for i in catalogue().indikatoren if i.stadtweit_gebuendelt}
    smooth = frozenset(i.id for i in catalogue().indikatoren if can_smooth(i))
    return Angebot(city(), narrowed(delivered), narrowed(visible), pooled, smooth)


@lru_cache(maxsize=512)
def map_data(datenstand_id: int, indikator: str, ebene: str, gezeichnet: tuple[str, ...]) -> Daten:
    """Everything that a map of this indicator and level needs, over all years, for the areas that are drawn."""
    years: dict[int, dict[GebietKey, Beobachtung]] = {}
    for b in observations(datenstand_id, indikator, ebene):
        years.setdefault(b.jahr, {})[b.gebiet] = b
    stadt = {b.jahr: b for b in beside(datenstand_id, indikator, city().oberste.ebene, ebene)}
    gebiete = tuple(g for g in city().of_level(ebene) if g.id in set(gezeichnet))
    return Daten(catalogue()[indikator], gebiete, years, stadt)


@lru_cache(maxsize=4)
def figures(datenstand_id: int) -> Zahlenwerk:
    """The Datenstand as it is read; its content never changes."""

    def read(indikator: str, ebene: str) -> tuple[Beobachtung, ...]:
        return observations(datenstand_id, indikator, ebene)

    return Zahlenwerk(store().datenstand(datenstand_id), catalogue(), city(), read)
