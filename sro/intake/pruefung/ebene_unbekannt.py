"""A level that the city does not have."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.sprache import meant
from sro.model.befund import Befund

CODE = "ebene_unbekannt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    known = [ebene.id for ebene in lieferung.stadt.ebenen]
    for zeile in lieferung.zeilen:
        found = zeile.roh.ebene
        if found.casefold() not in known:
            text = f"Die Ebene „{found}“ gibt es nicht.{meant(found.casefold(), known)} Möglich: {', '.join(known)}."
            yield zeile.befund(CODE, "ebene", text)
