"""Terms and Wiedervorlagen as a calendar (iCalendar, RFC 5545): days to be reminded of, and text alone."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator

from icalendar import Calendar, Event

from sro.akten.werte import short
from sro.auswertung.brett.brett import Karte
from sro.model.gebiet import Stadt

PRODUCT = "-//Chance Sozialraum//Vereinbarungen//DE"
LONGEST_TITLE = 90
LONGEST = 4000
SYNTHETIC = "synthetisch"


def ics(karten: Iterable[Karte], stadt: Stadt) -> bytes:
    """An all-day event for each date of an agreement that is neither done nor dropped; UTF-8, lines ended by CRLF.

    An event keeps its UID as long as its agreement has that date, whatever else changes, so a calendar that reads the
    file again moves it. `DTSTAMP` is the time of the agreement's newest version, its number the `SEQUENCE`.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(f"Vereinbarungen {stadt.name}"))
    for karte in karten:
        for name, day in _days(karte):
            calendar.add_component(_event(karte, name, day, stadt))
    return bytes(calendar.to_ical())


def count(karten: Iterable[Karte]) -> int:
    """How many events there would be."""
    return sum(1 for karte in karten for _ in _days(karte))


def clean(text: str) -> str:
    """Text without control characters, which a careless reader would take for the end of a line."""
    lines = (_without_controls(line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:LONGEST]


def _without_controls(line: str) -> str:
    return "".join(one for one in line if unicodedata.category(one) not in ("Cc", "Cs"))


def _days(karte: Karte) -> Iterator[tuple[str, dt.date]]:
    """A term that rests is none, and what is finished needs no reminder."""
    if karte.termin.erledigt:
        return
    if karte.termin.frist:
        yield "Frist", karte.termin.frist
    if karte.termin.wiedervorlage:
        yield "Wiedervorlage", karte.termin.wiedervorlage


def _event(karte: Karte, name: str, day: dt.date, stadt: Stadt) -> Event:
    event = Event()
    event.add("uid", f"{karte.akte.id}-{name}@{stadt.id}.chance-sozialraum".lower())
    event.add("dtstamp", karte.akte.zeitpunkt.astimezone(dt.UTC))
    event.add("sequence", karte.akte.fassung)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # a day to remember, nobody is busy
    event.add("summary", short(clean(_title(karte, name)), LONGEST_TITLE))
    event.add("description", clean("\n".join(_lines(karte))))
    return event


def _title(karte: Karte, name: str) -> str:
    mark = f" ({SYNTHETIC})" if karte.vereinbarung.synthetisch else ""
    return f"{name}{mark}: {karte.vereinbarung.text}"


def _lines(karte: Karte) -> Iterator[str]:
    agreed = karte.vereinbarung
    yield agreed.text
    if agreed.verantwortlich.strip():
        yield f"Verantwortlich: {agreed.verantwortlich}"
    yield f"Stand: {agreed.umsetzung}"
    yield f"{karte.akte.id}{f', {karte.dialog.inhalt.titel}' if karte.dialog else ''}"
