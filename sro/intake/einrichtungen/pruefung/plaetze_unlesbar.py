"""Places that are no whole number."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import Liste
from sro.model.befund import Befund

CODE = "plaetze_unlesbar"


def check(liste: Liste) -> Iterator[Befund]:
    for zeile in liste.filled("plaetze"):
        if zeile.plaetze is None:
            text = (
                f"Die Plätze „{zeile['plaetze']}“ sind keine ganze Zahl ab 0. Bitte nur die Zahl eintragen (etwa 80) "
                "oder die Zelle leer lassen, wo die Plätze nicht bekannt sind."
            )
            yield zeile.befund(CODE, "plaetze", text)
