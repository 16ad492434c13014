"""The place of a shelter: whoever flees there must not be found."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import Liste, Zeile
from sro.model.befund import Befund
from sro.model.gebiet import normalised

CODE = "schutzort_verortet"
SHELTERS = ("frauenhaus", "maedchenhaus", "schutzhaus", "schutzstelle", "schutzwohnung", "zuflucht", "inobhutnahme")


def check(liste: Liste) -> Iterator[Befund]:
    for zeile in liste.zeilen:
        if (zeile["lon"] or zeile["lat"]) and _is_shelter(zeile):
            text = (
                f"„{zeile['name']}“ sieht nach einem Ort aus, an dem Menschen Schutz suchen. "
                "Bitte lon und lat leer lassen; besser gehört die Einrichtung nicht in eine öffentliche Liste."
            )
            yield zeile.befund(CODE, "name", text)


def _is_shelter(zeile: Zeile) -> bool:
    told = normalised(f"{zeile['name']} {zeile['art']} {zeile['hinweis']}")
    return any(word in told for word in SHELTERS)
