"""An area that the finest level does not have."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.angaben import TRENNZEICHEN
from sro.intake.einrichtungen.zeile import Liste
from sro.intake.sprache import listed, meant
from sro.model.befund import Befund
from sro.model.gebiet import Gebiet, Stadt

CODE = "gebiet_unbekannt"


def check(liste: Liste) -> Iterator[Befund]:
    for zeile in liste.zeilen:
        for text, area in zeile.gebiete.items():
            if area is None:
                yield zeile.befund(CODE, "gebiet", _sentence(text, liste.stadt))
        if zeile["gebiet"] and not zeile.gebiete:  # nothing but separators
            yield zeile.befund(CODE, "gebiet", "Die Zelle „gebiet“ nennt kein Gebiet. Bitte eines eintragen.")


def _sentence(text: str, stadt: Stadt) -> str:
    finest = stadt.ebenen[-1]
    areas = stadt.of_level(finest.id)
    coarser = _coarser(text, stadt)
    if coarser:
        inside = listed([f"{area.id} {area.name}" for area in areas if _lies_in(area, coarser, stadt)])
        return f"„{text}“ ist kein {finest.name}, sondern umfasst mehrere. Bitte nennen, welcher gemeint ist: {inside}."
    hint = meant(text, [area.name for area in areas])
    return (
        f"In der Ebene {finest.name} gibt es kein Gebiet „{text}“.{hint} Möglich sind die Namen und die Kennungen "
        f"{areas[0].id} bis {areas[-1].id}; mehrere Gebiete mit „{TRENNZEICHEN}“ trennen."
    )


def _coarser(text: str, stadt: Stadt) -> Gebiet | None:
    found = (stadt.find(ebene.id, text) for ebene in stadt.ebenen[-2::-1])
    return next((area for area in found if area), None)


def _lies_in(area: Gebiet, wanted: Gebiet, stadt: Stadt) -> bool:
    parent = stadt.parent(area.key)
    return parent is not None and (parent == wanted or _lies_in(parent, wanted, stadt))
