from __future__ import annotations

import pytest

from sro.model.wert import Beobachtung, Status
from sro.stats.stadtwert import same_period
from sro.stats.zeitraum import Zeitraum, independent, period_of
from tests.beispiele import ANTEIL, DICHTE, STADT, area, seen

A = area("01")


def window(jahr: int) -> Beobachtung:
    return Beobachtung(ANTEIL.id, A, jahr, Status.OK, 60, 3000, 2.0, jahre=3)


def test_the_period_of_an_observation() -> None:
    assert period_of(seen(ANTEIL, A, 2020, 5)) == Zeitraum(2020, 2020)
    assert period_of(window(2020)) == Zeitraum(2018, 2020)


@pytest.mark.parametrize(
    ("frueher", "spaeter", "expected"),
    [
        ((2021, 2021), (2024, 2024), True),
        ((2022, 2022), (2024, 2024), False),
        ((2016, 2018), (2021, 2023), True),
        ((2019, 2021), (2022, 2024), False),  # end to end: helps run on over the turn of the year
        ((2024, 2024), (2024, 2024), False),
        ((2024, 2024), (2020, 2020), False),
    ],
)
def test_two_full_years_lie_between_independent_periods(
    frueher: tuple[int, int], spaeter: tuple[int, int], expected: bool
) -> None:
    assert independent(Zeitraum(*frueher), Zeitraum(*spaeter)) is expected


def test_the_city_over_the_area_s_years_is_a_sum() -> None:
    singles = [seen(ANTEIL, STADT, jahr, n, 5000) for jahr, n in ((2018, 100), (2019, 110), (2020, 90))]
    found = same_period(ANTEIL, singles, window(2020))
    assert found == Beobachtung(ANTEIL.id, STADT, 2020, Status.OK, 300, 15000, 2.0, jahre=3)
    assert same_period(ANTEIL, singles, seen(ANTEIL, A, 2019, 5)) is singles[1]
    assert same_period(ANTEIL, singles, None) is None


def test_no_city_value_over_hidden_years_or_breaks() -> None:
    singles = [seen(ANTEIL, STADT, jahr, n, 5000) for jahr, n in ((2018, 100), (2019, None), (2020, 90))]
    assert same_period(ANTEIL, singles, window(2020)) is None
    assert same_period(ANTEIL, singles[1:], window(2020)) is None
    across = Beobachtung(DICHTE.id, A, 2025, Status.OK, 60, 3000, 20.0, jahre=3)
    assert same_period(DICHTE, [seen(DICHTE, STADT, jahr, 100) for jahr in (2023, 2024, 2025)], across) is None


def test_a_window_published_for_the_city_is_taken_as_it_is() -> None:
    whole = Beobachtung(ANTEIL.id, STADT, 2020, Status.GEHEIM, jahre=3)
    singles = [seen(ANTEIL, STADT, jahr, 100, 5000) for jahr in (2018, 2019, 2020)]
    assert same_period(ANTEIL, [whole, *singles], window(2020)) is whole
