"""A Datenstand as the command line reads it."""

from __future__ import annotations

from functools import cache

from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.cli.datenstand import chosen
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import Store


def figures(store: Store, datenstand_id: int | None) -> Zahlenwerk:
    """The one with this number, else the active one; StoreError where there is none."""
    datenstand = chosen(store, datenstand_id)

    @cache
    def read(indikator: str, ebene: str) -> tuple[Beobachtung, ...]:
        return store.values(datenstand.id, indikator, ebene=ebene)

    return Zahlenwerk(datenstand, catalogue(), city(), read)
