"""The words for voices that a city may choose: themes, interfaces to other offices, the contact for § 8a SGB VIII."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thema:
    """What voices are about; `zeichen` names a pictogram."""

    id: str
    name: str
    zeichen: str


@dataclass(frozen=True, slots=True)
class Schnittstelle:
    """A field of another office that voices concern; `amt` is who gets the handover list."""

    id: str
    name: str
    amt: str


@dataclass(frozen=True, slots=True)
class Schutzkontakt:
    """Whom to call when a child tells of harm; `telefon` is empty until the office has filled it in."""

    stelle: str
    telefon: str
    hinweis: str


@dataclass(frozen=True, slots=True)
class Stimmenworte:
    """All of them, in the order in which they are shown."""

    themen: tuple[Thema, ...]
    schnittstellen: tuple[Schnittstelle, ...]
    schutzkontakt: Schutzkontakt

    def thema(self, thema_id: str) -> Thema | None:
        return next((one for one in self.themen if one.id == thema_id), None)

    def schnittstelle(self, schnittstelle_id: str) -> Schnittstelle | None:
        return next((one for one in self.schnittstellen if one.id == schnittstelle_id), None)
