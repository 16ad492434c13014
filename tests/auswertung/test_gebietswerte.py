from __future__ import annotations

from dataclasses import replace

import pytest

from sro.auswertung.analyse.gebietsindex import area_index
from sro.auswertung.analyse.paar import pair
from sro.auswertung.analyse.trichterkurve import funnel_curve
from sro.auswertung.analyse.zusammenhang import correlations
from sro.auswertung.gebietswerte import area_values
from sro.model.wert import Status
from sro.stats.grund import Grund
from sro.stats.quadranten import Quadrant
from sro.stats.sozialindex import Komponente
from sro.stats.trichter import limits
from tests.auswertung.werke import GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, seen

WERK = werk(
    [seen(ANTEIL, A, 2024, 300), seen(ANTEIL, B, 2024, 100), seen(ANTEIL, C, 2024, None)],
    [seen(DICHTE, A, 2024, 90), seen(DICHTE, B, 2024, 20), seen(DICHTE, C, 2024, 50)],
    [seen(ANTEIL, GANZ, 2024, 600, 3000), seen(DICHTE, GANZ, 2024, 160, 3000)],
)


def test_every_area_is_there_in_the_order_of_the_alphabet() -> None:
    values = area_values(WERK, ANTEIL, "stadtteil", 2024)
    assert [(one.gebiet.name, one.wert, one.status) for one in values.werte] == [
        ("Altdorf", 30.0, Status.OK),
        ("Feldmark", None, Status.GEHEIM),
        ("Neudorf", 10.0, Status.OK),
    ]
    assert values.stadtwert == 20.0
    assert [one.gebiet.name for one in values.ohne] == ["Feldmark"]


def test_a_year_without_figures_is_not_delivered_everywhere() -> None:
    values = area_values(WERK, ANTEIL, "stadtteil", 2019)
    assert {one.status for one in values.werte} == {Status.FEHLT}
    assert values.stadtwert is None


def test_a_city_of_other_years_is_no_reference() -> None:
    pooled = replace(seen(DICHTE, A, 2024, 90), jahre=3)
    values = area_values(werk([pooled], [seen(DICHTE, GANZ, 2024, 160)]), DICHTE, "stadtteil", 2024)
    assert values.stadt is None


def test_the_curve_is_that_of_the_limits_and_says_who_is_outside() -> None:
    curve = funnel_curve(area_values(WERK, ANTEIL, "stadtteil", 2024))
    assert curve.mitte == 20.0
    at = curve.kurve[10]
    assert at.aussen == limits(ANTEIL, at.nenner, 20.0, 0.998)
    assert curve.ausserhalb == {"01", "02"}


def test_no_curve_without_a_city_or_without_values() -> None:
    assert (
        funnel_curve(area_values(werk([seen(ANTEIL, A, 2024, 300)]), ANTEIL, "stadtteil", 2024)).grund
        is Grund.KEIN_VERGLEICH
    )
    hidden = werk([seen(ANTEIL, A, 2024, None)], [seen(ANTEIL, GANZ, 2024, 600, 3000)])
    assert funnel_curve(area_values(hidden, ANTEIL, "stadtteil", 2024)).grund is Grund.GEHEIM


def test_a_pair_keeps_areas_apart_that_lack_a_value() -> None:
    found = pair(WERK, ANTEIL, DICHTE, "stadtteil", 2024)
    assert [(p.gebiet.name, p.lage.quadrant if p.lage else None) for p in found.punkte] == [
        ("Altdorf", Quadrant.HOCH_HOCH),
        ("Neudorf", Quadrant.NIEDRIG_NIEDRIG),
    ]
    assert [p.gebiet.name for p in found.ohne] == ["Feldmark"]
    assert found.korrelation.grund is Grund.ZU_WENIG_GEBIETE


def test_every_two_indicators_make_one_pair() -> None:
    assert [(a.id, b.id) for a, b, _ in correlations(WERK, [ANTEIL, DICHTE], "stadtteil", 2024).paare] == [
        (ANTEIL.id, DICHTE.id)
    ]
    assert correlations(WERK, [ANTEIL], "stadtteil", 2024).paare == ()


def test_an_index_of_helps_is_refused() -> None:
    helps = replace(DICHTE, paragraf="§ 27 SGB VIII")
    found = area_index(WERK, [Komponente(ANTEIL), Komponente(helps, richtung=1)], "stadtteil", 2024)
    assert (found.index.grund, found.index.betroffen, found.zeilen) == (Grund.HILFE_ZUR_ERZIEHUNG, (helps.id,), ())


def test_a_pair_of_the_same_indicator_is_refused() -> None:
    with pytest.raises(ValueError, match="verschiedene"):
        pair(WERK, ANTEIL, ANTEIL, "stadtteil", 2024)
