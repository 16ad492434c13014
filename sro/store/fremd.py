"""Whether a store holds figures of another city: every city needs a database of its own."""

from __future__ import annotations

from sro.model.gebiet import GebietKey, Stadt
from sro.reference.stadtfehler import Einrichtungsfehler
from sro.store.lager import Store


def require_same_city(store: Store, datenstand_id: int, stadt: Stadt) -> None:
    """Einrichtungsfehler where a Datenstand has an area that the city does not have."""
    strange = _strange(store, datenstand_id, stadt)
    if strange:
        said = (
            f"Datenstand {datenstand_id} hat Zahlen für {strange.ebene} „{strange.id}“, in {stadt.name} unbekannt. "
            "Jede Stadt braucht ihre eigene Datenbank: SRO_VAR auf einen eigenen Ordner setzen."
        )
        raise Einrichtungsfehler("Die Datenbank gehört zu einer anderen Stadt", (said,))


def _strange(store: Store, datenstand_id: int, stadt: Stadt) -> GebietKey | None:
    """An area that the city lacks; one year of one indicator is asked for per level, and that says enough."""
    newest = {
        ebene: (indikator, years[-1])
        for indikator, levels in store.available(datenstand_id).items()
        for ebene, years in levels.items()
        if years
    }
    for ebene, (indikator, jahr) in newest.items():
        for found in store.values(datenstand_id, indikator, ebene=ebene, jahr=jahr):
            if not stadt.is_raum(found.gebiet):
                return found.gebiet
    return None
