"""Slopes and p-values come from statsmodels 0.15 (in an environment of its own) and from a published table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import norm
from scipy.stats import t as student

from sro.model.wert import Beobachtung, Status
from sro.stats.grund import Grund
from sro.stats.reihe import series
from sro.stats.trend import Richtung, Trend, line_through, trend
from tests.beispiele import ANTEIL, DICHTE, JAHRE, SALDO, area, seen, years

A = area("01")
SIEBEN = range(2018, 2025)
PEOPLE = [2000, 2010, 2050, 2040, 2100, 2080, 2120]


def of(indikator: object, counts: Sequence[float | None]) -> Trend:
    found = years(indikator, A, counts)  # type: ignore[arg-type]
    return trend(indikator, series(indikator, found, JAHRE[: len(counts)], "Innenstadt", A))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cases", "shares", "slope", "p"),
    # sm.WLS(x/n, const + year, weights=n/v), v = pooled rate r or r(1-r). It scales by the residuals' mean square:
    # 0.1064 and 0.1093 (first two rows; its standard error 0.00022056 over their roots is that of counting), 5.38 and
    # 5.59 (last two: the scatter of the years decides).
    [
        ([40, 45, 52, 49, 60, 63, 70], False, 0.0020761923947534, 2 * norm.sf(0.0020761923947534 / 0.00067616)),
        ([40, 45, 52, 49, 60, 63, 70], True, 0.0020761923947534, 2 * norm.sf(0.0020761923947534 / 0.00066719)),
        ([40, 75, 52, 99, 60, 93, 120], False, 0.0045756088557992, 0.0581565627934024),
        ([40, 75, 52, 99, 60, 93, 120], True, 0.0045756088557992, 0.0581565627934026),
    ],
)
def test_agrees_with_weighted_least_squares(cases: list[int], shares: bool, slope: float, p: float) -> None:
    found = line_through(list(SIEBEN), cases, PEOPLE, shares)
    assert found.steigung == pytest.approx(slope, rel=1e-9)
    assert found.p == pytest.approx(p, rel=1e-3)


def test_agrees_with_a_published_table() -> None:
    """Agresti, Categorical Data Analysis, table 3.7 (alcohol and malformation): X² = 12.1 (4 df), trend 6.57 (1 df).

    What the line leaves is 12.08 - 6.57 with 3 degrees of freedom, so Student's t² is 6.57 / (5.51 / 3) = 3.58, whose
    p-value (0.155) is larger than that of 6.57 (0.010).
    """
    cases, others = [48, 38, 5, 1, 1], [17066, 14464, 788, 126, 37]
    found = line_through([0, 0.5, 1.5, 4, 7], cases, [x + y for x, y in zip(cases, others, strict=True)], True)
    assert student.isf(found.p / 2, 3) ** 2 == pytest.approx(6.57 / ((12.08 - 6.57) / 3), rel=0.01)


def test_a_clear_way_up_or_down() -> None:
    up = of(ANTEIL, [100, 120, 140, 160, 180, 200])
    assert (up.richtung, up.von, up.bis, up.punkte, up.haengt_an) == (Richtung.STEIGT, 2015, 2020, 6, ())
    assert up.je_jahr == pytest.approx(2.0)  # percentage points
    assert of(ANTEIL, [200, 180, 160, 140, 120, 100]).richtung is Richtung.FAELLT


def test_chance_and_wobbles_are_no_trend() -> None:
    assert of(DICHTE, [20, 24, 19, 25, 22, 23]).richtung is Richtung.KEIN_BELEGTER_TREND
    wobble = of(ANTEIL, [100, 300, 120, 320, 140, 340])  # far more than chance, but no line
    assert (wobble.richtung, wobble.haengt_an) == (Richtung.KEIN_BELEGTER_TREND, ())


def test_a_trend_must_outlive_every_single_year() -> None:
    """The last year alone makes the slope; the second series rises without it as well."""
    found = of(ANTEIL, [80, 100, 100, 103, 104, 150])
    assert found.p is not None
    assert found.p < 0.05
    assert found.richtung is Richtung.KEIN_BELEGTER_TREND
    assert 2020 in found.haengt_an
    assert of(ANTEIL, [80, 100, 112, 123, 134, 150]).richtung is Richtung.STEIGT


@pytest.mark.parametrize(
    ("indikator", "counts", "grund"),
    [
        (ANTEIL, [100, 120, 140, 160], Grund.ZU_WENIG_PUNKTE),
        (ANTEIL, [100, 120, 140, None, 180, 200], Grund.ZU_WENIG_PUNKTE),  # a gap ends a section
        (ANTEIL, [None] * 8, Grund.ZU_WENIG_PUNKTE),
        (ANTEIL, [100], Grund.ZU_WENIG_PUNKTE),
        (DICHTE, [100, 110, 120, 130, 140, 150, 160, 170, 180, 190], Grund.REIHENBRUCH),  # 2024
        (SALDO, [100, 120, 140, 160, 180], Grund.ART),
    ],
)
def test_says_why_there_is_no_answer(indikator: object, counts: list[float | None], grund: Grund) -> None:
    found = of(indikator, counts)
    assert (found.richtung, found.grund, found.je_jahr, found.p) == (Richtung.NICHT_BERECHENBAR, grund, None, None)


def test_the_newest_section_counts() -> None:
    found = of(ANTEIL, [300, 200, None, 100, 120, 140, 160, 180, 200])
    assert (found.richtung, found.von, found.bis) == (Richtung.STEIGT, 2018, 2023)


@pytest.mark.parametrize("same", [0, 1000])
def test_nobody_or_everybody_is_no_trend(same: int) -> None:
    found = of(ANTEIL, [same] * 6)
    assert (found.richtung, found.je_jahr, found.p) == (Richtung.KEIN_BELEGTER_TREND, 0.0, 1.0)


def test_pooled_windows_are_points_and_not_mixed_with_single_years() -> None:
    windows = [
        Beobachtung(ANTEIL.id, A, 2012 + 3 * i, Status.OK, 300 + 60 * i, 3000, 10.0 + 2 * i, jahre=3) for i in range(5)
    ]
    expected = [b.jahr for b in windows]
    found = trend(ANTEIL, series(ANTEIL, windows, expected, "Innenstadt", A))
    assert found.je_jahr == pytest.approx(2 / 3)
    mixed = [*windows[:4], *(seen(ANTEIL, A, jahr, 200) for jahr in (2022, 2023))]
    reihe = series(ANTEIL, mixed, [*expected[:4], 2022, 2023], "Innenstadt", A)
    assert [p.abschnitt for p in reihe.punkte] == [0, 0, 0, 0, 1, 1]
    assert trend(ANTEIL, reihe).grund is Grund.ZU_WENIG_PUNKTE


counted = st.lists(st.tuples(st.integers(0, 300), st.integers(300, 3000)), min_size=5, max_size=9)


@given(counted, st.booleans())
def test_the_same_whichever_way_it_is_written(pairs: list[tuple[int, int]], shares: bool) -> None:
    cases, people = ([float(v) for v in column] for column in zip(*pairs, strict=True))
    jahre = [float(j) for j in range(2000, 2000 + len(pairs))]
    line = line_through(jahre, cases, people, shares)
    mirrored = line_through([-j for j in jahre], cases, people, shares)
    assert mirrored.steigung == pytest.approx(-line.steigung, abs=1e-12)
    assert mirrored.p == pytest.approx(line.p, abs=1e-9)
    shuffled = line_through(jahre[::-1], cases[::-1], people[::-1], shares)
    assert shuffled.p == pytest.approx(line.p, abs=1e-9)


@given(counted)
def test_the_slope_is_that_of_weighted_regression(pairs: list[tuple[int, int]]) -> None:
    cases, people = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    assume(cases.sum() > 0)
    jahre = np.arange(len(pairs), dtype=float)
    expected = np.polyfit(jahre, cases / people, 1, w=np.sqrt(people))[0]
    assert line_through(list(jahre), list(cases), list(people), False).steigung == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("points", [5, 8])
def test_trends_where_there_is_none_are_rare(points: int) -> None:
    """2,000 series of pure chance with a fixed seed: at most 5 %, and fewer because no single year may carry it."""
    draws = np.random.default_rng(3).poisson(40, (2000, points))
    found = [of(ANTEIL, [int(x) for x in row]).richtung for row in draws]
    assert sum(r in (Richtung.STEIGT, Richtung.FAELLT) for r in found) / len(found) < 0.03
