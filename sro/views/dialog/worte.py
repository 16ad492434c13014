"""Words of a dialogue that page, presentation, slides and minutes share."""

from __future__ import annotations

import datetime as dt

from sro.auswertung.dialog.ablauf import Abschnitt, Programmpunkt
from sro.model.datenstand import Datenstand
from sro.model.dialog import Dialog
from sro.model.gebiet import Stadt
from sro.views import words

ABSCHNITT = {
    Abschnitt.RUECKBLICK: "Rückblick",
    Abschnitt.DATEN: "Datenblick",
    Abschnitt.STIMMEN: "Praxis und Stimmen",
    Abschnitt.DEUTUNG: "Gemeinsame Deutung",
    Abschnitt.VEREINBARUNGEN: "Impulse und Vereinbarungen",
    Abschnitt.TRANSFER: "Transfer",
}
DAYS = 61  # beyond that people count in months
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def stamp(datenstand: Datenstand) -> str:
    """ "Datenstand 1 vom 24.11.2026 „Synthetische Demodaten“"; stands on everything of a dialogue."""
    return f"Datenstand {datenstand.id} vom {words.date(datenstand.erstellt.astimezone())} „{datenstand.titel}“"


def about(dialog: Dialog, stadt: Stadt) -> str:
    """What a dialogue is about: "Moisling", "Kita und Ganztag, Hansestadt Lübeck"."""
    place = stadt.raum_name(dialog.raum) if dialog.raum else stadt.name
    return f"{dialog.thema}, {place}" if dialog.thema else place


def day(date: dt.date | None) -> str:
    """ "Donnerstag, 10.12.2026"."""
    return f"{WEEKDAYS[date.weekday()]}, {words.date(date)}" if date else "ohne Datum"


def span(punkt: Programmpunkt) -> str:
    """ "14:00–14:15", or the minutes where nobody said when it begins."""
    if punkt.von and punkt.bis:
        return f"{clock(punkt.von)}–{clock(punkt.bis)}"
    return f"{punkt.minuten} min"


def clock(time: dt.time) -> str:
    return f"{time:%H:%M}"


def whole_span(programm: tuple[Programmpunkt, ...]) -> str:
    """ "14:00–16:15 Uhr", "135 Minuten"; empty without any section."""
    if programm and programm[0].von and programm[-1].bis:
        return f"{clock(programm[0].von)}–{clock(programm[-1].bis)} Uhr"
    minutes = sum(punkt.minuten for punkt in programm)
    return f"{minutes} Minuten" if minutes else ""


def when(date: dt.date | None, heute: dt.date) -> str:
    """ "heute", "morgen", "in 16 Tagen", "vor 12 Monaten"."""
    if date is None:
        return ""
    days = (date - heute).days
    near = {0: "heute", 1: "morgen", -1: "gestern"}
    return near.get(days) or f"{'in' if days > 0 else 'vor'} {_distance(abs(days))}"


def _distance(days: int) -> str:
    """In days up to two months, then in whole months."""
    return f"{days} Tagen" if days <= DAYS else f"{days * 12 // 365} Monaten"
