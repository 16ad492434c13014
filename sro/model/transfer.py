"""Transferstrategie: which product goes to whom, how often, by whom, and what came back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Freigabe, Inhalt
from sro.model.feld import Vokabular, feld
from sro.model.gebiet import GebietKey


class Produkt(StrEnum):
    """What can be handed on; each is made by a page of the app."""

    PROFIL = "Stadtteilprofil"
    PROTOKOLL = "Protokoll des Dialogs"
    FOLIEN = "Folien des Dialogs"
    HANDREICHUNG = "Handreichung zum Dialog"
    UEBERGABELISTE = "Übergabeliste"
    RUECKMELDUNG = "Rückmeldung an Kinder und Jugendliche"
    KETTE = "Bedarfe und Impulse"
    OFFENE_DATEN = "Offene Daten"
    BRETT = "Stand der Vereinbarungen"


class Zielgruppe(StrEnum):
    """Who gets it."""

    AG_78 = "AG 78"
    STADTTEILGREMIEN = "Stadtteilgremien"
    JHA = "Jugendhilfeausschuss"
    TRAEGER = "Träger und Einrichtungen"
    JUNGE_MENSCHEN = "Junge Menschen"
    AEMTER = "Andere Ämter"
    OEFFENTLICHKEIT = "Öffentlichkeit"


class Rhythmus(StrEnum):
    """How often it is due."""

    EINMALIG = "einmalig"
    NACH_DIALOG = "nach jedem Dialog"
    VIERTELJAEHRLICH = "vierteljährlich"
    HALBJAEHRLICH = "halbjährlich"
    JAEHRLICH = "jährlich"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Inhalt):
    """One row of the plan. `schutz` says to whom the product may go at most."""

    freigabe: Freigabe = feld("Freigabe", Freigabe.FACHKREIS)
    produkt: Produkt = feld("Produkt", Produkt.PROFIL, pflicht=True)
    zielgruppe: Zielgruppe = feld("Zielgruppe", Zielgruppe.AG_78, pflicht=True)
    format: str = feld("Format", "", pflicht=True, hilfe="Zum Beispiel: PDF per E-Mail, Vortrag 20 Minuten.")
    rhythmus: Rhythmus = feld("Rhythmus", Rhythmus.JAEHRLICH)
    verantwortlich: str = feld("Verantwortlich", "", hilfe="Stelle, keine Person.")
    schutz: Freigabe = feld("Schutzstufe", Freigabe.OEFFENTLICH)
    raum: GebietKey | None = feld("Raum", None)
    dialog: str = feld("Dialog", "", aus=Vokabular.DIALOG)
    faellig: dt.date | None = feld("Nächster Termin", None)
    hinweis: str = feld("Hinweis", "", lang=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Versand(Inhalt):
    """Something went out: when, to whom, with which Vereinbarungen in it, and what came back."""

    freigabe: Freigabe = feld("Freigabe", Freigabe.FACHKREIS)
    transfer: str = feld("Zeile des Plans", "", aus=Vokabular.TRANSFER, pflicht=True)
    am: dt.date | None = feld("Am", None, pflicht=True)
    an: str = feld("An", "", pflicht=True, hilfe="Gremium, Stelle oder Gruppe, keine Person.")
    datenstand: int | None = feld("Datenstand", None)
    vereinbarungen: tuple[str, ...] = feld("Berichtete Vereinbarungen", (), aus=Vokabular.VEREINBARUNG)
    rueckmeldung: str = feld("Was zurückkam", "", lang=True)
    rueckmeldung_am: dt.date | None = feld("Rückmeldung am", None)
