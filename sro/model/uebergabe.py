"""Übergabe: statements that were handed over to another office, and what came back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sro.model.akte import Inhalt
from sro.model.feld import Vokabular, feld


@dataclass(frozen=True, slots=True, kw_only=True)
class Uebergabe(Inhalt):
    """One handover to one office. Overdue is what has a `frist` in the past and no `antwort_am`."""

    schnittstelle: str = feld("Schnittstelle", "", aus=Vokabular.SCHNITTSTELLE, pflicht=True)
    aussagen: tuple[str, ...] = feld("Aussagen", (), aus=Vokabular.AUSSAGE, pflicht=True)
    uebergeben_am: dt.date | None = feld("Übergeben am", None, pflicht=True)
    frist: dt.date | None = feld("Antwort erbeten bis", None)
    antwort_am: dt.date | None = feld("Antwort am", None)
    antwort: str = feld("Antwort", "", lang=True)
    aktenzeichen: str = feld("Zeichen", "", intern=True)
