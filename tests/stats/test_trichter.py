"""Limits are tried against tails summed term by term; overdispersion against tables worked out by hand."""

from __future__ import annotations

from math import comb, exp, lgamma, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from sro.stats.grund import Grund
from sro.stats.intervall import Intervall
from sro.stats.trichter import Trichter, binomial_limits, funnel, limits, overdispersion, poisson_limits, winsorised
from tests.beispiele import ANTEIL, DICHTE, SALDO, VERHAELTNIS, area, seen


def poisson_at_most(k: int, mean: float) -> float:
    return sum(exp(i * log(mean) - mean - lgamma(i + 1)) for i in range(k + 1))


def binomial_at_most(k: int, n: int, share: float) -> float:
    return sum(comb(n, i) * share**i * (1 - share) ** (n - i) for i in range(k + 1))


@given(st.floats(1, 80), st.integers(0, 160), st.sampled_from([0.95, 0.998]))
def test_a_poisson_count_lies_outside_where_its_tail_is_small(mean: float, count: int, niveau: float) -> None:
    low, high = poisson_limits(mean, niveau)
    tail = (1 - niveau) / 2
    at_most, at_least = poisson_at_most(count, mean), 1 - (poisson_at_most(count - 1, mean) if count else 0)
    if min(abs(at_most - tail), abs(at_least - tail)) > 1e-9:
        assert (count < low) is (at_most < tail)
        assert (count > high) is (at_least < tail)


@given(st.integers(5, 90), st.floats(0.1, 0.9), st.data(), st.sampled_from([0.95, 0.998]))
def test_a_binomial_count_lies_outside_where_its_tail_is_small(
    n: int, share: float, data: st.DataObject, niveau: float
) -> None:
    count = data.draw(st.integers(0, n))
    low, high = binomial_limits(n, share, niveau)
    tail = (1 - niveau) / 2
    at_most, at_least = binomial_at_most(count, n, share), 1 - (binomial_at_most(count - 1, n, share) if count else 0)
    if min(abs(at_most - tail), abs(at_least - tail)) > 1e-9:
        assert (count < low) is (at_most < tail)
        assert (count > high) is (at_least < tail)


@pytest.mark.parametrize("mean", [1.5, 8.0, 20.0, 250.0])
def test_a_limit_is_where_the_exact_interval_reaches_the_reference(mean: float) -> None:
    """Garwood's interval by χ², the other way round: at the limit its nearer end is the reference."""
    low, high = poisson_limits(mean, 0.998)
    assert chi2.ppf(0.001, 2 * high) / 2 == pytest.approx(mean, rel=1e-6)
    if low:
        assert chi2.ppf(0.999, 2 * (low + 1)) / 2 == pytest.approx(mean, rel=1e-6)


def test_limits_in_the_unit_of_the_indicator() -> None:
    """20 cases expected among 1,000. R: qpois(c(.001, .999), 20) = 8, 35, so 7 lies below and 36 above."""
    found = limits(DICHTE, 1000, 20.0, 0.998)
    assert isinstance(found, Intervall)
    assert 7 < found.unten < 8
    assert 35 < found.oben < 36


def test_streuung_widens_by_its_root_and_stays_possible() -> None:
    one, four = (limits(DICHTE, 1000, 40.0, 0.95, factor) for factor in (1.0, 4.0))
    assert isinstance(one, Intervall)
    assert isinstance(four, Intervall)
    assert four.oben - 40 == pytest.approx(2 * (one.oben - 40))
    assert 40 - four.unten == pytest.approx(2 * (40 - one.unten))
    wide = limits(ANTEIL, 50, 95.0, 0.998, 100.0)
    assert wide == Intervall(0.0, 100.0, 0.998)


@pytest.mark.parametrize(
    ("indikator", "nenner", "mitte", "grund"),
    [
        (SALDO, 1000, 20.0, Grund.ART),
        (VERHAELTNIS, 1000, 20.0, Grund.ART),
        (DICHTE, 40, 20.0, Grund.ZU_WENIG_FAELLE),  # 0.8 cases
        (DICHTE, 1000, 0.0, Grund.ZU_WENIG_FAELLE),
        (ANTEIL, 50, 99.0, Grund.ZU_WENIG_FAELLE),  # half a person without
    ],
)
def test_says_why_there_are_no_limits(indikator: object, nenner: float, mitte: float, grund: Grund) -> None:
    assert limits(indikator, nenner, mitte, 0.95) is grund  # type: ignore[arg-type]
    assert funnel(indikator, 1.0, nenner, mitte) is grund  # type: ignore[arg-type]


def test_the_funnel_narrows() -> None:
    widths = []
    for nenner in (100, 400, 1600, 6400):
        found = funnel(ANTEIL, 20.0, nenner, 20.0)
        assert isinstance(found, Trichter)
        assert found.aussen.unten < found.innen.unten < 20 < found.innen.oben < found.aussen.oben
        widths.append(found.aussen.oben - found.aussen.unten)
    assert widths == sorted(widths, reverse=True)
    assert widths[0] / widths[-1] == pytest.approx(8, rel=0.1)  # as the root of 64


COUNTS = [5, 20, 20, 25, 25, 25, 30, 30, 35, 60]


def test_overdispersion_by_hand() -> None:
    """25 of 1,000 expected everywhere: distances (x-25)/5 are -4 -1 -1 0 0 0 1 1 2 7, cut to -1 … 2: squares 13/10."""
    found = [seen(DICHTE, area(f"{i:02}"), 2020, x) for i, x in enumerate(COUNTS)]
    assert overdispersion(DICHTE, found, 25.0) == pytest.approx(1.3)
    hidden = [*found, seen(DICHTE, area("99"), 2020, None)]
    assert overdispersion(DICHTE, hidden, 25.0) == pytest.approx(1.3)


def test_overdispersion_only_where_cases_cluster_and_areas_scatter() -> None:
    shares = [seen(ANTEIL, area(f"{i:02}"), 2020, x * 10) for i, x in enumerate(COUNTS)]
    assert overdispersion(ANTEIL, shares, 25.0) == 1.0
    alike = [seen(DICHTE, area(f"{i:02}"), 2020, 25) for i in range(10)]
    assert overdispersion(DICHTE, alike, 25.0) == 1.0
    assert overdispersion(DICHTE, alike[:4], 50.0) == 1.0  # four areas say nothing
    assert overdispersion(DICHTE, alike, 0.0) == 1.0
    assert overdispersion(DICHTE, [], 25.0) == 1.0


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=40))
def test_winsorising_keeps_the_middle(werte: list[float]) -> None:
    cut = int(len(werte) / 10)
    found = winsorised(werte)
    assert found[cut : len(found) - cut] == sorted(werte)[cut : len(werte) - cut]
    assert winsorised(reversed(werte)) == found
    assert set(found) <= set(werte)
