"""On a level with very many areas a list offers those within an area above, a table the first rows, a chart a part."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.model import gebiet
from sro.model.gebiet import GebietKey
from sro.reference.city import city
from sro.web import data, figuren, teile
from sro.web.analyse import bilder
from tests.pages.conftest import Page

EBENE = "stadtbezirk"
GEBIET = city().of_level(EBENE)[20]
KREIS = city().gebiet(GEBIET.eltern or GebietKey("", ""))
RINGSUM = [one.name for one in city().children(KREIS.key)]
BEZIRKE = [one.name for one in city().of_level(EBENE)]


@pytest.fixture(autouse=True)
def _large(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Stadtbezirke count as very many."""
    monkeypatch.setattr(gebiet, "GROSS", 20)
    monkeypatch.setattr(teile, "MOST_ROWS", 5)
    monkeypatch.setattr(bilder, "MOST_DRAWN", 20)
    monkeypatch.setattr(figuren, "HOECHSTENS_FELDER", 20)


def html_of(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return "\n".join(element.proto.body for element in app.get("html"))


def options(app: AppTest, label: str) -> list[str]:
    (box,) = [box for box in (*app.selectbox, *app.multiselect) if box.label == label]
    return list(box.options)


def address(**more: str) -> dict[str, str]:
    return {"ebene": EBENE, "indikator": "sgb2_unter_18", "jahr": "2024"} | more


def test_the_list_offers_what_lies_around_the_chosen_area(page: Page) -> None:
    app = page("karte", address(gebiet=GEBIET.id))
    assert options(app, "Gebiet") == ["Ganze Stadt", *RINGSUM]
    (box,) = [box for box in app.selectbox if box.label == city().ebene(KREIS.ebene).name]
    assert box.value == KREIS.id


def test_without_a_choice_it_offers_nothing_until_an_area_above_is_chosen(page: Page) -> None:
    app = page("karte", address())
    assert options(app, "Gebiet") == ["Ganze Stadt"]
    (box,) = [box for box in app.selectbox if box.label == city().ebene(KREIS.ebene).name]
    box.set_value(KREIS.id).run()
    assert options(app, "Gebiet") == ["Ganze Stadt", *RINGSUM]


def test_the_map_is_the_same_as_of_a_level_that_is_read_as_a_whole(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def messages() -> list[str]:
        found = [
            re.findall(r'data-anstrich="(.*?)"', html_of(page("karte", address(skala=s))))
            for s in ("wert", "stadt", "geglaettet")
        ]
        return [message for one in found for message in one]

    in_parts = messages()
    data.map_data.cache_clear()
    figuren._figure.cache_clear()
    monkeypatch.setattr(gebiet, "GROSS", 1000)
    assert len(in_parts) == 3
    assert in_parts == messages()


def test_the_table_of_the_map_is_cut_off_and_says_so_or_has_the_areas_around_the_chosen_one(page: Page) -> None:
    def names(app: AppTest) -> list[str]:
        return [html.unescape(name) for name in re.findall(r'<th scope="row">(.*?)</th>', html_of(app))]

    app = page("karte", address(), fach=teile.Fach.TABELLE)
    assert names(app)[:-1] == BEZIRKE[:5]
    assert f"die ersten 5 von {len(BEZIRKE)} Stadtbezirke" in html_of(app)
    around = page("karte", address(gebiet=GEBIET.id), fach=teile.Fach.TABELLE)
    assert names(around)[:-1] == RINGSUM[:5]


def test_series_are_drawn_for_chosen_areas_alone(page: Page) -> None:
    app = page("zeitreihe", address(ansicht="vielfache"))
    assert "Darstellung" not in {control.label for control in app.segmented_control}
    assert options(app, "Gebiete") == []
    html_of(app)
    assert options(page("zeitreihe", address(gebiete=GEBIET.id)), "Gebiete") == RINGSUM


def test_a_profile_offers_the_areas_around_and_no_package_of_all(page: Page) -> None:
    app = page("profil", address(gebiet=GEBIET.id))
    assert sorted(options(app, "Gebiet")) == sorted(RINGSUM)
    assert not [button for button in app.button if "zusammenstellen" in button.label]
    assert f"<h1>{html.escape(GEBIET.name)}</h1>" in html_of(app)


@pytest.mark.parametrize("blick", ["vergleich", "streuung", "quadranten"])
def test_a_chart_says_what_it_leaves_out(page: Page, blick: str) -> None:
    nothing = html_of(page("analyse", address(blick=blick)))
    assert f"Für {len(BEZIRKE)} Gebiete nebeneinander ist kein Platz." in nothing
    some = html_of(page("analyse", address(blick=blick, gebiete=GEBIET.id)))
    assert f"Gezeichnet sind von {len(BEZIRKE)} Gebieten die hervorgehobenen und die ringsum." in some


def test_spatial_patterns_are_not_tested(page: Page) -> None:
    assert "Bitte eine gröbere Ebene wählen." in html_of(page("analyse", address(blick="raum")))
