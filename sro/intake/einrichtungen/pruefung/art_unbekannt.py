"""A kind of facility that the list does not know."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import Liste
from sro.intake.sprache import meant
from sro.model.befund import Befund
from sro.model.einrichtung import Einrichtungsart

CODE = "art_unbekannt"


def check(liste: Liste) -> Iterator[Befund]:
    known = [art.value for art in Einrichtungsart]
    for zeile in liste.filled("art"):
        if zeile.art is None:
            text = (
                f"Die Art „{zeile['art']}“ gibt es nicht.{meant(zeile['art'], known)} Möglich sind {', '.join(known)}."
            )
            yield zeile.befund(CODE, "art", text)
