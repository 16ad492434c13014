from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.stats.grund import Grund
from sro.stats.summe import Summe, together
from tests.beispiele import ANTEIL, area, seen


def test_from_sums_and_not_from_a_mean_of_rates() -> None:
    found = together(ANTEIL, [seen(ANTEIL, area("01"), 2020, 30, 100), seen(ANTEIL, area("02"), 2020, 90, 900)])
    assert found == Summe(120, 1000, 12.0)  # the mean of 30 % and 10 % would be 20 %


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(500, 900)), min_size=1, max_size=8))
def test_lies_between_the_areas_in_any_order(counts: list[tuple[int, int]]) -> None:
    areas = [seen(ANTEIL, area(f"{i:02}"), 2020, x, n) for i, (x, n) in enumerate(counts)]
    found = together(ANTEIL, areas)
    assert isinstance(found, Summe)
    shown = [b.wert for b in areas if b.wert is not None]
    assert min(shown) - 1e-9 <= found.wert <= max(shown) + 1e-9
    assert together(ANTEIL, areas[::-1]) == found


def test_nothing_from_a_hidden_area() -> None:
    seen_one, hidden = seen(ANTEIL, area("01"), 2020, 30), seen(ANTEIL, area("02"), 2020, None)
    assert together(ANTEIL, [seen_one, hidden]) is Grund.GEHEIM
    assert together(ANTEIL, []) is Grund.FEHLT
    assert together(ANTEIL, [seen(ANTEIL, area("01"), 2020, 3, 40)]) is Grund.NICHT_SINNVOLL


def test_refuses_what_cannot_be_added() -> None:
    one = seen(ANTEIL, area("01"), 2020, 30)
    for other in (one, seen(ANTEIL, area("02"), 2021, 30), seen(ANTEIL, one.gebiet._replace(ebene="stadt"), 2020, 30)):
        with pytest.raises(ValueError, match="Zusammengezählt werden"):
            together(ANTEIL, [one, other])
