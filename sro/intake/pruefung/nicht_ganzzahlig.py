"""A fraction of something that is counted in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund

CODE = "nicht_ganzzahlig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for stelle in lieferung.stellen(lambda zahl: not zahl.is_integer()):
        if stelle.merkmal.ganzzahlig:
            text = (
                f"„{stelle.merkmal.name}“ wird in ganzen Zahlen gezählt, geliefert ist {stelle.text}. "
                "Bitte die Anzahl liefern, nicht die Quote."
            )
            yield stelle.zeile.befund(CODE, stelle.spalte, text)
