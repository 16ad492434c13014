"""An indicator that the catalogue does not have."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.intake.sprache import meant
from sro.model.befund import Befund

CODE = "indikator_unbekannt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    known = [indikator.id for indikator in lieferung.katalog.indikatoren]
    for zeile in lieferung.zeilen:
        if zeile.indikator is None:
            yield zeile.befund(CODE, "indikator_id", _text(zeile.roh.indikator_id, known))


def _text(found: str, known: list[str]) -> str:
    if not found:
        return "Die indikator_id ist leer. Bitte die Kennung aus data/indikatoren.yaml eintragen."
    hint = meant(found, known) or " Die Kennungen stehen in data/indikatoren.yaml."
    return f"Den Indikator „{found}“ gibt es nicht.{hint}"
