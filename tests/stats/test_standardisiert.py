from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import zscore

from sro.model.gebiet import GebietKey
from sro.stats.grund import Grund
from sro.stats.standardisiert import Luecke, standardised, table, z_scores
from tests.beispiele import ANTEIL, DICHTE, area, seen

GEBIETE = [area(f"0{i}") for i in range(1, 6)]


def values(numbers: list[float]) -> dict[GebietKey, float]:
    return {area(f"{i:02}"): number for i, number in enumerate(numbers)}


def test_z_scores_by_hand() -> None:
    """2 4 4 4 5 5 7 9: mean 5, squares 9 1 1 1 0 0 4 16, deviation √(32/8) = 2."""
    found = z_scores(values([2, 4, 4, 4, 5, 5, 7, 9]))
    assert isinstance(found, dict)
    assert list(found.values()) == pytest.approx([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2])


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=30), st.floats(0.01, 100), st.integers(-500, 500))
def test_unit_and_origin_do_not_matter(numbers: list[int], scale: float, shift: int) -> None:
    assume(len(set(numbers)) > 1)
    found, other = (z_scores(values(row)) for row in ([*numbers], [n * scale + shift for n in numbers]))
    assert isinstance(found, dict)
    assert isinstance(other, dict)
    assert list(other.values()) == pytest.approx(list(found.values()), abs=1e-6)
    assert list(found.values()) == pytest.approx(list(zscore(numbers)), abs=1e-9)


@pytest.mark.parametrize("numbers", [[3.0], [0.0, 0.0, 0.0], [0.1 + 0.2, 0.3, 0.3]])
def test_a_constant_distinguishes_nothing(numbers: list[float]) -> None:
    assert z_scores(values(numbers)) is Grund.OHNE_STREUUNG
    assert z_scores({}) is Grund.ZU_WENIG_GEBIETE


def test_the_table_holds_areas_with_all_values_and_says_what_the_others_lack() -> None:
    found = [seen(ANTEIL, g, 2020, 100 + i) for i, g in enumerate(GEBIETE)]
    found += [seen(DICHTE, GEBIETE[0], 2020, 20), seen(DICHTE, GEBIETE[1], 2020, None)]
    tabelle = table([ANTEIL, DICHTE], GEBIETE, found)
    assert tabelle.werte == {GEBIETE[0]: (10.0, 20.0)}
    assert tabelle.ohne == {
        GEBIETE[1]: Luecke(DICHTE.id, Grund.GEHEIM),
        **{g: Luecke(DICHTE.id, Grund.FEHLT) for g in GEBIETE[2:]},
    }
    assert standardised(tabelle) == Luecke(ANTEIL.id, Grund.OHNE_STREUUNG)  # one area alone


def test_refuses_two_years_and_an_indicator_twice() -> None:
    with pytest.raises(ValueError, match="mehr als einen Wert"):
        table([ANTEIL], GEBIETE, [seen(ANTEIL, GEBIETE[0], jahr, 20) for jahr in (2019, 2020)])
    with pytest.raises(ValueError, match="nur einmal"):
        table([ANTEIL, ANTEIL], GEBIETE, [])
