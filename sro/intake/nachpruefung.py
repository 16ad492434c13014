"""The audit of a published Datenstand: attacked like an outsider would, alone and together with the others.

Only protected values are read, so this may run anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sro.intake.frueher import published_before
from sro.model.datenstand import Datenstand
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect import Schutzbericht, Verrat, audit, audit_together, erneut_gesagt
from sro.store import Store


@dataclass(frozen=True, slots=True)
class Nachpruefung:
    """`gefunden`: what the attack found. `veroeffentlicht`: what disclosure control said at the release.

    `zusammen`: cells that another Datenstand gives away if its figures still hold; from outside nobody knows.
    `schon_gesagt`: such cells of which an earlier Datenstand alone tells as much, by a threshold that has been raised.
    """

    gefunden: Schutzbericht
    veroeffentlicht: Schutzbericht
    zusammen: tuple[Verrat, ...]
    schon_gesagt: tuple[Verrat, ...] = ()

    @property
    def sicher(self) -> bool:
        return not self.gefunden.aufgedeckt and not self.zusammen

    @property
    def frueher_gezeigt(self) -> int:
        """Cells that are too narrow by the thresholds of now and cannot be taken back."""
        return self.gefunden.frueher_gezeigt + len(self.schon_gesagt)

    @property
    def anteil_geheim(self) -> float:
        """Share of hidden cells in percent."""
        return 100 * self.gefunden.geheim / self.gefunden.zellen if self.gefunden.zellen else 0.0


def audited(store: Store, datenstand: Datenstand, katalog: Katalog, stadt: Stadt) -> Nachpruefung:
    """Takes seconds: linear programs over all cells. A Datenstand is attacked by the method that protected it."""
    katalog = replace(katalog, geheimhaltung=datenstand.geheimhaltung)
    values = tuple(v for name in sorted(store.coverage(datenstand.id)) for v in store.values(datenstand.id, name))
    bericht = store.bericht(datenstand.id)
    zusammen, schon_gesagt = [], []
    frueher: dict[str, Sequence[Beobachtung]] = {}
    for synthetisch in sorted({one.synthetisch for one in datenstand.herkunft}):  # each with its own kind
        before = published_before(store, synthetisch, vor=datenstand.id)
        found = _together(store, datenstand, synthetisch, katalog, stadt)
        again = erneut_gesagt(found, before, katalog, stadt)
        zusammen += [one for one in found if one not in again]
        schon_gesagt += again
        frueher.update(before if bericht.frueher_gezeigt else {})
    gefunden = audit(values, katalog, stadt, frueher, bericht.schwellen)
    return Nachpruefung(gefunden, bericht, tuple(zusammen), tuple(schon_gesagt))


def _together(
    store: Store, datenstand: Datenstand, synthetisch: bool, katalog: Katalog, stadt: Stadt
) -> Sequence[Verrat]:
    names = sorted({one.indikator for one in datenstand.herkunft if one.synthetisch == synthetisch})
    values = tuple(v for name in names for v in store.values(datenstand.id, name))
    return audit_together(values, published_before(store, synthetisch, ohne=datenstand.id), katalog, stadt)
