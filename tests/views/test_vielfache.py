from __future__ import annotations

import re

import pytest
import vl_convert as vlc

from sro.stats.reihe import Rolle, series
from sro.views.theme import LIGHT
from sro.views.zahlen.vielfache import flowing, small_multiples
from tests.beispiele import DICHTE, JAHRE, STADT, area, years

NAMES = ("St. Jürgen", "Buntekuh", "Moisling")
AREAS = [
    series(DICHTE, years(DICHTE, area(f"{i:02d}"), [40 + 9 * i, None, 45]), JAHRE, name, area(f"{i:02d}"))
    for i, name in enumerate(NAMES)
]
CITY = series(DICHTE, years(DICHTE, STADT, [900] * 10, 30_000), JAHRE, "Stadt", STADT, Rolle.STADT)


def test_panels_stand_in_the_given_order() -> None:
    svg = vlc.vegalite_to_svg(small_multiples([*AREAS, CITY], DICHTE, LIGHT).to_dict(), allowed_base_urls=[])
    assert [text for text in re.findall(r"<text[^>]*>([^<]+)</text>", svg) if text in NAMES] == list(NAMES)


def test_the_city_lies_behind_every_panel() -> None:
    (table,) = small_multiples([*AREAS, CITY], DICHTE, LIGHT).to_dict()["datasets"].values()
    behind = [row["feld"] for row in table if row["art"] == "stadt"]
    assert {name: behind.count(name) for name in NAMES} == dict.fromkeys(NAMES, 10)


def test_all_panels_share_one_scale() -> None:
    spec = small_multiples(AREAS, DICHTE, LIGHT).to_dict()
    domains = {
        tuple(layer["encoding"]["y"]["scale"]["domain"])
        for layer in spec["spec"]["layer"]
        if "scale" in layer["encoding"]["y"]
    }
    assert domains == {(0, 60)}
    assert "resolve" not in spec


def test_only_states_that_occur_are_explained() -> None:
    assert "nicht geliefert" in str(small_multiples(AREAS, DICHTE, LIGHT).to_dict())
    full = [series(DICHTE, years(DICHTE, area("01"), [40] * 10), JAHRE, "Innenstadt", area("01"))]
    assert "nicht geliefert" not in str(small_multiples(full, DICHTE, LIGHT).to_dict())


def test_needs_an_area() -> None:
    with pytest.raises(ValueError, match="Kein Gebiet"):
        small_multiples([CITY], DICHTE, LIGHT)


def test_on_a_page_the_window_says_how_many_columns_there_are() -> None:
    """Vega-Lite would write a number of columns into expressions; a signal it must hand on untouched."""
    vega = vlc.vegalite_to_vega(flowing(small_multiples([*AREAS, CITY], DICHTE, LIGHT), panel=200, beside=70))
    assert vega["layout"]["columns"] == {"signal": "spalten"}
    assert "[object" not in str(vega)
    signals = {signal["name"]: signal for signal in vega["signals"]}
    assert signals["fenster"]["on"][0]["events"] == {"source": "window", "type": "resize"}
    assert signals["child_width"]["value"] == 200
