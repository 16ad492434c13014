"""Expected decisions were computed apart from the code; each case says how."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from sro.model.wert import Beobachtung, Status
from sro.stats.veraenderung import Wandel, change, rates_differ, shares_differ
from tests.beispiele import ANTEIL, DICHTE, SALDO, area, seen

A = area("01")


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ((56, 70), (48, 80), True),  # Newcombe 1998, table II (a), method 10: 0.0524 to 0.3339
        ((9, 10), (3, 10), True),  # (b): 0.1705 to 0.8090
        ((5, 56), (0, 29), False),  # (d): -0.0381 to 0.1926
        ((0, 10), (0, 20), False),
    ],
)
def test_shares(first: tuple[int, int], second: tuple[int, int], differ: bool) -> None:
    assert shares_differ(first, second) is differ
    assert shares_differ(second, first) is differ


@given(st.integers(0, 60), st.integers(0, 60), st.integers(50, 3000), st.integers(50, 3000))
def test_rates_agree_with_the_binomial_test(x1: int, x2: int, n1: int, n2: int) -> None:
    if x1 + x2 == 0:
        assert not rates_differ((x1, n1), (x2, n2))
        return
    share = n2 / (n1 + n2)
    tails = [binomtest(x2, x1 + x2, share, alternative=side).pvalue for side in ("less", "greater")]
    assert rates_differ((x1, n1), (x2, n2)) is bool(2 * min(tails) < 0.05)


def test_a_change_is_later_minus_earlier() -> None:
    found = change(ANTEIL, seen(ANTEIL, A, 2015, 200), seen(ANTEIL, A, 2020, 260))
    assert (found.status, found.differenz, found.belastbar) == (Wandel.OK, pytest.approx(6.0), True)
    small = change(DICHTE, seen(DICHTE, A, 2015, 20), seen(DICHTE, A, 2020, 24))
    assert (small.differenz, small.belastbar) == (pytest.approx(4.0), False)


def test_never_across_a_series_break() -> None:
    found = change(DICHTE, seen(DICHTE, A, 2023, 20), seen(DICHTE, A, 2024, 40))
    assert (found.status, found.differenz, found.bruch) == (Wandel.REIHENBRUCH, None, DICHTE.reihenbrueche[0])
    assert change(DICHTE, seen(DICHTE, A, 2024, 20), seen(DICHTE, A, 2025, 40)).status is Wandel.OK


@pytest.mark.parametrize("status", [Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL])
def test_says_why_there_is_no_change(status: Status) -> None:
    without = Beobachtung(ANTEIL.id, A, 2020, status)
    assert change(ANTEIL, seen(ANTEIL, A, 2015, 20), without).status == status.value
    assert change(ANTEIL, without, seen(ANTEIL, A, 2021, 20)).status == status.value


def test_missing_observations_and_balances() -> None:
    assert change(ANTEIL, None, seen(ANTEIL, A, 2021, 20)).status is Wandel.FEHLT
    assert change(SALDO, seen(SALDO, A, 2015, 20), seen(SALDO, A, 2021, -20)).belastbar is None


def test_refuses_what_is_not_one_area_in_two_years() -> None:
    with pytest.raises(ValueError, match="ein Gebiet in zwei Jahren"):
        change(ANTEIL, seen(ANTEIL, A, 2020, 20), seen(ANTEIL, A, 2020, 20))
    with pytest.raises(ValueError, match="ein Gebiet in zwei Jahren"):
        change(ANTEIL, seen(ANTEIL, A, 2019, 20), seen(ANTEIL, area("02"), 2020, 20))


def test_a_break_within_the_earlier_window_forbids_the_comparison() -> None:
    earlier, later = (Beobachtung(DICHTE.id, A, jahr, Status.OK, 60, 3000, 20.0, jahre=3) for jahr in (2025, 2028))
    assert change(DICHTE, earlier, later).status is Wandel.REIHENBRUCH
