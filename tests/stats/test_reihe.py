from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sro.model.wert import Beobachtung, Status
from sro.stats.reihe import Rolle, rest_series, series
from tests.beispiele import ANTEIL, DICHTE, JAHRE, SALDO, STADT, area, seen, years

A = area("01")


def test_every_expected_year_is_there_once() -> None:
    reihe = series(ANTEIL, [seen(ANTEIL, A, 2016, 30)], JAHRE, "Innenstadt", A)
    assert [p.jahr for p in reihe.punkte] == list(JAHRE)
    assert [p.status for p in reihe.punkte[:3]] == [Status.FEHLT, Status.OK, Status.FEHLT]
    assert [p.jahr for p in reihe.shown] == [2016]


def test_sections_end_at_gaps_and_breaks() -> None:
    counts = [30, 31, None, 33, 34, None, None, 35, 36, 37]  # 2015 ... 2024, break in 2024
    reihe = series(DICHTE, years(DICHTE, A, counts), JAHRE, "Innenstadt", A)
    assert [(p.jahr, p.abschnitt) for p in reihe.shown] == [
        (2015, 0), (2016, 0), (2018, 1), (2019, 1), (2022, 2), (2023, 2), (2024, 3),
    ]  # fmt: skip


@given(st.lists(st.one_of(st.none(), st.integers(0, 400)), min_size=10, max_size=10))
def test_a_line_joins_only_neighbours_with_values_on_one_side_of_the_break(counts: list[int | None]) -> None:
    reihe = series(DICHTE, years(DICHTE, A, counts), JAHRE, "Innenstadt", A)
    for before, after in pairwise(reihe.shown):
        joined = before.abschnitt == after.abschnitt
        assert joined == (after.jahr - before.jahr == 1 and not before.jahr < 2024 <= after.jahr)


def test_pooled_windows_are_neighbours() -> None:
    observations = [seen(ANTEIL, A, jahr, 30) for jahr in (2017, 2020, 2023)]
    assert {p.abschnitt for p in series(ANTEIL, observations, (2017, 2020, 2023), "Innenstadt", A).punkte} == {0}


def test_a_hidden_year_carries_no_number() -> None:
    point = series(ANTEIL, years(ANTEIL, A, [None]), (2015,), "Innenstadt", A).punkte[0]
    assert (point.status, point.wert, point.unten, point.oben, point.zaehler) == (Status.GEHEIM, *[None] * 4)


def test_limits_where_they_have_a_meaning() -> None:
    share = series(ANTEIL, years(ANTEIL, A, [200]), (2015,), "Innenstadt", A).punkte[0]
    assert share.unten is not None
    assert share.oben is not None
    assert share.unten < 20 < share.oben
    assert series(SALDO, years(SALDO, A, [200]), (2015,), "Innenstadt", A).punkte[0].unten is None


def test_other_areas_and_indicators_are_left_out() -> None:
    others = [seen(ANTEIL, area("02"), 2015, 30), seen(SALDO, A, 2015, 30)]
    assert series(ANTEIL, others, (2015,), "Innenstadt", A).shown == ()


def test_the_rest_of_the_city_says_why_it_is_silent() -> None:
    city = [seen(ANTEIL, STADT, 2015 + i, 300, 2000) for i in range(3)]
    own = years(ANTEIL, A, [100, None])
    rest = rest_series(ANTEIL, city, own, (2015, 2016, 2017))
    assert rest.rolle is Rolle.REST
    assert [(p.status, p.wert) for p in rest.punkte] == [(Status.OK, 20.0), (Status.GEHEIM, None), (Status.FEHLT, None)]


def test_the_rest_of_the_city_over_pooled_years() -> None:
    """300 cases of three years in the city, 60 of them in the area; the city publishes single years."""
    window = Beobachtung(ANTEIL.id, A, 2017, Status.OK, 60, 3000, 2.0, jahre=3)
    city = [seen(ANTEIL, STADT, jahr, 100, 5000) for jahr in (2015, 2016, 2017)]
    point = rest_series(ANTEIL, city, [window], (2017,)).punkte[0]
    assert (point.zaehler, point.nenner, point.wert, point.jahre) == (240, 12000, 2.0, 3)
    assert rest_series(ANTEIL, city[1:], [window], (2017,)).punkte[0].status is Status.FEHLT
