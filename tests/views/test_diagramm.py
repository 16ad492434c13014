from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sro.views.zahlen.diagramm import value_axis


@given(st.lists(st.floats(-1e5, 1e5, allow_subnormal=False).filter(lambda v: v == 0 or abs(v) > 1e-3), max_size=20))
def test_the_axis_holds_zero_and_all_values_on_round_ticks(werte: list[float]) -> None:
    axis = value_axis(werte)
    assert axis.low <= min([*werte, 0]) + 1e-6 * abs(axis.low)
    assert axis.high >= max([*werte, 0]) - 1e-6 * abs(axis.high)
    assert 2 <= len(axis.ticks) <= 7
    assert all(round(tick, axis.decimals) == tick for tick in axis.ticks)


def test_a_share_ends_at_its_cap() -> None:
    assert value_axis([97.0, 112.0], cap=100).ticks[-1] == 100


def test_steps_are_round() -> None:
    assert value_axis([56.7]).ticks == (0, 20, 40, 60)
    assert value_axis([0.8]).ticks == (0, 0.2, 0.4, 0.6, 0.8)
