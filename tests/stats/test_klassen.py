from __future__ import annotations

import itertools
import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.stats.klassen import Methode, _ticks, classify, diverging
from sro.stats.runden import rounded

METHODS = [Methode.QUANTILE, Methode.NATUERLICH, Methode.GLEICH]
VALUES = st.lists(st.floats(-500, 5000, allow_nan=False), min_size=1, max_size=40)


@pytest.mark.parametrize("methode", METHODS)
@given(werte=VALUES, k=st.integers(1, 7), decimals=st.integers(0, 2))
def test_every_shown_value_lies_in_the_span_of_its_class(
    methode: Methode, werte: list[float], k: int, decimals: int
) -> None:
    klassen = classify(werte, methode, k, nachkommastellen=decimals)
    for wert in werte:
        low, high = klassen.span(klassen.index(wert))
        assert low <= float(rounded(wert, decimals)) <= high


@pytest.mark.parametrize("methode", METHODS)
@given(werte=VALUES, k=st.integers(1, 7))
def test_edges_run_from_smallest_to_largest_and_increase(methode: Methode, werte: list[float], k: int) -> None:
    klassen = classify(werte, methode, k)
    shown = [float(rounded(wert, 1)) for wert in werte]
    assert (klassen.grenzen[0], klassen.grenzen[-1]) == (min(shown), max(shown))
    assert all(a < b for a, b in itertools.pairwise(klassen.grenzen[1:]))
    assert klassen.grenzen[0] <= klassen.grenzen[1]
    assert len(klassen) <= min(k, len(set(shown)))
    if methode is not Methode.GLEICH:
        assert all(klassen.counts(werte))


@pytest.mark.parametrize("methode", METHODS)
@given(werte=VALUES, k=st.integers(1, 7), seed=st.randoms(use_true_random=False))
def test_order_does_not_matter(methode: Methode, werte: list[float], k: int, seed: random.Random) -> None:
    shuffled = list(werte)
    seed.shuffle(shuffled)
    assert classify(shuffled, methode, k) == classify(werte, methode, k)


@given(werte=st.lists(st.integers(0, 60).map(float), min_size=2, max_size=10), k=st.integers(2, 4))
def test_natural_breaks_are_the_best_of_all_partitions(werte: list[float], k: int) -> None:
    klassen = classify(werte, Methode.NATUERLICH, k, nachkommastellen=0)
    groups = [[w for w in werte if klassen.index(w) == i] for i in range(len(klassen))]
    assert _spread(groups) == pytest.approx(_best(werte, len(klassen)), abs=1e-6)


def _best(werte: Sequence[float], k: int) -> float:
    """The least squared distance to the class means, by trying every way to cut the distinct values into k runs."""
    distinct = sorted(set(werte))
    cuts = itertools.combinations(range(1, len(distinct)), k - 1)
    runs = ([distinct[a:b] for a, b in itertools.pairwise((0, *cut, len(distinct)))] for cut in cuts)
    return min(_spread([[w for w in werte if w in run] for run in partition]) for partition in runs)


def _spread(groups: Sequence[Sequence[float]]) -> float:
    return sum(sum((w - sum(g) / len(g)) ** 2 for w in g) for g in groups)


def test_quantiles_hold_equal_numbers() -> None:
    klassen = classify([float(n) for n in range(1, 11)], Methode.QUANTILE, 5)
    assert klassen.grenzen == (1, 2, 4, 6, 8, 10)
    assert klassen.counts(range(1, 11)) == (2, 2, 2, 2, 2)


def test_equal_steps_may_leave_a_class_empty() -> None:
    klassen = classify([0.0, 1.0, 2.0, 9.0, 10.0], Methode.GLEICH, 5)
    assert klassen.grenzen == (0, 2, 4, 6, 8, 10)
    assert klassen.counts([0, 1, 2, 9, 10]) == (3, 0, 0, 0, 2)


def test_manual_edges_without_values_on_both_sides_are_dropped() -> None:
    klassen = classify([12.0, 18.0, 31.0], Methode.MANUELL, 9, grenzen=(30, 15, 5, 40))
    assert klassen.grenzen == (12, 15, 30, 31)


def test_an_edge_belongs_to_the_class_below_and_outside_values_to_the_ends() -> None:
    klassen = classify([12.0, 18.0, 31.0], Methode.MANUELL, 0, grenzen=(15, 20))
    assert [klassen.index(w) for w in (15, 15.04, 15.06, 20, -3, 99)] == [0, 0, 1, 1, 0, 2]
    assert [klassen.span(i) for i in range(3)] == [(12, 15), (15.1, 20), (20.1, 31)]


def test_one_value_is_one_class_and_none_is_no_class() -> None:
    assert classify([7.0, 7.0], Methode.QUANTILE, 5).grenzen == (7, 7)
    assert len(classify([float("nan"), float("inf")], Methode.QUANTILE, 5)) == 0
    with pytest.raises(ValueError, match="Ohne Werte"):
        classify([], Methode.GLEICH, 5).index(1)


@pytest.mark.parametrize("methode", METHODS)
@given(werte=VALUES, mitte=st.floats(-600, 6000), below=st.integers(1, 3), above=st.integers(1, 3))
def test_the_reference_parts_the_classes(
    methode: Methode, werte: list[float], mitte: float, below: int, above: int
) -> None:
    klassen = diverging(werte, mitte, below, above, methode)
    assert klassen.unten <= below
    assert len(klassen) - klassen.unten <= above
    for wert in werte:
        assert (klassen.index(wert) < klassen.unten) == (rounded(wert, 1) <= rounded(mitte, 1))


def test_many_values_are_classified_quickly_and_always_alike() -> None:
    draw = random.Random(1)
    many = [draw.gammavariate(3, 900) for _ in range(20_000)]
    started = time.perf_counter()
    klassen = classify(many, Methode.NATUERLICH, 5)
    assert time.perf_counter() - started < 20  # cubic time would take hours
    assert klassen == classify(sorted(many), Methode.NATUERLICH, 5)
    assert len(klassen) == 5


@given(
    werte=st.lists(st.one_of(st.floats(-1e15, 1e15), st.integers(-4000, 4000).map(lambda n: n / 16)), max_size=60),
    digits=st.integers(0, 3),
)
def test_many_values_are_rounded_as_each_is_written(werte: list[float], digits: int) -> None:
    assert _ticks(werte, digits).tolist() == sorted(int(rounded(wert, digits) * 10**digits) for wert in werte)
