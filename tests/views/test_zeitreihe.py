from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import vl_convert as vlc
from hypothesis import given
from hypothesis import strategies as st

from sro.stats.reihe import Reihe, Rolle, rest_series, series
from sro.views.theme import DARK, LIGHT
from sro.views.zahlen.diagramm import specification
from sro.views.zahlen.zeitreihe import spread, timeline
from tests.beispiele import DICHTE, JAHRE, SALDO, STADT, area, years

MOISLING = years(DICHTE, area("03"), [44, 43, None, 43, 43, 44, 41, 38, 34, 30])
CITY = years(DICHTE, STADT, [900 + 10 * i for i in range(10)], 30_000)


def reihen() -> list[Reihe]:
    return [
        series(DICHTE, MOISLING, JAHRE, "Moisling", area("03")),
        series(DICHTE, years(DICHTE, area("09"), [1234] * 9), JAHRE, "Kücknitz", area("09")),
        series(DICHTE, CITY, JAHRE, "Stadt", STADT, Rolle.STADT),
        rest_series(DICHTE, CITY, MOISLING, JAHRE),
    ]


def rows(chart: Any) -> list[dict[str, Any]]:
    return [row for table in chart.to_dict()["datasets"].values() for row in table]


def drawn(chart: Any) -> str:
    spec = chart.to_dict() | {"width": 900}
    svg: str = vlc.vegalite_to_svg(spec, allowed_base_urls=[])
    return svg


def line_paths(svg: str) -> list[str]:
    group = re.findall(r'<g class="mark-line[^>]*>(.*?)</g>', svg)
    return [path for part in group for path in re.findall(r' d="(M[^"]+)"', part)]


def test_lines_are_cut_at_gaps_and_breaks() -> None:
    paths = line_paths(drawn(timeline(reihen(), DICHTE, LIGHT)))
    lengths = sorted(path.count("L") + 1 for path in paths)
    # Moisling 2 + 6 + 1, Kücknitz 9, Stadt 9 + 1, Übrige Stadt 2 + 6 + 1
    assert lengths == sorted([2, 6, 1, 9, 9, 1, 2, 6, 1])


def test_the_browser_gets_what_the_schema_allows() -> None:
    chart = timeline(reihen(), DICHTE, LIGHT)
    assert specification(chart) == chart.to_dict(validate=True)


def test_says_the_series_break_and_the_states_in_words() -> None:
    svg = drawn(timeline(reihen(), DICHTE, LIGHT))
    assert "Reihenbruch 2024" in svg
    assert "geheim gehalten" in svg
    assert "nicht geliefert" in svg
    assert "Übrige Stadt" in svg


def test_an_area_hidden_in_all_years_is_drawn_without_the_rest_of_the_city() -> None:
    hidden = years(DICHTE, area("03"), [None] * 10)
    shown = [
        series(DICHTE, hidden, JAHRE, "Moisling", area("03")),
        rest_series(DICHTE, CITY, hidden, JAHRE),
        series(DICHTE, CITY, JAHRE, "Stadt", STADT, Rolle.STADT),
    ]
    svg = drawn(timeline(shown, DICHTE, LIGHT))
    assert "Moisling" in svg
    assert "geheim gehalten" in svg
    assert "Übrige Stadt" not in svg


def test_axis_is_german_and_years_are_whole() -> None:
    svg = drawn(timeline(reihen(), DICHTE, LIGHT))
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", svg)
    assert {"2015", "2024", "0", "1.500"} <= set(texts)
    small = replace(DICHTE, reihenbrueche=())
    shares = [series(small, years(small, area("03"), [1, 1, 2], 3000), JAHRE, "Moisling", area("03"))]
    assert "0,2" in re.findall(r"<text[^>]*>([^<]+)</text>", drawn(timeline(shares, small, LIGHT)))


def test_a_school_year_is_written_as_one() -> None:
    school = replace(DICHTE, stichtag="Schuljahr", reihenbrueche=())
    svg = drawn(timeline([series(school, MOISLING, JAHRE, "Moisling", area("03"))], school, LIGHT))
    assert "2015/16" in svg


def test_the_band_belongs_to_the_area_in_focus() -> None:
    def bands(chart: Any) -> set[str]:
        return {row["name"] for row in rows(chart) if "oben" in row}

    assert bands(timeline(reihen(), DICHTE, LIGHT, interval_for=area("03"))) == {"Moisling"}
    assert bands(timeline(reihen(), DICHTE, LIGHT)) == set()


def test_hidden_years_hold_no_number() -> None:
    hidden = [row for row in rows(timeline(reihen(), DICHTE, LIGHT)) if row.get("text") == "geheim gehalten"]
    assert hidden
    assert all(row["wert"] is None and row["bruch"] == row["spanne"] == "–" for row in hidden)


def test_tooltips_are_written_out() -> None:
    point = next(
        row
        for row in rows(timeline(reihen(), DICHTE, LIGHT))
        if row.get("bruch") == "44 von 1.000" and row["jahr"] == 2015
    )
    assert point["text"] == "44,0\u00a0je 1.000 unter 21-Jährige"
    assert point["zeit"] == "2015"
    assert re.fullmatch(r"\d\d,\d bis \d\d,\d", point["spanne"])


def test_a_balance_shows_negative_values() -> None:
    moves = series(SALDO, years(SALDO, area("03"), [-30, 12, -8]), JAHRE[:3], "Moisling", area("03"))
    spec = timeline([moves], SALDO, LIGHT).to_dict()
    domains = [layer["encoding"]["y"]["scale"]["domain"] for layer in spec["layer"] if "wert" in json.dumps(layer)]
    assert all(low <= -30 and high >= 12 for low, high in domains)


def test_rates_begin_at_zero() -> None:
    assert '"domain": [0' in json.dumps(timeline(reihen(), DICHTE, LIGHT).to_dict())


def test_without_room_a_legend_names_the_lines() -> None:
    low = timeline(reihen(), DICHTE, LIGHT, height=40).to_dict()
    assert "pixel" not in json.dumps(low)
    assert any((layer["encoding"].get("color") or {}).get("legend") for layer in low["layer"])


def test_refuses_what_cannot_be_told_apart() -> None:
    with pytest.raises(ValueError, match="0 Gebiete"):
        timeline([], DICHTE, LIGHT)
    many = [series(DICHTE, [], JAHRE, f"Gebiet {i}", area(str(i))) for i in range(9)]
    with pytest.raises(ValueError, match="9 Gebiete"):
        timeline(many, DICHTE, LIGHT)
    with pytest.raises(ValueError, match="Moisling"):
        timeline([reihen()[0], reihen()[0]], DICHTE, LIGHT)


def test_nothing_shown_is_drawn_without_lines() -> None:
    empty = series(DICHTE, years(DICHTE, area("03"), [None] * 10), JAHRE, "Moisling", area("03"))
    svg = drawn(timeline([empty], DICHTE, DARK))
    assert line_paths(svg) == []
    assert "Moisling" in svg


@given(st.lists(st.tuples(st.floats(-50, 450), st.sampled_from([15, 30])), min_size=1, max_size=12))
def test_labels_do_not_overlap_and_keep_their_order(labels: list[tuple[float, int]]) -> None:
    wanted, heights = [w for w, _ in labels], [h for _, h in labels]
    placed = spread(wanted, heights, 400)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    for a, b in pairwise(order):
        assert placed[a] + heights[a] / 2 <= placed[b] - heights[b] / 2 + 1e-6
    assert all(h / 2 - 1e-6 <= p <= 400 - h / 2 + 1e-6 for p, h in zip(placed, heights, strict=True))
