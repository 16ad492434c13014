"""A number whose separator can mark thousands or decimals."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.pruefung._zahlfehler import not_numbers
from sro.intake.zahl import Zahlfehler
from sro.model.befund import Befund

CODE = "zahl_mehrdeutig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    return not_numbers(lieferung, CODE, Zahlfehler.MEHRDEUTIG, _text)


def _text(cell: str) -> str:
    whole = cell.replace(".", "").replace(",", "")
    return f"„{cell}“ kann {whole} oder eine Dezimalzahl heißen. Bitte ohne Tausendertrennzeichen schreiben."
