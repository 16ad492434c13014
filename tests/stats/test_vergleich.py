from __future__ import annotations

import pytest

from sro.model.wert import Beobachtung, Status
from sro.stats.vergleich import rest_of_city
from tests.beispiele import ANTEIL, SALDO, STADT, area, seen


def test_the_rest_comes_from_sums() -> None:
    rest = rest_of_city(seen(ANTEIL, STADT, 2020, 300, 1000), seen(ANTEIL, area("01"), 2020, 100, 200), ANTEIL)
    assert rest == (200, 800, 25.0)  # not the city's 30 % minus anything


def test_no_rest_without_both_values() -> None:
    city, hidden = seen(ANTEIL, STADT, 2020, 300), seen(ANTEIL, area("01"), 2020, None)
    assert rest_of_city(city, hidden, ANTEIL) is None
    assert rest_of_city(None, hidden, ANTEIL) is None
    assert rest_of_city(city, None, ANTEIL) is None


def test_no_rest_of_too_few_people() -> None:
    city, nearly_all = seen(ANTEIL, STADT, 2020, 300, 1000), seen(ANTEIL, area("01"), 2020, 290, 960)
    assert rest_of_city(city, nearly_all, ANTEIL) is None  # 40 people, the least is 50


def test_a_negative_rest_exists_for_balances_alone() -> None:
    def rest(indikator: object) -> object:
        return rest_of_city(seen(SALDO, STADT, 2020, 10, 1000), seen(SALDO, area("01"), 2020, 30, 200), indikator)  # type: ignore[arg-type]

    assert rest(SALDO) == (-20, 800, -25.0)
    assert rest(ANTEIL) is None


def test_different_years_do_not_compare() -> None:
    with pytest.raises(ValueError, match="gehören nicht zusammen"):
        rest_of_city(seen(ANTEIL, STADT, 2020, 300), seen(ANTEIL, area("01"), 2021, 10), ANTEIL)


def test_one_year_of_the_city_is_not_compared_with_three_of_an_area() -> None:
    pooled = Beobachtung(ANTEIL.id, area("01"), 2020, Status.OK, 60, 3000, 2.0, jahre=3)
    assert rest_of_city(seen(ANTEIL, STADT, 2020, 900, 9000), pooled, ANTEIL) is None
    whole = Beobachtung(ANTEIL.id, STADT, 2020, Status.OK, 900, 9000, 10.0, jahre=3)
    assert rest_of_city(whole, pooled, ANTEIL) == (840, 6000, pytest.approx(14.0))
