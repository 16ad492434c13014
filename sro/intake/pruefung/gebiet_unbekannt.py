"""An area that its level does not have."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Zeile
from sro.intake.sprache import meant
from sro.model.befund import Befund
from sro.model.gebiet import Stadt

CODE = "gebiet_unbekannt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    levels = {ebene.id for ebene in lieferung.stadt.alle_ebenen}
    for zeile in lieferung.zeilen:
        if zeile.gebiet is None and zeile.roh.ebene.casefold() in levels:
            yield zeile.befund(CODE, "gebiet_id", _text(zeile, lieferung.stadt))


def _text(zeile: Zeile, stadt: Stadt) -> str:
    found = zeile.roh.gebiet_id
    ebene = stadt.ebene(zeile.roh.ebene.casefold())
    areas = stadt.of_level(ebene.id)
    ids = [area.id for area in areas]
    span = f"Möglich: {', '.join(ids)}." if stadt.quartier(areas[0].key) else f"Möglich sind {ids[0]} bis {ids[-1]}."
    if not found:
        return f"Die gebiet_id ist leer. {span}"
    hint = meant(found, ids) or meant(found, [area.name for area in areas])
    return f"In der Ebene {ebene.name} gibt es kein Gebiet „{found}“.{hint} {span}"
