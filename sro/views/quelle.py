"""The line below every figure: source, reference day, Datenstand, synthetic or not."""

from __future__ import annotations

from collections.abc import Sequence

from sro.model.datenstand import Datenstand
from sro.model.herausgabe import Lizenz
from sro.model.indikator import Indikator
from sro.views import words

SYNTHETISCH = "Synthetische Daten – keine echten Zahlen"


def source_line(indikator: Indikator, periode: str, datenstand: Datenstand) -> str:
    """One line of plain text. A map names the source of its boundaries itself."""
    parts = [f"Quelle: {indikator.quelle}", f"Stand: {periode}", datenstand_label(datenstand)]
    if datenstand.is_synthetic(indikator.id):
        parts.append(SYNTHETISCH)
    return " · ".join(parts)


def sources_line(indikatoren: Sequence[Indikator], datenstand: Datenstand) -> str:
    """One line for several figures: every source once."""
    parts = [sources_only(indikatoren), datenstand_label(datenstand)]
    synthetic = any(datenstand.is_synthetic(i.id) for i in indikatoren)
    return " · ".join([*parts, SYNTHETISCH] if synthetic else parts)


def sources_only(indikatoren: Sequence[Indikator]) -> str:
    """ "Quellen: Melderegister; Kita-Datenbank" """
    named = dict.fromkeys(part.strip() for i in indikatoren for part in i.quelle.split(";"))
    return f"Quellen: {'; '.join(named)}"


def datenstand_label(datenstand: Datenstand) -> str:
    """ "Datenstand 3 vom 24.11.2026"; rounded figures say so wherever their Datenstand is named."""
    label = f"Datenstand {datenstand.id} vom {words.date(datenstand.erstellt.date())}"
    return ", ".join(part for part in (label, rounded_to(datenstand)) if part)


def rounded_to(datenstand: Datenstand) -> str:
    """ "Zahlen auf Vielfache von 5 gerundet", or nothing."""
    basis = datenstand.rundungsbasis
    return f"Zahlen auf Vielfache von {basis} gerundet" if basis else ""


def licence(lizenz: Lizenz) -> str:
    """Name, id and address."""
    return f"{lizenz.name} ({lizenz.id}), {lizenz.adresse}"
