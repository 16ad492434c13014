"""The line below every figure: source, reference day, Datenstand, synthetic or not; and its title."""

from __future__ import annotations

from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.views import words

SYNTHETISCH = "Synthetische Daten – keine echten Zahlen"


def title(indikator: Indikator, plural: str, jahr: int) -> str:
    """ "Hilfen zur Erziehung ohne Erziehungsberatung nach Stadtteilen, 2024"."""
    return f"{indikator.name} {words.in_areas(plural)}, {jahr}"


def source_line(indikator: Indikator, periode: str, datenstand: Datenstand, geometrie: str | None = None) -> str:
    """One line of plain text; `geometrie` is the attribution of the boundaries where a map is shown."""
    parts = [f"Quelle: {indikator.quelle}", f"Stand: {periode}", datenstand_label(datenstand)]
    if datenstand.is_synthetic(indikator.id):
        parts.append(SYNTHETISCH)
    return " · ".join([*parts, *([geometrie] if geometrie else [])])


def datenstand_label(datenstand: Datenstand) -> str:
    return f"Datenstand {datenstand.id} vom {words.date(datenstand.erstellt.date())}"
