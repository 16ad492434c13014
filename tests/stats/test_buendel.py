"""Sums are done by hand; limits come from the formulas tried in test_intervall."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.buendel import Buendel, pooled
from sro.stats.grund import Grund
from sro.stats.intervall import interval, interval_of
from sro.stats.zeitraum import Zeitraum
from tests.beispiele import ANTEIL, DICHTE, SALDO, area, seen, years

A = area("01")


def of(indikator: Indikator, counts: Sequence[float | None]) -> Buendel:
    return pooled(indikator, years(indikator, A, counts))


def test_windows_are_counted_back_from_the_newest_year() -> None:
    """2015 to 2022: 2020-2022 and 2017-2019; 2015 and 2016 are no window."""
    found = of(DICHTE, [9, 9, 10, 11, 12, 13, 14, 15])
    assert [(f.zeitraum, f.zaehler, f.nenner) for f in found.fenster] == [
        (Zeitraum(2017, 2019), 33, 3000),
        (Zeitraum(2020, 2022), 42, 3000),
    ]
    assert [f.wert for f in found.fenster] == [pytest.approx(11.0), pytest.approx(14.0)]  # of one year
    assert found.grund is None


def test_events_of_three_years_are_more_evidence_than_of_one() -> None:
    found = of(DICHTE, [15, 15, 15])
    assert found.fenster[0].intervall == interval(DICHTE, 45, 3000)
    one_year = interval_of(DICHTE, seen(DICHTE, A, 2017, 15))
    assert one_year is not None
    assert found.fenster[0].intervall.oben < one_year.oben


def test_a_stock_is_not() -> None:
    """On three days the same children are counted: the limits stay those of one day with 15 of 1,000."""
    found = of(ANTEIL, [15, 15, 15])
    assert (found.fenster[0].zaehler, found.fenster[0].nenner) == (45, 3000)
    assert found.fenster[0].intervall == interval_of(ANTEIL, seen(ANTEIL, A, 2017, 15))


@pytest.mark.parametrize(
    ("indikator", "counts", "grund"),
    [
        (DICHTE, [5, 5, 20], Grund.GENUG_FAELLE),
        (DICHTE, [5, 5, None], Grund.GEHEIM),
        (DICHTE, [5, None, 5], Grund.GEHEIM),
        (DICHTE, [5, 5], Grund.ZU_WENIG_PUNKTE),
        (DICHTE, [5], Grund.ZU_WENIG_PUNKTE),
        (DICHTE, [], Grund.FEHLT),
        (SALDO, [5, 5, 5], Grund.ART),
    ],
)
def test_says_why_there_is_no_window(indikator: Indikator, counts: list[float | None], grund: Grund) -> None:
    assert of(indikator, counts) == Buendel(grund=grund)


def test_all_zero_is_a_window_of_zero() -> None:
    window = of(DICHTE, [0, 0, 0]).fenster[0]
    assert (window.wert, window.intervall.unten) == (0.0, 0.0)
    assert window.intervall.oben == pytest.approx(3.689 / 3, abs=0.001)  # -ln 0.025 = 3.689 cases in 3,000 person-years


def test_a_missing_year_ends_no_other_window() -> None:
    found = of(DICHTE, [7, 8, None, 9, 10, 11])
    assert [f.zeitraum for f in found.fenster] == [Zeitraum(2018, 2020)]
    without_2016 = [b for b in years(DICHTE, A, [7, 8, 9]) if b.jahr != 2016]
    assert pooled(DICHTE, without_2016).grund is Grund.FEHLT


def test_never_across_a_series_break() -> None:
    """Break in 2024: 2022-2024 is none, 2019-2021 stays."""
    found = of(DICHTE, [9] * 10)
    assert [f.zeitraum for f in found.fenster] == [Zeitraum(2016, 2018), Zeitraum(2019, 2021)]
    late = [seen(DICHTE, A, jahr, 9) for jahr in (2022, 2023, 2024)]
    assert pooled(DICHTE, late).grund is Grund.REIHENBRUCH


def test_what_the_import_has_pooled_stays() -> None:
    window = Beobachtung(DICHTE.id, A, 2020, Status.OK, 12, 3000, 4.0, jahre=3)
    assert pooled(DICHTE, [window]).grund is Grund.GENUG_FAELLE


def test_refuses_two_areas() -> None:
    with pytest.raises(ValueError, match="eines Gebiets"):
        pooled(DICHTE, [seen(DICHTE, A, 2020, 5), seen(DICHTE, area("02"), 2021, 5)])


@given(st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=9))
def test_windows_never_overlap_nor_hold_a_hidden_year(counts: list[int | None]) -> None:
    found = of(DICHTE, counts)
    assert bool(found.fenster) is (found.grund is None)
    covered = [jahr for f in found.fenster for jahr in range(f.zeitraum.von, f.zeitraum.bis + 1)]
    assert len(covered) == len(set(covered)) == 3 * len(found.fenster)
    assert all(counts[jahr - 2015] is not None for jahr in covered)
    assert pooled(DICHTE, reversed(years(DICHTE, A, counts))) == found
