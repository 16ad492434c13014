"""The exact choice and the heuristic on the same small problems."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sro.protect.auswahl import waehlen
from sro.protect.heuristik import gierig
from sro.protect.schnitt import Schnitt

ALLE = np.ones(4, dtype=bool)
ERSTE = np.array([True, False, False, False])
KOSTEN = np.array([0.0, 1.0, 3.0, 7.0])


def schnitt(gewichte: list[float], fuer: int, breite: float) -> Schnitt:
    return Schnitt(np.arange(4), np.array(gewichte, dtype=float), fuer, breite)


@pytest.mark.parametrize("wahl", [waehlen, gierig])
def test_the_cheapest_cell_is_enough(wahl: object) -> None:
    muster = wahl(KOSTEN, ALLE, ERSTE, [schnitt([0, 1, 1, 1], 0, 1)])  # type: ignore[operator]
    assert muster.tolist() == [True, True, False, False]


@pytest.mark.parametrize("wahl", [waehlen, gierig])
def test_a_cell_that_is_drawn_in_has_its_own_needs(wahl: object) -> None:
    schnitte = [schnitt([0, 1, 0, 0], 0, 1), schnitt([0, 0, 0, 1], 1, 1)]
    muster = wahl(KOSTEN, ALLE, ERSTE, schnitte)  # type: ignore[operator]
    assert muster.tolist() == [True, True, False, True]


@pytest.mark.parametrize("wahl", [waehlen, gierig])
def test_what_cannot_be_fulfilled_has_no_pattern(wahl: object) -> None:
    waehlbar = np.array([False, True, False, False])
    assert wahl(KOSTEN, waehlbar, ERSTE, [schnitt([0, 0, 1, 1], 0, 1)]) is None  # type: ignore[operator]


def test_one_dear_cell_may_be_cheaper_than_two() -> None:
    """The greedy choice takes 1 first and then 3 as well; the exact one takes 3 alone."""
    kosten = np.array([0.0, 1.0, 9.0, 3.0])
    schnitte = [schnitt([0, 2, 0, 5], 0, 5)]
    exakt = waehlen(kosten, ALLE, ERSTE, schnitte)
    schnell = gierig(kosten, ALLE, ERSTE, schnitte)
    assert exakt is not None
    assert schnell is not None
    assert np.flatnonzero(exakt).tolist() == [0, 3]
    assert np.flatnonzero(schnell).tolist() == [0, 1, 3]


zahlen = st.lists(st.integers(0, 4), min_size=4, max_size=4)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(zahlen, st.integers(0, 3), st.integers(1, 5)), min_size=1, max_size=4))
def test_the_exact_choice_is_the_best_of_all_patterns(beschrieben: list[tuple[list[int], int, int]]) -> None:
    schnitte = [schnitt([float(min(g, b)) for g in gewichte], fuer, b) for gewichte, fuer, b in beschrieben]
    alle = [np.array([True, *(bool(i >> j & 1) for j in range(3))]) for i in range(8)]
    gute = [float(KOSTEN[m].sum()) for m in alle if all(s.fehlt(m) <= 0 for s in schnitte)]
    exakt = waehlen(KOSTEN, ALLE, ERSTE, schnitte)
    assert (exakt is None) == (not gute)
    if exakt is not None:
        assert KOSTEN[exakt].sum() == pytest.approx(min(gute))
