"""A level at which the indicator is not published."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund

CODE = "ebene_unpassend"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    levels = {ebene.id: ebene.name for ebene in lieferung.stadt.alle_ebenen}
    for zeile in lieferung.zeilen:
        ebene = zeile.roh.ebene.casefold()
        if zeile.indikator and ebene in levels and ebene not in zeile.indikator.alle_ebenen:
            possible = ", ".join(levels.get(one, one) for one in zeile.indikator.alle_ebenen)
            text = (
                f"„{zeile.indikator.kurzname}“ wird nicht auf der Ebene {levels[ebene]} geführt. "
                f"Bitte die Zeile weglassen; möglich: {possible}."
            )
            yield zeile.befund(CODE, "ebene", text)
