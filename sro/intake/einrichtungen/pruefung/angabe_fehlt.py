"""An empty cell in a column that every facility needs."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.spalten import PFLICHT
from sro.intake.einrichtungen.zeile import Liste
from sro.model.befund import Befund

CODE = "angabe_fehlt"
REMEDY = {
    "id": "Bitte eine Kennung vergeben, die nur diese Einrichtung hat, etwa k-012.",
    "name": "Bitte den Namen der Einrichtung eintragen.",
    "art": "Bitte die Art der Einrichtung eintragen.",
    "traeger": "Bitte den Träger eintragen.",
    "traegerart": "Bitte „öffentlich“ oder „frei“ eintragen.",
    "gebiet": "Bitte das Gebiet eintragen, in dem die Einrichtung liegt.",
}


def check(liste: Liste) -> Iterator[Befund]:
    for zeile in liste.zeilen:
        for spalte in PFLICHT:
            if not zeile[spalte]:
                yield zeile.befund(CODE, spalte, f"Die Zelle „{spalte}“ ist leer. {REMEDY[spalte]}", quoted=False)
