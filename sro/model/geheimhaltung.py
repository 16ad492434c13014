"""How an installation keeps small counts from being recognised; read from geheimhaltung.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verfahren(StrEnum):
    """The method of disclosure control."""

    UNTERDRUECKEN = "unterdruecken"  # small counts and what would give them away are hidden
    RUNDEN = "runden"  # all counts of persons are rounded


@dataclass(frozen=True, slots=True)
class Geheimhaltung:
    """What holds for all Merkmale alike. Thresholds, Mindestnenner and Gruppenschutz stand with Merkmal and Indikator.

    `null_zeigen` False: a true zero is hidden like a small count, so a hidden count may be zero.
    """

    verfahren: Verfahren = Verfahren.UNTERDRUECKEN
    rundungsbasis: int = 5
    null_zeigen: bool = True

    def vereinbar(self, andere: Geheimhaltung) -> bool:
        """Whether publications by these rules and by others may stand side by side without narrowing hidden counts."""
        if self.verfahren is not andere.verfahren:
            return False
        if self.verfahren is Verfahren.RUNDEN:
            return self.rundungsbasis == andere.rundungsbasis
        return self.null_zeigen == andere.null_zeigen


STANDARD = Geheimhaltung()
