"""The same quantity, area and year with two numbers in different rows."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Stelle
from sro.model.befund import Befund

CODE = "angabe_widerspruechlich"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for stelle, first in lieferung.abweichende:
        if not _same_indicator(stelle, first):
            text = (
                f"„{stelle.merkmal.name}“ ist hier {stelle.text}, in {first.zeile.place(stelle.zeile.datei)} für "
                f"dasselbe Gebiet und Jahr {first.text}. Bitte überall dieselbe Zahl liefern."
            )
            yield stelle.zeile.befund(CODE, stelle.spalte, text)


def _same_indicator(one: Stelle, other: Stelle) -> bool:
    """Two rows of one indicator are doubled rows, which are told elsewhere."""
    return one.zeile.indikator == other.zeile.indikator and one.spalte == other.spalte
