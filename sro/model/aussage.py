"""Aussage: one statement of a Stadtteilwerkstatt, and what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sro.model.akte import Inhalt
from sro.model.feld import Vokabular, feld
from sro.model.gebiet import GebietKey
from sro.model.stimme import Altersgruppe, Methode
from sro.model.werkstatt import Phase


class Valenz(StrEnum):
    """What a statement says about its place or topic."""

    STAERKE = "Stärke"
    PROBLEM = "Problem"
    WUNSCH = "Wunsch"


class Bearbeitung(StrEnum):
    """What became of a statement."""

    NEU = "neu"
    IN_PRUEFUNG = "in Prüfung"
    AUFGENOMMEN = "aufgenommen"
    UMGESETZT = "umgesetzt"
    TEILWEISE = "teilweise umgesetzt"
    NICHT_UMSETZBAR = "nicht umsetzbar"
    WEITERGELEITET = "weitergeleitet"


class Rueckmeldeform(StrEnum):
    """How the children and young people were told."""

    BESUCH = "Besuch in der Gruppe"
    AUSHANG = "Aushang"
    BRIEF = "Brief"
    VERSAMMLUNG = "Kinder- und Jugendversammlung"
    INTERNET = "Internet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aussage(Inhalt):
    """One statement. `wortlaut_intern` is what was noted down; `wortlaut` is what may be read by others.

    `lon` and `lat` are degrees in WGS 84, already coarsened: no exact place is ever kept. `gruppe_n` is how many
    children of this age group took part at this place with this method; it decides about quotes and is never published.
    """

    werkstatt: str = feld("Werkstatt", "", aus=Vokabular.WERKSTATT, pflicht=True)
    valenz: Valenz = feld("Art", Valenz.WUNSCH, pflicht=True)
    wortlaut_intern: str = feld(
        "Notiz (intern)", "", lang=True, intern=True, hilfe="Wie es notiert wurde. Keine Namen, keine Anschriften."
    )
    wortlaut: str = feld(
        "Öffentliche Fassung", "", lang=True, hilfe="So können es alle lesen; ohne sie wird nichts veröffentlicht."
    )
    zitat: bool = feld("Wörtliches Zitat", False, hilfe="Nur, wenn mindestens fünf Kinder dahinterstehen können.")
    altersgruppe: Altersgruppe = feld("Altersgruppe", Altersgruppe.GEMISCHT)
    gruppe_n: int | None = feld(
        "Kinder in der Gruppe", None, intern=True, hilfe="Wie viele dieser Altersgruppe an diesem Ort dabei waren."
    )
    methode: Methode = feld("Methode", Methode.ZUKUNFTSWERKSTATT)
    phase: Phase | None = feld("Phase", None)
    datum: dt.date | None = feld("Datum", None)
    raum: GebietKey | None = feld("Raum", None)
    ort: str = feld("Ort", "", hilfe="Platz, Weg oder Haus; keine Anschrift einer Wohnung.")
    lon: float | None = feld("Länge (vergröbert)", None)
    lat: float | None = feld("Breite (vergröbert)", None)
    themen: tuple[str, ...] = feld("Themen", (), aus=Vokabular.THEMA)
    schnittstellen: tuple[str, ...] = feld("Schnittstellen", (), aus=Vokabular.SCHNITTSTELLE)
    punkte: int | None = feld("Punkte", None, hilfe="Klebepunkte für diese Aussage; nicht gezählt ist leer, nicht 0.")
    bearbeitung: Bearbeitung = feld("Stand", Bearbeitung.NEU)
    grund: str = feld("Begründung", "", lang=True, hilfe="Warum so entschieden wurde, für alle lesbar.")
    antwort: str = feld(
        "Antwort in einfacher Sprache", "", lang=True, hilfe="„Das passiert jetzt“: kurze Sätze für die Kinder."
    )
    rueckmeldung_am: dt.date | None = feld("Rückmeldung am", None)
    rueckmeldung_form: Rueckmeldeform | None = feld("Form der Rückmeldung", None)
