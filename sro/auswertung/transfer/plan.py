"""The plan of transfer: what is due, what went out, what came back. Rules about days alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.rueckmeldung import months_later
from sro.model.akte import Akte
from sro.model.dialog import Dialog
from sro.model.gebiet import Stadt
from sro.model.transfer import Produkt, Rhythmus, Transfer, Versand, Zielgruppe

SOON = 30  # days
YEAR = 365  # days that the look back goes
MONTHS = {Rhythmus.VIERTELJAEHRLICH: 3, Rhythmus.HALBJAEHRLICH: 6, Rhythmus.JAEHRLICH: 12}


class Terminstand(StrEnum):
    """How a row stands; the urgent first."""

    UEBERFAELLIG = "überfällig"
    BALD = "bald fällig"
    GEPLANT = "geplant"
    OHNE_TERMIN = "ohne Termin"
    ERLEDIGT = "erledigt"


@dataclass(frozen=True, slots=True)
class Termin:
    """When a row is due next, None where nothing says so; `vorschlag`: computed, nobody has decided it."""

    tag: dt.date | None
    vorschlag: bool = False


@dataclass(frozen=True, slots=True)
class Planzeile:
    """A row of the plan with what went out of it, the newest first."""

    akte: Akte[Transfer]
    versand: tuple[Akte[Versand], ...]
    termin: Termin
    stand: Terminstand

    @property
    def zuletzt(self) -> Akte[Versand] | None:
        return self.versand[0] if self.versand else None


@dataclass(frozen=True, slots=True)
class Planbilanz:
    """How many rows are due, and what went out within a year and how much of it came back."""

    ueberfaellig: int
    bald: int
    versandt: int
    mit_rueckmeldung: int


def plan(bestand: Bestand, stadt: Stadt, heute: dt.date) -> tuple[Planzeile, ...]:
    """All rows: overdue ones first, the oldest of them at the top; what is done at the end."""
    return tuple(sorted((row(bestand, akte, stadt, heute) for akte in bestand.von(Transfer)), key=_urgency))


def row(bestand: Bestand, akte: Akte[Transfer], stadt: Stadt, heute: dt.date) -> Planzeile:
    """One row as it stands today."""
    sent = tuple(sorted(bestand.her(akte.id, Versand), key=_sent_on, reverse=True))
    last = sent[0].inhalt.am if sent else None
    termin = next_term(akte.inhalt, last, dialogue_days(akte.inhalt, bestand, stadt))
    return Planzeile(akte, sent, termin, _state(akte.inhalt, termin, last, heute))


def next_term(transfer: Transfer, zuletzt: dt.date | None, dialoge: Sequence[dt.date]) -> Termin:
    """The day that was decided, as long as nothing went out on it or later; after that what the rhythm proposes.

    `dialoge` are the days of the dialogues that the row is about.
    """
    if transfer.faellig and (zuletzt is None or zuletzt < transfer.faellig):
        return Termin(transfer.faellig)
    return Termin(proposed(transfer, zuletzt, dialoge), vorschlag=True)


def proposed(transfer: Transfer, zuletzt: dt.date | None, dialoge: Sequence[dt.date]) -> dt.date | None:
    """What the rhythm says after something went out; None where it says nothing."""
    if transfer.rhythmus is Rhythmus.NACH_DIALOG:
        return min((day for day in dialoge if zuletzt is None or day > zuletzt), default=None)
    months = MONTHS.get(transfer.rhythmus)
    return months_later(zuletzt, months) if months and zuletzt else None


def dialogue_days(transfer: Transfer, bestand: Bestand, stadt: Stadt) -> tuple[dt.date, ...]:
    """Of the dialogue that the row names; where it names none, of all about its area, or of all where it has none."""
    named = [akte for akte in bestand.von(Dialog) if akte.id == transfer.dialog]
    raum = transfer.raum
    near = (
        akte
        for akte in bestand.von(Dialog)
        if raum is None or (akte.inhalt.raum and stadt.touches(akte.inhalt.raum, raum))
    )
    return tuple(akte.inhalt.datum for akte in (named or near) if akte.inhalt.datum)


def balance(zeilen: Iterable[Planzeile], heute: dt.date) -> Planbilanz:
    rows = list(zeilen)
    sent = [one.inhalt for zeile in rows for one in zeile.versand if one.inhalt.am and _lately(one.inhalt.am, heute)]
    states = [zeile.stand for zeile in rows]
    return Planbilanz(
        ueberfaellig=states.count(Terminstand.UEBERFAELLIG),
        bald=states.count(Terminstand.BALD),
        versandt=len(sent),
        mit_rueckmeldung=sum(answered(one) for one in sent),
    )


def answered(versand: Versand) -> bool:
    """Whether anything came back."""
    return bool(versand.rueckmeldung.strip() or versand.rueckmeldung_am)


def matrix(zeilen: Iterable[Planzeile]) -> dict[tuple[Produkt, Zielgruppe], tuple[Planzeile, ...]]:
    """Every product with every audience, in their order; also those that nobody has planned."""
    found: dict[tuple[Produkt, Zielgruppe], list[Planzeile]] = {(p, z): [] for p in Produkt for z in Zielgruppe}
    for zeile in zeilen:
        found[zeile.akte.inhalt.produkt, zeile.akte.inhalt.zielgruppe].append(zeile)
    return {key: tuple(rows) for key, rows in found.items()}


def _state(transfer: Transfer, termin: Termin, zuletzt: dt.date | None, heute: dt.date) -> Terminstand:
    if termin.tag is None:
        once = transfer.rhythmus is Rhythmus.EINMALIG or bool(transfer.dialog)
        return Terminstand.ERLEDIGT if zuletzt and once else Terminstand.OHNE_TERMIN
    if termin.tag < heute:
        return Terminstand.UEBERFAELLIG
    return Terminstand.BALD if (termin.tag - heute).days <= SOON else Terminstand.GEPLANT


def _urgency(zeile: Planzeile) -> tuple[int, dt.date]:
    return list(Terminstand).index(zeile.stand), zeile.termin.tag or dt.date.max


def _sent_on(akte: Akte[Versand]) -> dt.date:
    return akte.inhalt.am or dt.date.min


def _lately(day: dt.date, heute: dt.date) -> bool:
    return 0 <= (heute - day).days <= YEAR
