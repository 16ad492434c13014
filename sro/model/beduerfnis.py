"""Bedürfnis: what people say themselves that they need."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sro.model.akte import Inhalt
from sro.model.feld import Vokabular, feld
from sro.model.gebiet import GebietKey
from sro.model.stimme import Gruppe, Methode


@dataclass(frozen=True, slots=True, kw_only=True)
class Beduerfnis(Inhalt):
    """A voiced need. It never becomes a Bedarf by itself: a Bedarf names it, with a reason, by a person's decision."""

    gruppe: Gruppe = feld("Gruppe", Gruppe.KINDER, pflicht=True)
    text: str = feld("Bedürfnis", "", lang=True, pflicht=True, hilfe="In den Worten der Gruppe, ohne Namen.")
    themen: tuple[str, ...] = feld("Themen", (), aus=Vokabular.THEMA, pflicht=True)
    raum: GebietKey | None = feld("Raum", None, pflicht=True, hilfe="Gebiet oder Quartier.")
    methode: Methode = feld("Methode", Methode.GRUPPENGESPRAECH)
    quelle: str = feld("Quelle", "", pflicht=True, hilfe="Woher die Aussage stammt, ohne Namen von Personen.")
    datum: dt.date | None = feld("Datum", None, pflicht=True)
    nennungen: int | None = feld("Nennungen", None, hilfe="Wie viele Personen das gesagt haben, falls gezählt.")
    aussagen: tuple[str, ...] = feld("Belegt durch Aussagen", (), aus=Vokabular.AUSSAGE)
