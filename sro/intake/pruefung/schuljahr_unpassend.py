"""A school year for an indicator of other periods, or a day for an indicator of school years."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund

CODE = "schuljahr_unpassend"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for zeile in lieferung.zeilen:
        if not (zeile.indikator and zeile.zeit):
            continue
        by_school_year = zeile.indikator.stichtag == "Schuljahr"
        if zeile.zeit.schuljahr and not by_school_year:
            text = (
                f"„{zeile.indikator.kurzname}“ wird nicht nach Schuljahren geführt, sondern zum Bezug "
                f"{zeile.indikator.stichtag}; „{zeile.roh.zeit}“ kann zwei Jahre meinen. Bitte das Jahr schreiben."
            )
            yield zeile.befund(CODE, "zeit", text)
        if zeile.zeit.stichtag and by_school_year:
            text = (
                f"„{zeile.indikator.kurzname}“ wird nach Schuljahren geführt; aus dem Tag „{zeile.roh.zeit}“ geht das "
                "Schuljahr nicht sicher hervor. Bitte zum Beispiel 2024/25 schreiben."
            )
            yield zeile.befund(CODE, "zeit", text)
