"""The line below every figure: source, reference day, Datenstand, synthetic or not."""

from __future__ import annotations

from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.views import words

SYNTHETISCH = "Synthetische Daten – keine echten Zahlen"


def source_line(indikator: Indikator, periode: str, datenstand: Datenstand, geometrie: str | None = None) -> str:
    """One line of plain text; `geometrie` is the attribution of the boundaries where a map is shown."""
    parts = [f"Quelle: {indikator.quelle}", f"Stand: {periode}", datenstand_label(datenstand)]
    if datenstand.is_synthetic(indikator.id):
        parts.append(SYNTHETISCH)
    return " · ".join([*parts, *([geometrie] if geometrie else [])])


def datenstand_label(datenstand: Datenstand) -> str:
    return f"Datenstand {datenstand.id} vom {words.date(datenstand.erstellt.date())}"
