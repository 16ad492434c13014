"""Halves go away from zero, by the digits that a number is written with."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.stats.runden import rounded


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    # as Excel's ROUND and LibreOffice's show them; Python's round() would give 31.2, -31.2, 2.67, 0 and 1.0
    [
        (31.25, 1, "31.3"),
        (-31.25, 1, "-31.3"),
        (2.675, 2, "2.68"),
        (0.5, 0, "1"),
        (1.05, 1, "1.1"),
        (31.2499, 1, "31.2"),
        (99.95, 1, "100.0"),
        (0.04, 1, "0.0"),
        (7, 2, "7.00"),
    ],
)
def test_halves_go_away_from_zero(value: float, digits: int, expected: str) -> None:
    assert str(rounded(value, digits)) == expected


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 3))
def test_it_is_near_and_has_no_more_digits(value: float, digits: int) -> None:
    short = rounded(value, digits)
    assert short.as_tuple().exponent == -digits
    assert abs(short - Decimal(repr(value))) <= Decimal(5).scaleb(-digits - 1)
