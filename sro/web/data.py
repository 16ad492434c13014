"""The pages' way to the store: every read is cached by the Datenstand's id, which never changes its content."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sro.model.datenstand import Datenstand
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import Store, open_store
from sro.views.kartenfigur import Daten
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


@lru_cache(maxsize=64)
def offer(datenstand_id: int, mit_stadt: bool) -> Angebot:
    """What there is to choose: `mit_stadt` also offers the whole city as a level (time series, not maps)."""
    levels = [e.id for e in city().ebenen if mit_stadt or e.rang > 0]
    delivered, visible = store().coverage(datenstand_id), store().available(datenstand_id)

    def narrowed(coverage: Mapping[str, Mapping[str, tuple[int, ...]]]) -> dict[str, dict[str, tuple[int, ...]]]:
        by_catalogue = {i.id: coverage.get(i.id, {}) for i in catalogue().indikatoren}
        found = {i: {e: by[e] for e in levels if by.get(e)} for i, by in by_catalogue.items()}
        return {i: by for i, by in found.items() if by}

    return Angebot(city(), narrowed(delivered), narrowed(visible))


@lru_cache(maxsize=512)
def map_data(datenstand_id: int, indikator: str, ebene: str, gezeichnet: tuple[str, ...]) -> Daten:
    """Everything that a map of this indicator and level needs, over all years, for the areas that are drawn."""
    years: dict[int, dict[GebietKey, Beobachtung]] = {}
    for b in observations(datenstand_id, indikator, ebene):
        years.setdefault(b.jahr, {})[b.gebiet] = b
    stadt = {b.jahr: b for b in observations(datenstand_id, indikator, city().oberste.ebene)}
    gebiete = tuple(g for g in city().of_level(ebene) if g.id in set(gezeichnet))
    return Daten(catalogue()[indikator], gebiete, years, stadt)
