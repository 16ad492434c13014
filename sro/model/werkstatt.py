"""Stadtteilwerkstatt: children and young people examine their district."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Inhalt
from sro.model.feld import feld
from sro.model.gebiet import GebietKey
from sro.model.stimme import Altersgruppe, Methode


class Phase(StrEnum):
    """The phases of a Zukunftswerkstatt."""

    KRITIK = "Kritik"
    PHANTASIE = "Phantasie"
    REALISIERUNG = "Realisierung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkstatt(Inhalt):
    """One workshop. `punkte_gesamt` are all points that were given in it; shares hold within it alone."""

    titel: str = feld("Werkstatt", "", pflicht=True)
    raum: GebietKey | None = feld("Raum", None, pflicht=True)
    ort: str = feld("Ort", "", hilfe="Haus oder Platz, in dem die Werkstatt stattfand.")
    beginn: dt.date | None = feld("Beginn", None, pflicht=True)
    ende: dt.date | None = feld("Ende", None)
    methoden: tuple[Methode, ...] = feld("Methoden", (), pflicht=True)
    phasen: tuple[Phase, ...] = feld("Phasen", ())
    teilnehmende_6_9: int | None = feld("Teilnehmende 6–9 Jahre", None)
    teilnehmende_10_13: int | None = feld("Teilnehmende 10–13 Jahre", None)
    teilnehmende_14_17: int | None = feld("Teilnehmende 14–17 Jahre", None)
    teilnehmende_18_20: int | None = feld("Teilnehmende 18–20 Jahre", None)
    punkte_gesamt: int | None = feld("Vergebene Punkte insgesamt", None)
    hinweis: str = feld("Hinweis", "", lang=True)

    @property
    def teilnehmende(self) -> dict[Altersgruppe, int | None]:
        """Participants by age group; None where not counted, which is not zero."""
        counted = (self.teilnehmende_6_9, self.teilnehmende_10_13, self.teilnehmende_14_17, self.teilnehmende_18_20)
        return dict(zip(list(Altersgruppe)[:4], counted, strict=True))
