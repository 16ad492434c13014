from __future__ import annotations

import pytest

from sro.model.indikator import Anteilsart
from sro.protect.regeln import geheim_nach_regel, schwellen, zu_klein
from sro.protect.zellen import Flaechen, aus_rohwerten
from tests.protect.bausteine import flach, indikator, katalog, merkmal, stadt, teil


@pytest.mark.parametrize(
    ("wert", "klein"), [(0, False), (1, True), (4, True), (5, False), (-4, True), (-5, False), (0.5, True)]
)
def test_small_is_below_the_threshold_but_not_zero(wert: float, klein: bool) -> None:
    assert zu_klein(wert, 5) is klein


def test_without_threshold_nothing_is_small() -> None:
    assert not zu_klein(1, 0)


def test_the_stricter_threshold_counts() -> None:
    k = katalog(
        [indikator("a", "x", schwelle=10), indikator("b", "y", schwelle=3), indikator("c", "m2")],
        merkmal("x", 5),
        merkmal("y", 5),
        merkmal("m2", None),
    )
    assert schwellen(k) == {"x": 10, "y": 5}


@pytest.mark.parametrize(
    ("gruppenschutz", "art", "geheim"),
    [(True, Anteilsart.ANTEIL, {1, 2}), (False, Anteilsart.ANTEIL, set()), (True, Anteilsart.DICHTE, set())],
)
def test_group_protection_is_for_shares_alone(gruppenschutz: bool, art: Anteilsart, geheim: set[int]) -> None:
    k = katalog([indikator("a", "x", "kinder", art, gruppenschutz)], merkmal("x", 5), merkmal("kinder", 3))
    ort = stadt(0, 0, 0)
    zellen = aus_rohwerten(flach("a", [60, 56, 55], [60, 60, 60]), k, Flaechen(ort))
    assert {z.gebiet for z in geheim_nach_regel(zellen, k)} == {teil(i) for i in geheim}
