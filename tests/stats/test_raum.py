"""esda computes; here its results are tried against the textbook formula written out with numpy."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.gebiet import GebietKey
from sro.stats.grund import Grund
from sro.stats.raum import HINWEIS, Muster, Raumbezug, discoveries, spatial, two_sided

SIDE = 6
FIELD = [GebietKey("stadtbezirk", f"{i}{j}") for i in range(SIDE) for j in range(SIDE)]
TOUCHING = [
    (GebietKey("stadtbezirk", f"{i}{j}"), GebietKey("stadtbezirk", f"{i + a}{j + b}"))
    for i in range(SIDE)
    for j in range(SIDE)
    for a, b in ((0, 1), (1, 0), (1, 1), (1, -1))
    if i + a < SIDE and 0 <= j + b < SIDE
]
SLOPE = {gebiet: float(int(gebiet.id[0]) + int(gebiet.id[1]) + 0.37 * ((5 * n) % 7)) for n, gebiet in enumerate(FIELD)}


def weights() -> np.ndarray:
    """Row-standardised contacts of the field."""
    matrix = np.zeros((len(FIELD), len(FIELD)))
    for one, other in TOUCHING:
        matrix[FIELD.index(one), FIELD.index(other)] = matrix[FIELD.index(other), FIELD.index(one)] = 1
    return matrix / matrix.sum(axis=1, keepdims=True)


def test_morans_i_and_lisa_by_the_formula() -> None:
    """I = z'Wz / z'z with rows of W adding up to 1; local I_i = (n-1) z_i (Wz)_i / z'z."""
    found = spatial(SLOPE, TOUCHING)
    z = np.array([SLOPE[gebiet] for gebiet in FIELD])
    z -= z.mean()
    lag = weights() @ z
    assert found.n == 36
    assert found.moran == pytest.approx(float(z @ lag / (z @ z)))
    assert found.erwartet == pytest.approx(-1 / 35)
    assert [one.gebiet for one in found.gebiete] == FIELD
    assert [one.lokal for one in found.gebiete] == pytest.approx(list(35 * z * lag / (z @ z)))
    words = {1: "hoch", 0: "niedrig"}
    expected = [f"{words[int(own > 0)]}_{words[int(near > 0)]}" for own, near in zip(z, lag, strict=True)]
    assert [one.muster.value for one in found.gebiete] == expected
    assert found.p is not None
    assert found.p < 0.01
    strong = {one.muster for one in found.gebiete if one.belastbar}
    assert strong <= {Muster.HOCH_HOCH, Muster.NIEDRIG_NIEDRIG}
    assert strong
    assert (found.grund, found.satz) == (None, HINWEIS)


def test_the_same_twice_in_any_order_without_touching_others_chance() -> None:
    np.random.seed(1)
    first = spatial(SLOPE, TOUCHING)
    after = np.random.random()
    np.random.seed(1)
    assert np.random.random() == after
    turned = [(other, one) for one, other in reversed(TOUCHING)]
    assert spatial(dict(reversed(SLOPE.items())), [*turned, *TOUCHING]) == first


def test_no_pattern_in_shuffled_values() -> None:
    """Ten shuffles with a fixed seed: about one false alarm in twenty, and next to none after the correction."""
    draw = np.random.default_rng(5)
    found = [spatial(dict(zip(FIELD, draw.permutation(36).tolist(), strict=True)), TOUCHING) for _ in range(10)]
    assert sum(one.p is not None and one.p < 0.05 for one in found) <= 2
    assert sum(area.belastbar for one in found for area in one.gebiete) <= 2


def test_with_few_areas_it_says_so_instead() -> None:
    ten = {gebiet: SLOPE[gebiet] for gebiet in FIELD[:10]}
    found = spatial(ten, TOUCHING)
    assert (found.n, found.moran, found.p, found.gebiete, found.grund) == (10, None, None, (), Grund.ZU_WENIG_GEBIETE)
    assert "erst ab 35 Gebieten" in found.satz
    assert "hier sind es 10" in found.satz
    assert spatial({}, []).grund is Grund.ZU_WENIG_GEBIETE


def test_the_least_number_of_areas_is_35() -> None:
    fewer = dict(list(SLOPE.items())[:35])
    assert spatial(fewer, TOUCHING).moran is not None
    assert spatial(dict(list(SLOPE.items())[:34]), TOUCHING).moran is None


def test_islands_are_named_and_do_not_count() -> None:
    island = GebietKey("stadtbezirk", "99")
    found = spatial({**SLOPE, island: 100.0}, TOUCHING)
    assert found.ohne_nachbarn == (island,)
    assert found.moran == spatial(SLOPE, TOUCHING).moran
    assert spatial(SLOPE, []) == Raumbezug(
        0, ohne_nachbarn=tuple(FIELD), grund=Grund.ZU_WENIG_GEBIETE, satz=spatial({}, []).satz
    )


def test_the_same_everywhere_is_no_pattern() -> None:
    found = spatial(dict.fromkeys(FIELD, 0.0), TOUCHING)
    assert (found.moran, found.grund, found.satz) == (None, Grund.OHNE_STREUUNG, Grund.OHNE_STREUUNG.satz)


def test_benjamini_and_hochberg_by_their_own_example() -> None:
    """Benjamini & Hochberg 1995, section 3.1: of 15 p-values the four smallest stay at 5 %, Bonferroni keeps three."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
         0.7590, 1.0]  # fmt: skip
    assert list(discoveries(np.array(p))) == [True] * 4 + [False] * 11
    assert not discoveries(np.array([0.3, 0.04])).any()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_correction_keeps_fewer_than_no_correction_and_more_than_bonferroni(values: list[float]) -> None:
    p = np.array(values)
    kept = discoveries(p)
    assert set(np.flatnonzero(p <= 0.05 / len(p))) <= set(np.flatnonzero(kept)) <= set(np.flatnonzero(p <= 0.05))


def test_the_room_of_statistics_loads_no_scikit_learn() -> None:
    """It would cost every page seconds; in a process of its own, because other tests load it."""
    names = "import sys, pkgutil, importlib, sro.stats as room;"
    load = "[importlib.import_module(f'sro.stats.{m.name}') for m in pkgutil.iter_modules(room.__path__)];"
    check = "print(sorted({'esda', 'libpysal', 'sklearn'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", names + load + check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_pseudo_p_values_by_counting() -> None:
    """Nine permutations: of 1 to 9, two are 8 or more: 2·(2+1)/10; none is 10 or more: 2·1/10; half lie above 5."""
    permuted = np.arange(1.0, 10.0)
    assert [float(two_sided(found, permuted)) for found in (8.0, 10.0, 5.0)] == pytest.approx([0.6, 0.2, 1.0])
    assert list(two_sided(np.array([8.0, 0.0]), np.column_stack([permuted, permuted]))) == pytest.approx([0.6, 0.2])
