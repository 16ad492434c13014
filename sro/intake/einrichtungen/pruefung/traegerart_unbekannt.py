"""A provider that is neither public nor independent."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import Liste
from sro.model.befund import Befund

CODE = "traegerart_unbekannt"


def check(liste: Liste) -> Iterator[Befund]:
    for zeile in liste.filled("traegerart"):
        if zeile.traegerart is None:
            text = f"Die Trägerart „{zeile['traegerart']}“ gibt es nicht. Bitte „öffentlich“ oder „frei“ eintragen."
            yield zeile.befund(CODE, "traegerart", text)
