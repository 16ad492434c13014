"""The line below every figure: source, reference day, Datenstand, synthetic or not."""

from __future__ import annotations

from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.views import words

SYNTHETISCH = "Synthetische Daten – keine echten Zahlen"


def source_line(indikator: Indikator, periode: str, datenstand: Datenstand) -> str:
    """One line of plain text. A map names the source of its boundaries itself."""
    parts = [f"Quelle: {indikator.quelle}", f"Stand: {periode}", datenstand_label(datenstand)]
    if datenstand.is_synthetic(indikator.id):
        parts.append(SYNTHETISCH)
    return " · ".join(parts)


def datenstand_label(datenstand: Datenstand) -> str:
    return f"Datenstand {datenstand.id} vom {words.date(datenstand.erstellt.date())}"
