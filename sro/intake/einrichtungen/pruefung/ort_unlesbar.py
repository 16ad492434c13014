"""Half a place, or one that is not written in degrees."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.angaben import degrees
from sro.intake.einrichtungen.zeile import Liste
from sro.model.befund import Befund

CODE = "ort_unlesbar"
SIDES = (("lon", "lat"), ("lat", "lon"))


def check(liste: Liste) -> Iterator[Befund]:
    for zeile in liste.zeilen:
        for side, other in SIDES:
            if zeile[side] and degrees(zeile[side]) is None:
                text = (
                    f"„{zeile[side]}“ ist keine Angabe in Grad. Bitte etwa 10,6866 (lon) und 53,8655 (lat) eintragen."
                )
                yield zeile.befund(CODE, side, text)
            elif zeile[side] and not zeile[other]:
                text = f"Zu „{side}“ fehlt „{other}“. Bitte beide eintragen oder beide leer lassen."
                yield zeile.befund(CODE, side, text)
