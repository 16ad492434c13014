"""What a delivery takes away: years of an indicator that the active Datenstand shows and the next one will not."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.sprache import listed
from sro.model.befund import Befund, Schwere
from sro.model.datenstand import Datenstand
from sro.store import Store

CODE = "jahre_entfallen"


def dropped_years(store: Store, active: Datenstand, lieferung: Lieferung) -> Iterator[Befund]:
    """A warning for each delivered indicator that loses years: a delivery replaces the indicator as a whole.

    Synthetic figures that real ones replace are no loss, and the other way round.
    """
    coverage = store.coverage(active.id)
    for indikator in lieferung.indikatoren:
        if active.is_synthetic(indikator.id) != lieferung.zeilen[0].synthetisch:
            continue
        delivered = {z.zeit.jahr for z in lieferung.zeilen if z.indikator == indikator and z.zeit}
        before = {jahr for jahre in coverage.get(indikator.id, {}).values() for jahr in jahre}
        gone = [str(jahr) for jahr in sorted(before - delivered)]
        if gone:
            text = (
                f"„{indikator.kurzname}“ ({indikator.id}): Die Jahre {listed(gone, 12)} stehen in Datenstand "
                f"{active.id}, in der Lieferung nicht; im neuen Datenstand fehlen sie. Bitte alle Jahre gemeinsam "
                "liefern, wenn die Zeitreihe bleiben soll."
            )
            yield Befund(CODE, text, Schwere.WARNUNG)
