"""An area that was recognised although its id is written otherwise (4 for 04, a name): told once each."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund, Schwere

CODE = "gebiet_ergaenzt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    told: set[tuple[str, str, str]] = set()
    for zeile in lieferung.zeilen:
        written = (zeile.datei, zeile.roh.ebene, zeile.roh.gebiet_id)
        if zeile.gebiet and zeile.gebiet.id != zeile.roh.gebiet_id and written not in told:
            told.add(written)
            text = f"„{zeile.roh.gebiet_id}“ wurde als {zeile.gebiet.id} ({zeile.gebiet.name}) gelesen."
            yield zeile.befund(CODE, "gebiet_id", text, Schwere.HINWEIS)
