"""Ranks and rho against scipy; the interval by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import rankdata, spearmanr

from sro.stats.grund import Grund
from sro.stats.korrelation import WARNUNG, Korrelation, correlation, ranks, rho_interval, spearman
from tests.beispiele import ANTEIL, area, seen

OTHER = replace(ANTEIL, id="andere")


def of(first: list[int | None], second: list[int | None]) -> Korrelation:
    gebiete = [area(f"{i:02}") for i in range(len(first))]
    found = [
        seen(indikator, g, 2020, x)
        for indikator, column in ((ANTEIL, first), (OTHER, second))
        for g, x in zip(gebiete, column, strict=True)
    ]
    return correlation(ANTEIL, OTHER, gebiete, found)


columns = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=40)


@given(columns)
def test_agrees_with_scipy(pairs: list[tuple[int, int]]) -> None:
    first, second = ([float(x) for x in column] for column in zip(*pairs, strict=True))
    assert ranks(first) == list(rankdata(first))
    assume(len(set(first)) > 1 and len(set(second)) > 1)
    rho = spearman(first, second)
    assert rho == pytest.approx(spearmanr(first, second).statistic, abs=1e-9)
    assert spearman(second, first) == pytest.approx(rho)
    assert spearman([x**3 for x in first], second) == pytest.approx(rho)  # ranks alone matter
    assert spearman([-x for x in first], second) == pytest.approx(-rho)


@pytest.mark.parametrize(
    ("rho", "n", "low", "high"),
    # Bonett & Wright: tanh(atanh ρ ± 1.95996 √((1 + ρ²/2)/(n - 3)))
    [
        (0.5, 20, 0.0451, 0.7832),  # 0.5493 ± 1.95996·√(1.125/17) = 0.5493 ± 0.5042
        (0.0, 28, -0.3731, 0.3731),  # 0 ± 1.95996/5 = 0.3920
        (-0.8, 10, -0.9603, -0.2426),  # -1.0986 ± 1.95996·√(1.32/7) = ± 0.8511
    ],
)
def test_the_interval_by_hand(rho: float, n: int, low: float, high: float) -> None:
    found = rho_interval(rho, n)
    assert (found.unten, found.oben) == (pytest.approx(low, abs=2e-4), pytest.approx(high, abs=2e-4))


def test_a_perfect_correlation_is_not_certain() -> None:
    """Of ten ranks with one swap ρ = 1 - 12/990 = 0.9879; its lower limit is 0.9412, the upper is 1."""
    found = of([*range(10)], [*range(10)])
    assert found.rho == pytest.approx(1.0)
    assert found.intervall is not None
    assert found.intervall.oben == 1.0
    assert 0.9 < found.intervall.unten < 0.9879
    opposite = of([*range(10)], [*range(10, 0, -1)])
    assert opposite.intervall is not None
    assert (opposite.intervall.unten, opposite.intervall.oben) == (-1.0, pytest.approx(-found.intervall.unten))


@given(st.floats(-1, 1), st.integers(10, 60))
def test_the_interval_holds_rho(rho: float, n: int) -> None:
    found = rho_interval(rho, n)
    assert -1 <= found.unten <= rho <= found.oben <= 1


def test_the_warning_goes_along() -> None:
    assert of([*range(12)], [*range(12)]).warnung == WARNUNG
    assert "nicht für Menschen" in WARNUNG


def test_only_areas_with_both_values_count() -> None:
    found = of([None, *range(11)], [*range(11), None])
    assert (found.n, found.rho) == (10, pytest.approx(1.0))


@pytest.mark.parametrize(
    ("first", "second", "grund"),
    [
        ([*range(9)], [*range(9)], Grund.ZU_WENIG_GEBIETE),
        ([None] * 12, [None] * 12, Grund.ZU_WENIG_GEBIETE),
        ([5] * 12, [*range(12)], Grund.OHNE_STREUUNG),
        ([*range(12)], [0] * 12, Grund.OHNE_STREUUNG),
    ],
)
def test_says_why_there_is_none(first: list[int | None], second: list[int | None], grund: Grund) -> None:
    found = of(first, second)
    assert (found.rho, found.intervall, found.grund) == (None, None, grund)


def test_refuses_an_indicator_with_itself() -> None:
    with pytest.raises(ValueError, match="nur einmal"):
        correlation(ANTEIL, ANTEIL, [], [])
