"""Expected limits were computed apart from the code.

Wilson: by hand as the two roots of (p - x/n)² = z² p (1 - p) / n, the definition, with z = 1.959964.
Exact: Garwood's limits as printed in tables (8 cases: 3.4538 to 15.7632; 0 cases: 0 to 3.6889).
Byar: 20 cases, 20 · (1 - 1/180 - 1.959964/(3·√20))³ = 12.21 and 21 · (1 - 1/189 + 1.959964/(3·√21))³ = 30.89.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from sro.stats.intervall import interval, interval_of, poisson, wilson
from tests.beispiele import ANTEIL, DICHTE, SALDO, VERHAELTNIS, area, seen


@pytest.mark.parametrize(
    ("zaehler", "nenner", "low", "high"),
    [
        (12, 60, 11.8, 31.8),
        (0, 60, 0.0, 6.0),  # z²/(n+z²) = 3.8415/63.8415
        (60, 60, 94.0, 100.0),
        (81, 263, 25.53, 36.62),  # Newcombe 1998, table I: 0.2553 to 0.3662
        (15, 148, 6.24, 16.05),  # the same table: 0.0624 to 0.1605
    ],
)
def test_wilson(zaehler: int, nenner: int, low: float, high: float) -> None:
    found = interval(ANTEIL, zaehler, nenner)
    assert found is not None
    assert (found.unten, found.oben) == pytest.approx((low, high), abs=0.05)


@pytest.mark.parametrize(
    ("faelle", "low", "high"), [(20, 12.21, 30.89), (8, 3.4538, 15.7632), (0, 0, 3.6889), (1, 0.0253, 5.5716)]
)
def test_cases(faelle: int, low: float, high: float) -> None:
    assert poisson(faelle) == pytest.approx((low, high), abs=0.005)


def test_a_rate_is_in_the_unit_of_the_indicator() -> None:
    found = interval(DICHTE, 20, 1100)
    assert found is not None
    assert (round(found.unten, 1), round(found.oben, 1)) == (11.1, 28.1)


@given(st.integers(0, 400), st.sampled_from([0.8, 0.95, 0.998]))
def test_byar_is_close_to_the_exact_limits(faelle: int, niveau: float) -> None:
    rest = 1 - niveau
    low = chi2.ppf(rest / 2, 2 * faelle) / 2 if faelle else 0
    high = chi2.ppf(1 - rest / 2, 2 * faelle + 2) / 2
    assert poisson(faelle, niveau) == pytest.approx((low, high), rel=0.02, abs=0.05)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_within_its_limits(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] <= high <= 1


def test_no_interval_where_none_has_a_meaning() -> None:
    assert interval(SALDO, -20, 1000) is None
    assert interval(VERHAELTNIS, 20, 1000) is None
    assert interval_of(ANTEIL, None) is None
    assert interval_of(ANTEIL, seen(ANTEIL, area("01"), 2020, None)) is None


@pytest.mark.parametrize(("zaehler", "nenner"), [(5, 0), (-1, 10), (11, 10)])
def test_impossible_counts_are_refused(zaehler: int, nenner: int) -> None:
    with pytest.raises(ValueError, match=str(zaehler)):
        interval(ANTEIL, zaehler, nenner)
