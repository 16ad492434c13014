"""A marker of statistical tables where a number belongs: it could mean zero, secret or missing."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.pruefung._zahlfehler import not_numbers
from sro.intake.zahl import Zahlfehler
from sro.model.befund import Befund

CODE = "zeichen_statt_zahl"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    return not_numbers(lieferung, CODE, Zahlfehler.ZEICHEN, _text)


def _text(cell: str) -> str:
    return (
        f"Das Zeichen „{cell}“ kann null, geheim oder unbekannt heißen. "
        "Bitte 0 schreiben, wo genau null gemeint ist, sonst die Zelle leer lassen."
    )
