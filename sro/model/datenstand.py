"""A Datenstand: an immutable state of the data, with where it came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sro.model.geheimhaltung import STANDARD, Geheimhaltung, Verfahren


@dataclass(frozen=True, slots=True)
class Herkunft:
    """Where one indicator's values in a Datenstand came from."""

    indikator: str
    dateiname: str
    sha256: str
    synthetisch: bool


@dataclass(frozen=True, slots=True)
class Datenstand:
    """`id` counts up from 1; `erstellt` is in UTC. Exactly one Datenstand is active and shown.

    `geheimhaltung` are the rules by which it was protected, whatever the rules are now.
    """

    id: int
    erstellt: dt.datetime
    titel: str
    aktiv: bool
    herkunft: tuple[Herkunft, ...]
    geheimhaltung: Geheimhaltung = STANDARD

    @property
    def rundungsbasis(self) -> int | None:
        """The base of which counts of persons are multiples; None where they are not rounded."""
        return self.geheimhaltung.rundungsbasis if self.geheimhaltung.verfahren is Verfahren.RUNDEN else None

    def is_synthetic(self, indikator: str) -> bool:
        return any(h.synthetisch for h in self.herkunft if h.indikator == indikator)
