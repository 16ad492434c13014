"""How far a Leitlinie, a Baustein or a project is, and what was reached on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Inhalt
from sro.model.feld import Vokabular, feld


class Reife(StrEnum):
    """How far it is; decided by people, never computed."""

    OFFEN = "noch nicht begonnen"
    BEGONNEN = "begonnen"
    IN_ARBEIT = "in Arbeit"
    VERANKERT = "verankert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fortschritt(Inhalt):
    """The state of one Leitlinie ("L1"), Baustein ("BS1") or project ("holstentor-nord"); one record for each."""

    bezug: str = feld("Bezug", "", aus=Vokabular.BEZUG, pflicht=True)
    reife: Reife = feld("Stand", Reife.OFFEN)
    text: str = feld("Einschätzung", "", lang=True)
    durch: str = feld("Eingeschätzt durch", "", hilfe="Gremium oder Stelle.")
    am: dt.date | None = feld("Eingeschätzt am", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meilenstein(Inhalt):
    """Something that is to be reached, or was."""

    bezug: str = feld("Bezug", "", aus=Vokabular.BEZUG, pflicht=True)
    titel: str = feld("Meilenstein", "", pflicht=True)
    text: str = feld("Beschreibung", "", lang=True)
    geplant: dt.date | None = feld("Geplant bis", None)
    erreicht: dt.date | None = feld("Erreicht am", None)
    beleg: str = feld("Beleg", "", hilfe="Vorlage, Protokoll oder Bericht.")
