"""A level that the city does not have."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.sprache import meant
from sro.model.befund import Befund

CODE = "ebene_unbekannt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    known = [ebene.id for ebene in lieferung.stadt.alle_ebenen]
    for zeile in lieferung.zeilen:
        found = zeile.roh.ebene
        if found.casefold() not in known:
            hint = meant(found.casefold(), known)
            said = f"Die Ebene „{found}“ gibt es nicht.{hint}" if found else "Die Ebene ist leer."
            yield zeile.befund(CODE, "ebene", f"{said} Möglich: {', '.join(known)}.")
