from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from scipy.stats import zscore

from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.aehnlich import Vergleichsgebiete, comparable
from sro.stats.grund import Grund
from sro.stats.standardisiert import Luecke
from tests.beispiele import ANTEIL, area, seen

GEBIETE = [area(f"{i:02}") for i in range(8)]
OTHER = replace(ANTEIL, id="andere")


def observed(indikator: Indikator, counts: list[int | None]) -> list[Beobachtung]:
    return [seen(indikator, g, 2020, x) for g, x in zip(GEBIETE, counts, strict=False)]


def of(first: list[int | None], second: list[int | None], anzahl: int = 3) -> Vergleichsgebiete:
    found = [*observed(ANTEIL, first), *observed(OTHER, second)]
    return comparable(GEBIETE[0], [ANTEIL, OTHER], GEBIETE[: len(first)], found, anzahl)


def test_by_hand() -> None:
    """2 4 4 4 5 5 7 9: mean 5, deviation 2. From the first (z -1.5) the 4s lie 1 away, the 9 lies 3.5 away."""
    found = of([2, 4, 4, 4, 5, 5, 7, 9], [2, 4, 4, 4, 5, 5, 7, 9], 7)
    assert [one.abstand for one in found.gebiete] == pytest.approx([1, 1, 1, 1.5, 1.5, 2.5, 3.5])
    assert [one.gebiet for one in found.gebiete] == GEBIETE[1:]  # ties in the order of their ids
    assert found.gebiete[0].je_indikator == {ANTEIL.id: pytest.approx(1.0), OTHER.id: pytest.approx(1.0)}


distinct = st.lists(st.integers(10, 900), min_size=8, max_size=8, unique=True)


@given(distinct, distinct, st.integers(2, 10))
def test_agrees_with_scipy_and_the_unit_does_not_matter(first: list[int], second: list[int], scale: int) -> None:
    scores = np.column_stack([zscore(first), zscore(second)])
    expected = np.sort(cdist(scores[:1], scores[1:])[0] / np.sqrt(2))
    found = of([*first], [*second], 7)
    assert [one.abstand for one in found.gebiete] == pytest.approx(list(expected), abs=1e-9)
    coarse = replace(OTHER, faktor=OTHER.faktor * scale)
    observations = [*observed(ANTEIL, [*first]), *observed(coarse, [*second])]
    other = comparable(GEBIETE[0], [ANTEIL, coarse], GEBIETE, observations[::-1], 7)
    assert [one.abstand for one in other.gebiete] == pytest.approx(list(expected), abs=1e-9)


def test_areas_without_all_values_are_left_out() -> None:
    found = of([10, 20, 30, 40, 50, 60], [10, 20, None, 40, 50, 60])
    assert GEBIETE[2] not in [one.gebiet for one in found.gebiete]
    assert found.ohne == {GEBIETE[2]: Luecke(OTHER.id, Grund.GEHEIM)}


@pytest.mark.parametrize(
    ("first", "second", "grund"),
    [
        ([None, 20, 30, 40, 50, 60], [10, 20, 30, 40, 50, 60], Grund.GEHEIM),
        ([10, 20, 30, 40], [10, 20, 30, 40], Grund.ZU_WENIG_GEBIETE),
        ([10], [10], Grund.ZU_WENIG_GEBIETE),
        ([10, 20, 30, 40, 50], [0, 0, 0, 0, 0], Grund.OHNE_STREUUNG),
    ],
)
def test_says_why_there_is_no_answer(first: list[int | None], second: list[int | None], grund: Grund) -> None:
    found = of(first, second)
    assert (found.gebiete, found.grund) == ((), grund)


def test_needs_an_indicator() -> None:
    assert comparable(GEBIETE[0], [], GEBIETE, []).grund is Grund.ZU_WENIG_INDIKATOREN
