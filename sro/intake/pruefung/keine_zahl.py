"""Text where a number belongs."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.pruefung._zahlfehler import not_numbers
from sro.intake.zahl import Zahlfehler
from sro.model.befund import Befund

CODE = "keine_zahl"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    return not_numbers(lieferung, CODE, Zahlfehler.TEXT, _text)


def _text(cell: str) -> str:
    if cell.startswith("="):
        return f"„{cell}“ ist eine Formel. Bitte in Excel mit „Inhalte einfügen: Werte“ durch ihr Ergebnis ersetzen."
    if cell.startswith(("<", ">")):
        return (
            f"„{cell}“ ist eine Grenze, keine Zahl. Bitte die genaue Zahl liefern, die Geheimhaltung übernimmt der "
            "Import, oder die Zelle leer lassen."
        )
    return f"„{cell}“ ist keine Zahl. Bitte nur Ziffern mit Komma oder Punkt schreiben, ohne Einheit."
