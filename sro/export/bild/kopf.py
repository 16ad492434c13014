"""What stands around a figure on paper: title above, source and notes below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.reference.herausgabe import publication
from sro.views.quelle import SYNTHETISCH, datenstand_label, licence


@dataclass(frozen=True, slots=True)
class Kopf:
    """Plain text throughout; `hinweise` are notes that must go wherever the figure goes (synthetic, schematic, ©)."""

    titel: str
    untertitel: str
    quelle: str
    datenstand: str
    hinweise: tuple[str, ...] = ()

    @property
    def fuss(self) -> tuple[str, ...]:
        """The lines below the figure."""
        return (f"Quelle: {self.quelle}", self.datenstand, *self.hinweise)


def heading(
    titel: str, indikator: Indikator, zeitraum: str, datenstand: Datenstand, hinweise: Iterable[str] = ()
) -> Kopf:
    """The Kopf of a figure of one indicator; synthetic data name themselves without being asked.

    `zeitraum`: what the figure covers ("31.12.2024", "2015 bis 2024"); `hinweise`: of the map (schematic, ©).
    """
    synthetic = (SYNTHETISCH,) if datenstand.is_synthetic(indikator.id) else ()
    return Kopf(
        titel=titel,
        untertitel=f"{indikator.einheit}, {zeitraum}",
        quelle=f"{indikator.quelle}; Stichtag oder Zeitraum: {indikator.stichtag}",
        datenstand=datenstand_label(datenstand),
        hinweise=(*synthetic, *hinweise, f"Lizenz der Zahlen: {licence(publication().lizenz)}"),
    )
