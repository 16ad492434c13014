"""A time that no year can be read from."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund

CODE = "zeit_ungueltig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for zeile in lieferung.zeilen:
        if zeile.zeit is None:
            said = f"„{zeile.roh.zeit}“ ist keine Zeitangabe." if zeile.roh.zeit else "Die Zeit ist leer."
            yield zeile.befund(CODE, "zeit", f"{said} Bitte 2024, 2024/25 oder 31.12.2024 schreiben.")
