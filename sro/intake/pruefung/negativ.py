"""A negative count of something that cannot be negative."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund

CODE = "negativ"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for stelle in lieferung.stellen(lambda zahl: zahl < 0):
        if not stelle.merkmal.negativ_moeglich:
            text = (
                f"„{stelle.merkmal.name}“ kann nicht negativ sein, geliefert ist {stelle.text}. "
                "Bitte die Zahl berichtigen oder die Zelle leer lassen."
            )
            yield stelle.zeile.befund(CODE, stelle.spalte, text)
