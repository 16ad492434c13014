"""Qualitätsentwicklungsimpuls: what is to become better because of a Bedarf."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Inhalt
from sro.model.feld import Vokabular, feld


class Dimension(StrEnum):
    """Where quality shows (after Donabedian)."""

    STRUKTUR = "Struktur"
    PROZESS = "Prozess"
    ERGEBNIS = "Ergebnis"


class Umsetzung(StrEnum):
    """How far something is that was suggested or agreed."""

    VORGESCHLAGEN = "vorgeschlagen"
    VEREINBART = "vereinbart"
    IN_ARBEIT = "in Arbeit"
    UMGESETZT = "umgesetzt"
    ZURUECKGESTELLT = "zurückgestellt"
    VERWORFEN = "verworfen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Impuls(Inhalt):
    """A suggestion for better work; it rests on one or more Bedarfe."""

    titel: str = feld("Impuls", "", pflicht=True)
    text: str = feld("Beschreibung", "", lang=True)
    bedarfe: tuple[str, ...] = feld("Bedarfe", (), aus=Vokabular.BEDARF, pflicht=True)
    dimension: Dimension = feld("Dimension", Dimension.STRUKTUR)
    leitlinien: tuple[str, ...] = feld("Leitlinien", (), aus=Vokabular.LEITLINIE, pflicht=True)
    bausteine: tuple[str, ...] = feld("Bausteine", (), aus=Vokabular.BAUSTEIN)
    verantwortlich: str = feld("Verantwortlich", "", hilfe="Stelle oder Träger, keine Person.")
    frist: dt.date | None = feld("Frist", None)
    umsetzung: Umsetzung = feld("Stand", Umsetzung.VORGESCHLAGEN)
