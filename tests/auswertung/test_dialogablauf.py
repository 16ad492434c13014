"""The agenda of a dialogue: whoever knows the beginning knows every clock time."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.dialog.ablauf import Abschnitt, Programmpunkt, agenda, clock_time, later
from sro.model.dialog import Dialog

MINUTES = st.one_of(st.none(), st.integers(0, 300))


def test_every_section_follows_the_one_before() -> None:
    assert agenda(Dialog(beginn="14:00", minuten_rueckblick=0)) == (
        Programmpunkt(Abschnitt.DATEN, 30, dt.time(14, 0), dt.time(14, 30)),
        Programmpunkt(Abschnitt.STIMMEN, 25, dt.time(14, 30), dt.time(14, 55)),
        Programmpunkt(Abschnitt.DEUTUNG, 25, dt.time(14, 55), dt.time(15, 20)),
        Programmpunkt(Abschnitt.VEREINBARUNGEN, 30, dt.time(15, 20), dt.time(15, 50)),
        Programmpunkt(Abschnitt.TRANSFER, 10, dt.time(15, 50), dt.time(16, 0)),
    )


def test_without_a_beginning_there_are_minutes_alone() -> None:
    found = agenda(Dialog(beginn="nach dem Mittagessen", minuten_transfer=None))
    assert [(one.minuten, one.von, one.bis) for one in found] == [(n, None, None) for n in (15, 30, 25, 25, 30)]


@given(st.times(), st.lists(MINUTES, min_size=6, max_size=6))
def test_sections_join_without_a_gap_and_none_is_empty(begin: dt.time, minutes: list[int | None]) -> None:
    fields = dict(zip((one.feld for one in Abschnitt), minutes, strict=True))
    found = agenda(Dialog(beginn=f"{begin:%H:%M}", **fields))
    assert sum(one.minuten for one in found) == sum(one or 0 for one in minutes)
    assert all(one.minuten > 0 for one in found)
    assert [one.bis for one in found[:-1]] == [one.von for one in found[1:]]
    assert not found or found[0].von == begin.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:00", dt.time(14)),
        ("9.30 Uhr", dt.time(9, 30)),
        (" 8 ", dt.time(8)),
        ("17 Uhr", dt.time(17)),
        ("24:00", None),
        ("14:60", None),
        ("14 bis 16", None),
        ("", None),
    ],
)
def test_clock_times_as_people_write_them(text: str, time: dt.time | None) -> None:
    assert clock_time(text) == time


def test_an_evening_may_last_past_midnight() -> None:
    assert later(dt.time(23, 50), 25) == dt.time(0, 15)
