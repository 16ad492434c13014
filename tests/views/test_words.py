"""Numbers, states and sources as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.datenstand import Datenstand, Herkunft
from sro.model.indikator import Polaritaet
from sro.model.wert import Beobachtung, Status
from sro.views import words
from sro.views.quelle import SYNTHETISCH, source_line
from tests.beispiele import ANTEIL, DICHTE, STADT, seen


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1.234,5"),
        (-0.04, 1, "0,0"),
        (-0.06, 1, f"{words.MINUS}0,1"),
        (1_234_567, 0, "1.234.567"),
        (999.96, 1, "1.000,0"),
        (31.25, 1, "31,3"),  # as a spreadsheet shows it
    ],
)
def test_numbers(value: float, decimals: int, text: str) -> None:
    assert words.number(value, decimals) == text


@given(st.floats(-1e6, 1e6), st.integers(0, 3))
def test_a_written_number_reads_back(value: float, decimals: int) -> None:
    text = words.number(value, decimals).replace(".", "").replace(",", ".").replace(words.MINUS, "-")
    assert abs(float(text) - value) <= 0.5 * 10.0**-decimals + 1e-9
    assert not text.startswith("-") or float(text) < 0


@pytest.mark.parametrize(
    ("value", "text"), [(1.25, "+1,3"), (0.05, "+0,1"), (0.01, "0,0"), (-3.0, f"{words.MINUS}3,0")]
)
def test_differences_have_a_sign(value: float, text: str) -> None:
    assert words.signed(value, 1) == text


def test_counts_are_whole_where_they_are() -> None:
    assert words.count(1200.0) == "1.200"
    assert words.count(42.75) == "42,8"


def test_values_with_their_unit_or_their_state() -> None:
    assert words.shown(seen(ANTEIL, STADT, 2020, 123), ANTEIL) == f"12,3{words.NBSP}%"
    assert words.shown(seen(DICHTE, STADT, 2020, None), DICHTE) == "geheim gehalten"
    assert words.shown(Beobachtung(ANTEIL.id, STADT, 2020, Status.FEHLT), ANTEIL) == "nicht geliefert"
    assert words.shown(None, ANTEIL) == "nicht geliefert"


def test_every_state_and_polarity_has_its_own_word() -> None:
    for table, members in ((words.STATUS_WORD, Status), (words.STATUS_MARK, Status), (words.POLARITY_WORD, Polaritaet)):
        assert set(table) == set(members)
        assert len(set(table.values())) == len(table)


@pytest.mark.parametrize(
    ("plural", "text"), [("Stadtteile", "nach Stadtteilen"), ("Stadtbezirke", "nach Stadtbezirken")]
)
def test_in_areas(plural: str, text: str) -> None:
    assert words.in_areas(plural) == text


def test_the_source_line_names_source_day_datenstand_and_synthetic() -> None:
    herkunft = Herkunft(ANTEIL.id, "a.csv", "0", synthetisch=True)
    datenstand = Datenstand(3, dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC), "Titel", True, (herkunft,))
    line = source_line(ANTEIL, ANTEIL.period(2024), datenstand)
    assert line == (
        "Quelle: Statistik der Bundesagentur für Arbeit · Stand: 31.12.2024 · "
        f"Datenstand 3 vom 22.11.2026 · {SYNTHETISCH}"
    )
    assert SYNTHETISCH not in source_line(DICHTE, DICHTE.period(2024), datenstand)


def test_of_many_names_the_first_are_said_and_how_many_more_there_are() -> None:
    assert words.several(["Nord", "Süd"], most=2) == "Nord, Süd"
    assert words.several(["Nord", "Süd", *(str(n) for n in range(1200))], most=2) == "Nord, Süd und 1.200 weitere"
