"""Charts with a point an area: what they draw is what the data say, hidden areas stay visible as hidden."""

from __future__ import annotations

from typing import Any

import pytest

from sro.auswertung.analyse.paar import pair
from sro.auswertung.analyse.trichterkurve import funnel_curve
from sro.auswertung.gebietswerte import area_values
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.views.analyse import streubild
from sro.views.analyse import trichter as trichterbild
from sro.views.analyse import vergleich as vergleichsbild
from sro.views.analyse.punktwolke import WAHL
from sro.views.theme import DARK, LIGHT
from tests.auswertung.werke import GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, seen

WERK = werk(
    [seen(ANTEIL, A, 2024, 300), seen(ANTEIL, B, 2024, 100), seen(ANTEIL, C, 2024, None)],
    [seen(DICHTE, A, 2024, 90), seen(DICHTE, B, 2024, 20), seen(DICHTE, C, 2024, 50)],
    [seen(ANTEIL, GANZ, 2024, 600, 3000), seen(DICHTE, GANZ, 2024, 160, 3000)],
)
HIDDEN = werk([seen(ANTEIL, key, 2024, None) for key in (A, B, C)])


def records(chart: Any) -> list[dict[str, Any]]:
    """Every record of every layer that is about an area."""
    spec = chart.to_dict()
    found = [layer.get("data", {}).get("values", []) for layer in spec["layer"]]
    found.extend(spec.get("datasets", {}).values())
    found.append(spec.get("data", {}).get("values", []))
    return [record for values in found for record in values if "gebiet" in record]


def values(chart: Any, field: str = "wert") -> dict[str, Any]:
    return {record["name"]: record[field] for record in records(chart)}


def test_the_comparison_draws_every_area_and_its_state() -> None:
    chart = vergleichsbild.chart(area_values(WERK, ANTEIL, "stadtteil", 2024), LIGHT, frozenset({"02"}))
    assert values(chart) == {"Altdorf": 30.0, "Feldmark": None, "Neudorf": 10.0}
    assert values(chart, "text")["Feldmark"] == "geheim gehalten"
    assert values(chart, "wahl") == {"Altdorf": "andere", "Feldmark": "andere", "Neudorf": "gewählt"}
    assert [param["name"] for param in chart.to_dict()["params"]] == [WAHL]


def test_nothing_of_a_hidden_area_is_in_the_picture() -> None:
    (record,) = [
        r
        for r in records(vergleichsbild.chart(area_values(WERK, ANTEIL, "stadtteil", 2024), LIGHT))
        if r["gebiet"] == "03"
    ][:1]
    assert (record["wert"], record["unten"], record["oben"], record["spanne"]) == (None, None, None, "–")


def test_a_comparison_without_any_value_still_draws_and_says_so() -> None:
    found = area_values(HIDDEN, ANTEIL, "stadtteil", 2024)
    assert set(values(vergleichsbild.chart(found, DARK)).values()) == {None}
    assert "Kein Gebiet zeigt einen Wert. Ohne Wert: Altdorf (geheim gehalten)" in vergleichsbild.describe(found)


def test_the_funnel_holds_only_areas_with_a_value_and_names_the_others() -> None:
    curve = funnel_curve(area_values(WERK, ANTEIL, "stadtteil", 2024))
    assert values(trichterbild.chart(curve, LIGHT)) == {"Altdorf": 30.0, "Neudorf": 10.0}
    told = trichterbild.describe(curve)
    assert "Außerhalb der 99,8-%-Grenzen: Altdorf, Neudorf." in told
    assert "Ohne Wert: Feldmark (geheim gehalten)." in told
    assert {row[0]: row[3] for row in trichterbild.rows(curve)[1]} == {
        "Altdorf": "außerhalb 99,8 %", "Feldmark": "–", "Neudorf": "außerhalb 99,8 %",
    }  # fmt: skip


def test_without_limits_there_is_a_sentence_and_no_funnel() -> None:
    curve = funnel_curve(area_values(HIDDEN, ANTEIL, "stadtteil", 2024))
    assert trichterbild.describe(curve).startswith(
        "Kein Trichterdiagramm für Kinder in SGB-II-Bedarfsgemeinschaften: Ein Wert"
    )
    with pytest.raises(ValueError, match="Grenzen"):
        trichterbild.chart(curve, LIGHT)


def test_the_scatter_draws_pairs_and_their_place() -> None:
    found = pair(WERK, ANTEIL, DICHTE, "stadtteil", 2024)
    chart = streubild.chart(found, LIGHT, frozenset({"01"}), mit_bereichen=True)
    assert (values(chart, "x"), values(chart, "y")) == (
        {"Altdorf": 30.0, "Neudorf": 10.0},
        {"Altdorf": 90.0, "Neudorf": 20.0},
    )
    told = streubild.describe(found, mit_bereichen=True)
    assert "Lage zur Stadt: beide über der Stadt: 1; beide unter der Stadt: 1. Ohne beide Werte: Feldmark." in told
    assert "Lage zur Stadt" not in streubild.describe(found)
    assert [row[0] for row in streubild.rows(found)[1]] == ["Altdorf", "Feldmark", "Neudorf"]
    assert streubild.rows(found)[1][1][1] == "geheim gehalten"


def test_a_scatter_of_a_city_without_value_has_no_cross() -> None:
    alone: Zahlenwerk = werk([seen(ANTEIL, A, 2024, 300)], [seen(DICHTE, A, 2024, 90)])
    found = pair(alone, ANTEIL, DICHTE, "stadtteil", 2024)
    assert values(streubild.chart(found, DARK), "x") == {"Altdorf": 30.0}
