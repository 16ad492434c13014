"""City: 20 % burden, 30 per 1,000 take-up. Of 1,000, Wilson limits of 20 % are ±2.5, Byar limits of 30 are 20 to 43."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.stats.grund import Grund
from sro.stats.quadranten import Quadrant, Quadranten, quadrants
from sro.stats.standardisiert import Luecke
from tests.beispiele import ANTEIL, DICHTE, STADT, VERHAELTNIS, area, seen

A = area("01")
CITY = [seen(ANTEIL, STADT, 2020, 2000, 10000), seen(DICHTE, STADT, 2020, 300, 10000)]


def of(belastung: float | None, nutzung: float | None) -> Quadranten:
    return quadrants(
        ANTEIL, DICHTE, STADT, [A], [*CITY, seen(ANTEIL, A, 2020, belastung), seen(DICHTE, A, 2020, nutzung)]
    )


@pytest.mark.parametrize(
    ("belastung", "nutzung", "quadrant"),
    [
        (300, 60, Quadrant.HOCH_HOCH),
        (300, 10, Quadrant.HOCH_NIEDRIG),
        (100, 60, Quadrant.NIEDRIG_HOCH),
        (100, 10, Quadrant.NIEDRIG_NIEDRIG),
        (215, 60, Quadrant.NICHT_EINDEUTIG),  # 19.1 to 24.2 %
        (300, 35, Quadrant.NICHT_EINDEUTIG),  # 24.4 to 48.7 per 1,000
        (200, 30, Quadrant.NICHT_EINDEUTIG),
        (0, 0, Quadrant.NIEDRIG_NIEDRIG),
    ],
)
def test_an_area_is_placed_only_where_its_limits_are_on_one_side(
    belastung: int, nutzung: int, quadrant: Quadrant
) -> None:
    found = of(belastung, nutzung)
    assert (found.belastung_stadt, found.nutzung_stadt, found.luecke) == (20.0, 30.0, None)
    point = found.punkte[0]
    assert point.quadrant is quadrant
    assert (point.belastung, point.nutzung) == (belastung / 10, nutzung)
    assert point.belastung_intervall is not None
    assert point.nutzung_intervall is not None


@pytest.mark.parametrize(
    ("belastung", "nutzung", "luecke"),
    [
        (None, 30, Luecke(ANTEIL.id, Grund.GEHEIM)),
        (200, None, Luecke(DICHTE.id, Grund.GEHEIM)),
        (None, None, Luecke(ANTEIL.id, Grund.GEHEIM)),
    ],
)
def test_a_hidden_value_leaves_no_point_at_all(belastung: float | None, nutzung: float | None, luecke: Luecke) -> None:
    point = of(belastung, nutzung).punkte[0]
    assert (point.quadrant, point.luecke) == (Quadrant.NICHT_BERECHENBAR, luecke)
    assert (point.belastung, point.nutzung, point.belastung_intervall, point.nutzung_intervall) == (None,) * 4


def test_missing_areas_and_a_missing_city() -> None:
    assert quadrants(ANTEIL, DICHTE, STADT, [A], CITY).punkte[0].luecke == Luecke(ANTEIL.id, Grund.FEHLT)
    assert quadrants(ANTEIL, DICHTE, STADT, [A], CITY[:1]) == Quadranten(luecke=Luecke(DICHTE.id, Grund.FEHLT))


def test_ratios_have_no_limits_and_so_no_quadrants() -> None:
    ratio = seen(VERHAELTNIS, STADT, 2020, 300, 10000)
    assert quadrants(ANTEIL, VERHAELTNIS, STADT, [A], [*CITY, ratio]).luecke == Luecke(VERHAELTNIS.id, Grund.ART)


def test_refuses_one_indicator_against_itself() -> None:
    with pytest.raises(ValueError, match="verschiedene Indikatoren"):
        quadrants(ANTEIL, replace(ANTEIL), STADT, [A], CITY)
