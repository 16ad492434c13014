"""Qualitätsentwicklungsdialog: people talk about a district's figures and voices and agree on what is next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Freigabe, Inhalt
from sro.model.feld import Vokabular, feld
from sro.model.gebiet import GebietKey


class Dialogrolle(StrEnum):
    """Who takes part; roles, never persons."""

    JUGENDHILFEPLANUNG = "Jugendhilfeplanung"
    STATISTIKSTELLE = "Statistikstelle"
    ASD = "Allgemeiner Sozialer Dienst"
    JUGENDARBEIT = "Jugendarbeit"
    KITA = "Kindertageseinrichtungen"
    SCHULE = "Schulen"
    GESUNDHEITSAMT = "Gesundheitsamt"
    FREIE_TRAEGER = "Freie Träger"
    STADTTEILGREMIUM = "Stadtteilgremium"
    AG_78 = "AG 78"
    JHA = "Jugendhilfeausschuss"
    JUNGE_MENSCHEN = "Junge Menschen"
    ELTERN = "Eltern"


class Dialogstand(StrEnum):
    """How far a dialogue is."""

    VORBEREITET = "in Vorbereitung"
    LAEUFT = "läuft"
    ABGESCHLOSSEN = "abgeschlossen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialog(Inhalt):
    """One dialogue, about a district (`raum`) or a field of work (`thema`, a theme of the Katalog) in the whole city.

    `datenstand` is frozen: everything of this dialogue shows it, also when a newer one is released. The minutes are
    the agenda: Rückblick, Datenblick, Praxis und Stimmen, gemeinsame Deutung, Impulse und Vereinbarungen, Transfer.
    """

    freigabe: Freigabe = feld("Freigabe", Freigabe.FACHKREIS)
    titel: str = feld("Dialog", "", pflicht=True)
    raum: GebietKey | None = feld("Gebiet", None, hilfe="Leer, wenn es um die ganze Stadt geht.")
    thema: str = feld("Arbeitsfeld", "", hilfe="Thema des Indikatorenkatalogs; leer, wenn alle Themen gemeint sind.")
    datum: dt.date | None = feld("Datum", None, pflicht=True)
    beginn: str = feld("Beginn", "", hilfe="Uhrzeit, zum Beispiel 14:00.")
    ort: str = feld("Ort", "")
    rollen: tuple[Dialogrolle, ...] = feld("Teilnehmende Rollen", ())
    datenstand: int | None = feld("Datenstand", None, pflicht=True)
    indikatoren: tuple[str, ...] = feld("Indikatoren", (), aus=Vokabular.INDIKATOR, hilfe="Fünf bis sieben.")
    aussagen: tuple[str, ...] = feld("Aussagen aus Werkstätten", (), aus=Vokabular.AUSSAGE)
    bedarfe: tuple[str, ...] = feld("Übergreifende Bedarfe", (), aus=Vokabular.BEDARF)
    rueckblick: tuple[str, ...] = feld("Vereinbarungen im Rückblick", (), aus=Vokabular.VEREINBARUNG)
    minuten_rueckblick: int | None = feld("Minuten Rückblick", 15)
    minuten_daten: int | None = feld("Minuten Datenblick", 30)
    minuten_stimmen: int | None = feld("Minuten Praxis und Stimmen", 25)
    minuten_deutung: int | None = feld("Minuten gemeinsame Deutung", 25)
    minuten_vereinbarungen: int | None = feld("Minuten Impulse und Vereinbarungen", 30)
    minuten_transfer: int | None = feld("Minuten Transfer", 10)
    stand: Dialogstand = feld("Stand", Dialogstand.VORBEREITET)


class Notizart(StrEnum):
    """What is seen and what is made of it are kept apart."""

    BEOBACHTUNG = "Beobachtung"
    DEUTUNG = "Deutung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notiz(Inhalt):
    """Something noted down in a dialogue: an observation or an interpretation. What is agreed is a Vereinbarung."""

    freigabe: Freigabe = feld("Freigabe", Freigabe.FACHKREIS)
    dialog: str = feld("Dialog", "", aus=Vokabular.DIALOG, pflicht=True)
    art: Notizart = feld("Art", Notizart.BEOBACHTUNG)
    text: str = feld("Text", "", lang=True)
    indikatoren: tuple[str, ...] = feld("Indikatoren", (), aus=Vokabular.INDIKATOR)

    @property
    def leer(self) -> bool:
        """Whether its text was taken back; such an entry is shown nowhere but where it was noted down."""
        return not self.text.strip()
