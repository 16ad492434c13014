"""The calendar as a reader of calendars sees it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from sro.auswertung.brett.brett import Brettfilter, Karte, board
from sro.export.kalender import clean, count, ics
from sro.model.vereinbarung import Vereinbarung
from tests.auswertung.brettakten import EINES, HEUTE, records
from tests.auswertung.werke import KLEINSTADT

HOSTILE = (
    "Eins\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Untergeschoben",
    "Zwei\nBEGIN:VALARM\nACTION:PROCEDURE\nATTACH:file:///bin/sh",
    "Drei\rBEGIN:VEVENT\r",
    "Vier\u2028BEGIN:VEVENT\x85END:VCALENDAR\x0b\x0cX:1\x00",
    "Fünf; mit, \\ Zeichen: \"alles\" 'heil' \\n \\\\n",
    "END:VCALENDAR",
)


def shown(vereinbarungen: dict[str, Vereinbarung] | None = None) -> tuple[Karte, ...]:
    return board(records(vereinbarungen), KLEINSTADT, Brettfilter(), HEUTE).karten


def read(karten: tuple[Karte, ...]) -> list[Any]:
    """The events, read back; the file must be nothing but one calendar of events."""
    raw = ics(karten, KLEINSTADT)
    calendar = Calendar.from_ical(raw)
    assert [one.name for one in calendar.walk()] == ["VCALENDAR", *["VEVENT"] * count(karten)]
    assert not [one for one in calendar.walk() if one.errors]
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
    return list(calendar.walk("VEVENT"))


def test_each_date_of_an_unfinished_agreement_is_an_all_day_event() -> None:
    found = {str(one["uid"]): (one.decoded("dtstart"), one.decoded("dtend")) for one in read(shown())}
    domain = "@kleinstadt.chance-sozialraum"
    assert found == {
        f"vb-1-frist{domain}": (dt.date(2026, 9, 30), dt.date(2026, 10, 1)),
        f"vb-3-wiedervorlage{domain}": (dt.date(2026, 6, 30), dt.date(2026, 7, 1)),
        f"vb-4-frist{domain}": (dt.date(2026, 11, 24), dt.date(2026, 11, 25)),
        f"vb-6-wiedervorlage{domain}": (dt.date(2026, 12, 10), dt.date(2026, 12, 11)),
    }


def test_an_event_says_what_was_agreed_and_names_nobody_who_typed() -> None:
    one = next(event for event in read(shown()) if str(event["uid"]).startswith("vb-1-"))
    assert one["summary"] == "Frist (synthetisch): Ein Treffen im Quartal."
    assert one["description"] == (
        "Ein Treffen im Quartal.\nVerantwortlich: Jugendarbeit Süd\nStand: vereinbart\nVB-1, Altdorf 2025"
    )
    assert one.decoded("dtstamp") == dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
    assert one["sequence"] == 1
    assert b"Probe" not in ics(shown(), KLEINSTADT)  # the name of whoever typed


def test_a_date_that_moves_keeps_its_uid_and_the_same_board_gives_the_same_file() -> None:
    before, after = ({"VB-1": replace(EINES, frist=day)} for day in (dt.date(2026, 9, 30), dt.date(2027, 1, 31)))
    (one,), (other,) = read(shown(before)), read(shown(after))
    assert one["uid"] == other["uid"]
    assert one.decoded("dtstart") != other.decoded("dtstart")
    assert ics(shown(before), KLEINSTADT) == ics(shown(before), KLEINSTADT)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["text", "verantwortlich"])
def test_hostile_text_stays_text(text: str, field: str) -> None:
    (one,) = read(shown({"VB-1": replace(EINES, **{field: text})}))
    assert set(one) == {
        "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "TRANSP", "SUMMARY", "DESCRIPTION",
    }  # fmt: skip
    assert clean(text) in str(one["description"])


@given(st.text(max_size=300).filter(str.strip), st.text(max_size=100))
def test_any_text_comes_back_as_it_was_cleaned(text: str, unit: str) -> None:
    (one,) = read(shown({"VB-1": replace(EINES, text=text, verantwortlich=unit)}))
    assert str(one["description"]).startswith(clean(text))


def test_an_empty_board_is_an_empty_calendar() -> None:
    assert read(shown({})) == []
