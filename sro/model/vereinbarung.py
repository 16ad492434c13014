"""Vereinbarung: what was agreed in a dialogue, who does it until when, and how one sees that it worked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sro.model.akte import Freigabe, Inhalt
from sro.model.feld import Vokabular, feld
from sro.model.impuls import Umsetzung


@dataclass(frozen=True, slots=True, kw_only=True)
class Vereinbarung(Inhalt):
    """One agreement. `wiedervorlage` is the day on which somebody looks again; its history is that of its record."""

    freigabe: Freigabe = feld("Freigabe", Freigabe.FACHKREIS)
    dialog: str = feld("Dialog", "", aus=Vokabular.DIALOG, pflicht=True)
    text: str = feld("Vereinbarung", "", lang=True)
    verantwortlich: str = feld("Verantwortlich", "", hilfe="Stelle oder Träger, keine Person.")
    beteiligte: str = feld("Beteiligte", "", hilfe="Stellen oder Träger, keine Personen.")
    frist: dt.date | None = feld("Frist", None)
    massstab: str = feld("Maßstab", "", lang=True, hilfe="Woran wir erkennen, dass es gelungen ist.")
    leitlinien: tuple[str, ...] = feld("Leitlinien", (), aus=Vokabular.LEITLINIE)
    bausteine: tuple[str, ...] = feld("Bausteine", (), aus=Vokabular.BAUSTEIN)
    indikatoren: tuple[str, ...] = feld("Indikatoren", (), aus=Vokabular.INDIKATOR)
    aussagen: tuple[str, ...] = feld("Aussagen aus Werkstätten", (), aus=Vokabular.AUSSAGE)
    bedarfe: tuple[str, ...] = feld("Übergreifende Bedarfe", (), aus=Vokabular.BEDARF)
    umsetzung: Umsetzung = feld("Stand", Umsetzung.VEREINBART)
    ergebnis: str = feld("Was daraus wurde", "", lang=True)
    wiedervorlage: dt.date | None = feld("Wiedervorlage", None)

    @property
    def leer(self) -> bool:
        """Whether its text was taken back; such an entry is shown nowhere but where it was noted down."""
        return not self.text.strip()
