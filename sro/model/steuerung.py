"""Steuerungspotential: where and by what an Impuls can be moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Inhalt
from sro.model.feld import Vokabular, feld


class Steuerungsebene(StrEnum):
    """Who can steer."""

    EINRICHTUNG = "Einrichtung"
    STADTTEILGREMIUM = "Stadtteilgremium"
    AG_78 = "AG 78"
    VERWALTUNG = "Verwaltung"
    POLITIK = "JHA/Bürgerschaft"


class Hebel(StrEnum):
    """By what it can be steered."""

    KONZEPT = "Konzept"
    PERSONAL = "Personal"
    RAUM = "Raum"
    KOOPERATION = "Kooperation"
    FINANZIERUNG = "Finanzierung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steuerungspotential(Inhalt):
    """A lever for one or more Impulse; `vorlage` is the number of a council paper, once there is one."""

    titel: str = feld("Steuerungspotential", "", pflicht=True)
    text: str = feld("Beschreibung", "", lang=True)
    impulse: tuple[str, ...] = feld("Impulse", (), aus=Vokabular.IMPULS, pflicht=True)
    ebene: Steuerungsebene = feld("Ebene", Steuerungsebene.VERWALTUNG)
    hebel: tuple[Hebel, ...] = feld("Hebel", (), pflicht=True)
    vorlage: str = feld("Vorlage", "", hilfe="Nummer der Vorlage, zum Beispiel VO/2024/12345.")
