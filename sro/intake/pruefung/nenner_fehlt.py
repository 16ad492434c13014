"""A numerator without its denominator."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund

CODE = "nenner_fehlt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for zeile in lieferung.zeilen:
        if zeile.zaehler.text and not zeile.nenner.text:
            text = f"Zum Zähler {zeile.zaehler.text} fehlt der Nenner. Bitte ergänzen oder auch den Zähler leer lassen."
            yield zeile.befund(CODE, "nenner", text)
