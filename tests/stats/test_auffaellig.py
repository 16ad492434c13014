"""Verdicts on made-up cities of five areas with 1,000 people each; the normal limits beside them are worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.wert import Beobachtung, Status
from sro.stats.auffaellig import Auffaelligkeit, Regel, Urteil, noticeable
from sro.stats.grund import Grund
from sro.stats.trichter import Trichter
from sro.stats.zeitraum import Zeitraum
from tests.beispiele import ANTEIL, DICHTE, SALDO, STADT, area, seen

A = area("01")
OTHERS = [area(f"0{i}") for i in range(2, 6)]


def city(indikator: object, jahr: int, own: float | None, others: list[int]) -> list[Beobachtung]:
    """The area 01 and four others, and the city as their sum; a hidden own count leaves the city its total."""
    total = sum(others) + (own if own is not None else 20)
    areas = [seen(indikator, key, jahr, x) for key, x in zip([A, *OTHERS], [own, *others], strict=True)]  # type: ignore[arg-type]
    return [*areas, seen(indikator, STADT, jahr, total, 5000)]  # type: ignore[arg-type]


def verdict(own_by_year: dict[int, float | None], jahr: int, rest: int = 200) -> Auffaelligkeit:
    found = [b for year, own in own_by_year.items() for b in city(ANTEIL, year, own, [rest] * 4)]
    return noticeable(ANTEIL, A, STADT, found, jahr)


# The rest has 20 %. sd of the count 200 is √(1000·0.2·0.8·1.25) = 14.1: 95 % ±28, 99.8 % ±44.
@pytest.mark.parametrize(
    ("own", "urteil"),
    [
        (250, Urteil.UEBER),
        (238, Urteil.IM_RAHMEN),
        (200, Urteil.IM_RAHMEN),
        (162, Urteil.IM_RAHMEN),
        (150, Urteil.UNTER),
    ],
)
def test_outside_the_outer_limits(own: int, urteil: Urteil) -> None:
    found = verdict({2020: own}, 2020)
    assert found.urteil is urteil
    assert found.regel is (None if urteil is Urteil.IM_RAHMEN else Regel.AUSSEN)
    assert found.zeitraum == Zeitraum(2020, 2020)
    assert found.trichter is not None
    assert found.trichter.mitte == pytest.approx(20.0)
    assert found.trichter.streuung == pytest.approx(1.25)


@pytest.mark.parametrize(
    ("years", "regel"),
    [
        ({2017: 238, 2020: 238}, Regel.ZWEI_ZEITRAEUME),
        ({2018: 238, 2020: 238}, None),  # the same children
        ({2017: 162, 2020: 238}, None),  # once above, once below
        ({2016: 238, 2017: 200, 2020: 238}, None),  # only the latest independent year counts
        ({2016: 238, 2017: None, 2020: 238}, Regel.ZWEI_ZEITRAEUME),  # which here is 2016
        ({2017: 300, 2020: 200}, None),  # earlier is over
    ],
)
def test_twice_outside_the_inner_limits(years: dict[int, float | None], regel: Regel | None) -> None:
    found = verdict(years, 2020)
    assert found.regel is regel
    assert found.urteil is (Urteil.UEBER if regel else Urteil.IM_RAHMEN)


def test_the_earlier_period_is_named() -> None:
    assert verdict({2017: 200, 2020: 200}, 2020).zeitraum_frueher == Zeitraum(2017, 2017)
    assert verdict({2018: 200, 2020: 200}, 2020).zeitraum_frueher is None


def test_never_across_a_series_break() -> None:
    def both(first: int, second: int) -> Auffaelligkeit:
        found = [b for year in (first, second) for b in city(DICHTE, year, 60, [30, 30, 30, 30])]
        return noticeable(DICHTE, A, STADT, found, second)

    assert both(2020, 2023).zeitraum_frueher == Zeitraum(2020, 2020)
    assert both(2021, 2024).zeitraum_frueher is None  # break in 2024


def test_clustered_cases_widen_the_limits() -> None:
    """38.8 expected: (x-e)²/e are 33.8 21.4 11.6 7.3 3.6, in the mean 15.5; times 1.25, so 75 is within."""
    found = noticeable(DICHTE, A, STADT, city(DICHTE, 2020, 75, [10, 60, 22, 27]), 2020)
    assert found.trichter is not None
    assert found.trichter.streuung == pytest.approx(15.52 * 1.25, abs=0.01)
    assert found.urteil is Urteil.IM_RAHMEN
    alone = [b for b in city(DICHTE, 2020, 75, [10, 60, 22, 27]) if b.gebiet in (A, STADT)]
    assert noticeable(DICHTE, A, STADT, alone, 2020).urteil is Urteil.UEBER  # no other area to know it from


def test_pooled_years_are_compared_with_the_citys_same_years() -> None:
    window = Beobachtung(DICHTE.id, A, 2022, Status.OK, 60, 3000, 20.0, jahre=3)
    singles = [seen(DICHTE, STADT, jahr, 100, 5000) for jahr in (2020, 2021, 2022)]
    found = noticeable(DICHTE, A, STADT, [window, *singles], 2022)
    assert found.zeitraum == Zeitraum(2020, 2022)
    assert found.trichter is not None
    assert found.trichter.mitte == pytest.approx((300 - 60) / (15000 - 3000) * 1000)
    assert noticeable(DICHTE, A, STADT, [window, *singles[1:]], 2022).grund is Grund.KEIN_VERGLEICH


@pytest.mark.parametrize("status", [Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL])
def test_says_why_there_is_no_verdict(status: Status) -> None:
    found = [b for b in city(ANTEIL, 2020, 200, [200] * 4) if b.gebiet != A]
    without = noticeable(ANTEIL, A, STADT, [*found, Beobachtung(ANTEIL.id, A, 2020, status)], 2020)
    assert without == Auffaelligkeit(Urteil.NICHT_BERECHENBAR, grund=Grund(status.value))


def test_needs_a_city_and_a_distribution() -> None:
    found = city(ANTEIL, 2020, 200, [200] * 4)
    assert noticeable(ANTEIL, A, STADT, found[:-1], 2020).grund is Grund.KEIN_VERGLEICH
    assert noticeable(ANTEIL, A, STADT, [], 2020).grund is Grund.FEHLT
    assert noticeable(SALDO, A, STADT, city(SALDO, 2020, 20, [20] * 4), 2020).grund is Grund.ART
    assert noticeable(DICHTE, A, STADT, city(DICHTE, 2020, 0, [0] * 4), 2020).grund is Grund.ZU_WENIG_FAELLE


@given(st.integers(0, 1000), st.integers(1, 998), st.randoms(use_true_random=False))
def test_more_cases_never_turn_a_verdict_down(own: int, rest: int, chance: object) -> None:
    order = [Urteil.UNTER, Urteil.IM_RAHMEN, Urteil.UEBER]
    low, high = (verdict({2020: x}, 2020, rest).urteil for x in (own, min(own + 25, 1000)))
    assert order.index(low) <= order.index(high)
    found = city(ANTEIL, 2020, own, [rest] * 4)
    chance.shuffle(found)  # type: ignore[attr-defined]
    assert noticeable(ANTEIL, A, STADT, found, 2020) == verdict({2020: own}, 2020, rest)


@pytest.mark.parametrize(("indikator", "share"), [(ANTEIL, 0.2), (DICHTE, 0.03)])
def test_false_alarms_are_as_rare_as_promised(indikator: object, share: float) -> None:
    """2,000 cities without any difference, drawn with a fixed seed: 2 in 1,000 areas may lie outside, here 5 at most.

    Without the factor for the chance of the rest, 99.8 % limits would be 99.4 % ones (3.09/√1.25 = 2.76). Of
    rates there are fewer, because overdispersion is estimated from five areas and never below 1.
    """
    draw = np.random.default_rng(7)
    draws = draw.binomial(1000, share, (2000, 5)) if indikator is ANTEIL else draw.poisson(1000 * share, (2000, 5))
    cities = [city(indikator, 2020, int(row[0]), [int(x) for x in row[1:]]) for row in draws]
    found = [noticeable(indikator, A, STADT, one, 2020) for one in cities]  # type: ignore[arg-type]
    outer = sum(f.urteil is not Urteil.IM_RAHMEN for f in found) / len(found)
    inner = sum(isinstance(f.trichter, Trichter) and f.trichter.side(f.trichter.innen) != 0 for f in found) / len(found)
    assert outer < 0.005
    assert (0.02 if indikator is ANTEIL else 0.005) < inner < 0.06
