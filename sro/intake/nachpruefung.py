"""The audit of a published Datenstand: attacked like an outsider would, alone and together with the others.

Only protected values are read, so this may run anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sro.intake.frueher import published_before
from sro.model.datenstand import Datenstand
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.protect import Schutzbericht, Verrat, audit, audit_together
from sro.store import Store


@dataclass(frozen=True, slots=True)
class Nachpruefung:
    """`gefunden`: what the attack found. `veroeffentlicht`: what disclosure control said at the release.

    `zusammen`: cells that another Datenstand gives away if its figures still hold; from outside nobody knows.
    """

    gefunden: Schutzbericht
    veroeffentlicht: Schutzbericht
    zusammen: tuple[Verrat, ...]

    @property
    def sicher(self) -> bool:
        return not self.gefunden.aufgedeckt and not self.zusammen

    @property
    def anteil_geheim(self) -> float:
        """Share of hidden cells in percent."""
        return 100 * self.gefunden.geheim / self.gefunden.zellen if self.gefunden.zellen else 0.0


def audited(store: Store, datenstand: Datenstand, katalog: Katalog, stadt: Stadt) -> Nachpruefung:
    """Takes seconds: linear programs over all cells. A Datenstand is attacked by the method that protected it."""
    katalog = replace(katalog, geheimhaltung=datenstand.geheimhaltung)
    values = tuple(v for name in sorted(store.coverage(datenstand.id)) for v in store.values(datenstand.id, name))
    return Nachpruefung(
        audit(values, katalog, stadt),
        store.bericht(datenstand.id),
        tuple(_together(store, datenstand, katalog, stadt)),
    )


def _together(store: Store, datenstand: Datenstand, katalog: Katalog, stadt: Stadt) -> list[Verrat]:
    """Synthetic and real figures each with their own kind."""
    found = []
    for synthetisch in sorted({one.synthetisch for one in datenstand.herkunft}):
        names = sorted({one.indikator for one in datenstand.herkunft if one.synthetisch == synthetisch})
        values = tuple(v for name in names for v in store.values(datenstand.id, name))
        others = published_before(store, synthetisch, ohne=datenstand.id)
        found += audit_together(values, others, katalog, stadt)
    return found
