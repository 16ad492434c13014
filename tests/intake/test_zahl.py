"""Numbers as people and programs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.intake.zahl import MARKERS, Zahlfehler, decimal_mark, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("-12", -12),
        ("−12", -12),
        ("+12", 12),
        ("1234567", 1234567),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("0,125", 0.125),
        ("0.125", 0.125),
        ("1234,567", 1234.567),
        ("1.2340", 1.234),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1.234.567,8", 1234567.8),
        ("1 234", 1234),
        ("1\u202f234,5", 1234.5),
        ("1'234", 1234),
        ("007", 7),
    ],
)
def test_read_in_one_way_only(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "12a",
        "1.2.3",
        "1,2,3",
        "1.23.456",
        "12,",
        ",5",
        "1e3",
        "inf",
        "nan",
        "--1",
        "1-2",
        "٣",
        "12 34",
        "1_0",
    ],
)
def test_no_number(text: str) -> None:
    assert read_number(text) is Zahlfehler.TEXT


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12.345", "999,999"])
def test_two_ways_are_refused_unless_the_file_shows_its_mark(text: str) -> None:
    assert read_number(text) is Zahlfehler.MEHRDEUTIG
    whole = float(text.replace(".", "").replace(",", ""))
    assert {read_number(text, "."), read_number(text, ",")} == {whole, whole / 1000}


def test_markers_are_no_numbers() -> None:
    assert {read_number(marker) for marker in MARKERS} == {Zahlfehler.ZEICHEN}


def test_the_mark_of_a_file() -> None:
    assert decimal_mark(["1", "1.234", "2,5"]) == ","
    assert decimal_mark(["1.234", "1.5", "x"]) == "."
    assert decimal_mark(["1.234.567"]) == ","
    assert decimal_mark(["1.5", "1,5"]) is None
    assert decimal_mark(["1.234", "12", "."]) is None


@given(st.integers(-(10**12), 10**12), st.integers(0, 4), st.sampled_from([",", "."]))
def test_what_is_written_is_read(digits: int, decimals: int, mark: str) -> None:
    value = digits / 10**decimals
    assert read_number(f"{value:.{decimals}f}".replace(".", mark), mark) == value


@given(st.integers(1000, 10**12), st.sampled_from([",", "."]))
def test_thousands_are_never_taken_for_decimals(value: int, decimal: str) -> None:
    grouped = f"{value:,}".replace(",", "." if decimal == "," else ",")
    assert read_number(grouped, decimal) == value
    assert read_number(grouped) in (value, Zahlfehler.MEHRDEUTIG)
