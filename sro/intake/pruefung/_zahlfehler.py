"""Findings about cells that hold no number, by reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.zahl import Zahlfehler
from sro.model.befund import Befund


def not_numbers(
    lieferung: Lieferung, code: str, fehler: Zahlfehler, sentence: Callable[[str], str]
) -> Iterator[Befund]:
    """A finding for each count that is no number for this reason; `sentence` makes its text from the cell."""
    for zeile in lieferung.ohne_zahl:
        for spalte, anzahl in (("zaehler", zeile.zaehler), ("nenner", zeile.nenner)):
            if anzahl.fehler is fehler:
                yield zeile.befund(code, spalte, sentence(anzahl.text))
