"""What is due: never before its day, always after it, and never once it was answered or told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sro.auswertung.werkstatt.rueckmeldung import (
    UNDECIDED,
    Antwortstand,
    Rueckmeldestand,
    answer_state,
    decide_until,
    feedback,
    feedback_state,
    months_later,
    workshop_of,
)
from sro.model.aussage import Aussage, Bearbeitung, Valenz
from tests.auswertung.rueckmeldeakten import FERTIG, HEUTE, INHALTE, UEBERFAELLIG, WERKSTATT, WUNSCH, bestand

DAYS = some.dates(dt.date(2000, 1, 1), dt.date(2090, 12, 31))
MAYBE = some.none() | DAYS


@given(frist=MAYBE, antwort_am=MAYBE, heute=DAYS)
def test_an_answer_is_overdue_only_after_its_deadline_and_only_until_it_came(
    frist: dt.date | None, antwort_am: dt.date | None, heute: dt.date
) -> None:
    found = answer_state(replace(UEBERFAELLIG, frist=frist, antwort_am=antwort_am), heute)
    if antwort_am is not None:
        assert found is Antwortstand.BEANTWORTET
    elif frist is not None and heute > frist:
        assert found is Antwortstand.UEBERFAELLIG
    else:
        assert found is Antwortstand.OFFEN


@pytest.mark.parametrize(("after", "state"), [(0, Antwortstand.OFFEN), (1, Antwortstand.UEBERFAELLIG)])
def test_the_deadline_itself_is_in_time(after: int, state: Antwortstand) -> None:
    frist = UEBERFAELLIG.frist
    assert frist is not None
    assert answer_state(UEBERFAELLIG, frist + dt.timedelta(days=after)) is state


@given(heute=DAYS, bis=MAYBE, bearbeitung=some.sampled_from(Bearbeitung), told=MAYBE)
def test_feedback_that_was_given_is_never_overdue_and_what_is_undecided_not_before_its_time(
    heute: dt.date, bis: dt.date | None, bearbeitung: Bearbeitung, told: dt.date | None
) -> None:
    state = feedback_state(replace(WUNSCH, bearbeitung=bearbeitung, rueckmeldung_am=told), bis, heute)
    assert state.ueberfaellig == (told is None and (bearbeitung not in UNDECIDED or (bis is not None and heute > bis)))


@pytest.mark.parametrize(
    ("bearbeitung", "state"),
    [
        (Bearbeitung.NEU, Rueckmeldestand.UNENTSCHIEDEN),
        (Bearbeitung.IN_PRUEFUNG, Rueckmeldestand.UNENTSCHIEDEN),
        (Bearbeitung.AUFGENOMMEN, Rueckmeldestand.ENTSCHIEDEN),
        (Bearbeitung.UMGESETZT, Rueckmeldestand.ENTSCHIEDEN),
        (Bearbeitung.TEILWEISE, Rueckmeldestand.ENTSCHIEDEN),
        (Bearbeitung.NICHT_UMSETZBAR, Rueckmeldestand.ENTSCHIEDEN),
        (Bearbeitung.WEITERGELEITET, Rueckmeldestand.ENTSCHIEDEN),
    ],
)
def test_each_state_after_half_a_year(bearbeitung: Bearbeitung, state: Rueckmeldestand) -> None:
    assert feedback_state(replace(WUNSCH, bearbeitung=bearbeitung), dt.date(2025, 11, 10), HEUTE) is state


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (dt.date(2025, 5, 10), 6, dt.date(2025, 11, 10)),
        (dt.date(2025, 8, 31), 6, dt.date(2026, 2, 28)),
        (dt.date(2023, 8, 31), 6, dt.date(2024, 2, 29)),
        (dt.date(2025, 12, 31), 6, dt.date(2026, 6, 30)),
        (dt.date(2025, 12, 1), 12, dt.date(2026, 12, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day: dt.date, months: int, later: dt.date) -> None:
    assert months_later(day, months) == later


@given(day=DAYS, other=DAYS)
def test_a_later_day_is_never_due_earlier(day: dt.date, other: dt.date) -> None:
    first, second = sorted((day, other))
    assert months_later(first, 6) <= months_later(second, 6)
    assert 181 <= (months_later(first, 6) - first).days <= 184


def test_the_end_of_the_workshop_counts_then_its_beginning_then_the_statement() -> None:
    held = Aussage(werkstatt="WS-1", datum=dt.date(2025, 1, 1))
    assert decide_until(held, WERKSTATT) == dt.date(2025, 11, 10)
    assert decide_until(held, replace(WERKSTATT, ende=None)) == dt.date(2025, 11, 9)
    assert decide_until(held, None) == dt.date(2025, 7, 1)
    assert decide_until(replace(held, datum=None), None) is None


def test_the_feedback_of_a_bestand() -> None:
    akten = bestand(*INHALTE)
    found = {one.aussage.id: one.stand for one in feedback(akten, akten.von(Aussage), HEUTE)}
    assert found == {
        "AU-1": Rueckmeldestand.UNENTSCHIEDEN,
        "AU-2": Rueckmeldestand.GEGEBEN,
        "AU-3": Rueckmeldestand.ENTSCHIEDEN,
        "AU-4": Rueckmeldestand.ENTSCHIEDEN,
        "AU-5": Rueckmeldestand.UNENTSCHIEDEN,
    }
    early = feedback(akten, akten.von(Aussage)[:1], dt.date(2025, 11, 10))
    assert [one.stand for one in early] == [Rueckmeldestand.OFFEN]


def test_a_workshop_that_may_not_be_read_is_none() -> None:
    alone = bestand(FERTIG)
    assert workshop_of(alone, alone.von(Aussage)[0]) is None


def test_what_is_good_as_it_is_waits_for_no_decision() -> None:
    long_ago = HEUTE - dt.timedelta(days=400)
    strength = Aussage(valenz=Valenz.STAERKE, bearbeitung=Bearbeitung.NEU)
    assert feedback_state(strength, long_ago, HEUTE) is Rueckmeldestand.OFFEN
    assert feedback_state(replace(strength, valenz=Valenz.WUNSCH), long_ago, HEUTE) is Rueckmeldestand.UNENTSCHIEDEN
