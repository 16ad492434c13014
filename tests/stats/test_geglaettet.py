"""Against esda's empirical Bayes, against the Gamma posterior, and by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.indikator import Indikator
from sro.stats.geglaettet import Glaettung, smoothed
from sro.stats.grund import Grund
from tests.beispiele import ANTEIL, DICHTE, SALDO, area, seen

CASES, PEOPLE = [12, 30, 8, 55, 20, 41], [500, 900, 420, 1500, 1100, 800]


def of(indikator: Indikator, cases: list[int], people: list[int]) -> Glaettung:
    pairs = zip(cases, people, strict=True)
    return smoothed(indikator, [seen(indikator, area(f"{i:02}"), 2020, x, n) for i, (x, n) in enumerate(pairs)])


def test_agrees_with_esda() -> None:
    """esda 2.9: Empirical_Bayes([12, 30, 8, 55, 20, 41], [500, 900, 420, 1500, 1100, 800]).r * 1000."""
    found = of(DICHTE, CASES, PEOPLE)
    expected = [27.30253405, 32.8893296, 24.99556577, 35.70997315, 21.5895195, 45.13251834]
    assert [g.geglaettet for g in found.gebiete] == pytest.approx(expected, rel=1e-8)
    assert [g.roh for g in found.gebiete] == pytest.approx([24.0, 33.333333, 19.047619, 36.666667, 18.181818, 51.25])
    assert found.mitte == pytest.approx(166 / 5220 * 1000)


def test_is_the_mean_of_the_gamma_posterior() -> None:
    """Prior Gamma(a, b) with mean m = a/b and variance A = a/b²; after x of n the mean is (x + a)/(n + b).

    m = 166/5220, A = Σ n(x/n - m)²/Σn - m/(5220/6): esda takes another way to the same.
    """
    mean = 166 / 5220
    scatter = sum(n * (x / n - mean) ** 2 for x, n in zip(CASES, PEOPLE, strict=True)) / 5220
    variance = scatter - mean / 870
    b = mean / variance
    a = mean * b
    expected = [(x + a) / (n + b) * 1000 for x, n in zip(CASES, PEOPLE, strict=True)]
    assert [g.geglaettet for g in of(DICHTE, CASES, PEOPLE).gebiete] == pytest.approx(expected)


def test_shares_by_hand() -> None:
    """Five areas of 100, 10 to 50 %: mean 30 %, scatter 0.02, chance 0.21/100; weight (0.02 - 0.0021)/0.02 = 0.895."""
    found = of(ANTEIL, [10, 20, 30, 40, 50], [100] * 5)
    assert [g.gewicht for g in found.gebiete] == pytest.approx([0.895] * 5)
    assert [g.geglaettet for g in found.gebiete] == pytest.approx([12.1, 21.05, 30.0, 38.95, 47.9])


def test_no_more_scatter_than_chance_leaves_the_mean() -> None:
    found = of(DICHTE, [20, 21, 19, 20, 20], [1000] * 5)
    assert [g.geglaettet for g in found.gebiete] == pytest.approx([20.0] * 5)
    assert {g.gewicht for g in found.gebiete} == {0.0}
    assert [g.geglaettet for g in of(DICHTE, [0] * 5, [1000] * 5).gebiete] == [0.0] * 5


def test_hidden_areas_get_nothing_and_change_nothing() -> None:
    shown = [seen(DICHTE, area(f"{i:02}"), 2020, x) for i, x in enumerate([10, 20, 30, 40, 90])]
    hidden = seen(DICHTE, area("99"), 2020, None)
    assert smoothed(DICHTE, [*shown, hidden]) == smoothed(DICHTE, shown)


def test_says_why_nothing_is_smoothed() -> None:
    assert of(SALDO, CASES, PEOPLE).grund is Grund.ART
    assert of(DICHTE, CASES[:4], PEOPLE[:4]).grund is Grund.ZU_WENIG_GEBIETE
    assert smoothed(DICHTE, []).grund is Grund.ZU_WENIG_GEBIETE


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(400, 4000)), min_size=5, max_size=20), st.booleans())
def test_lies_between_the_raw_value_and_the_mean(pairs: list[tuple[int, int]], shares: bool) -> None:
    cases, people = (list(column) for column in zip(*pairs, strict=True))
    found = of(ANTEIL if shares else DICHTE, cases, people)
    assert found.mitte is not None
    for one in found.gebiete:
        assert min(one.roh, found.mitte) - 1e-9 <= one.geglaettet <= max(one.roh, found.mitte) + 1e-9
        assert 0 <= one.gewicht <= 1
    weights = sorted((n, g.gewicht) for n, g in zip(people, found.gebiete, strict=True))
    assert [w for _, w in weights] == sorted(w for _, w in weights)  # more people, more of one's own value
