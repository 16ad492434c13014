"""The smoothed map on its page and in its files: named everywhere, the measured value always beside it."""

from __future__ import annotations

import html
import re
from pathlib import Path

from sro.model.gebiet import GebietKey
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.stats.geglaettet import smoothed
from sro.views import words
from sro.views.karte.glatt import ANMERKUNG
from sro.views.theme import LIGHT
from sro.web import data
from sro.web.auswahl import Auswahl, Skala
from sro.web.figuren import map_page
from sro.web.map_downloads import map_files
from tests.pages.conftest import Page

PARAMS = {"ebene": "stadtbezirk", "indikator": "sgb2_unter_18", "jahr": "2024", "skala": "geglaettet", "gebiet": "04"}


def html_of(app: object) -> str:
    assert [error.value for error in app.exception] == []
    return "\n".join(element.proto.body for element in app.get("html"))


def test_the_page_names_it_and_shows_both_values(var: Path, page: Page) -> None:
    app = page("karte", PARAMS, fach="Tabelle")
    said = html_of(app)
    assert re.findall(r"<h1>(.*?)</h1>", said)[0].endswith("nach Stadtbezirken, 2024, geglättet")
    assert ANMERKUNG in said
    assert "<span>%, geglättet</span><span>Stadtbezirke</span>" in said
    assert dict(app.query_params)["skala"] in ("geglaettet", ["geglaettet"])
    indikator = catalogue()["sgb2_unter_18"]
    observed = [b for b in data.observations(1, indikator.id, "stadtbezirk") if b.jahr == 2024]
    expected = {one.gebiet: one for one in smoothed(indikator, observed).gebiete}
    rows = dict(re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', said, re.S))
    moved = 0
    for area in city().of_level("stadtbezirk"):
        cells = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", rows[html.escape(area.name)])]
        one = expected.get(area.key)
        if one is None:
            assert cells[1:3] == ["nicht geglättet", "kein Gewicht"]
            continue
        assert cells[:3] == [words.number(one.roh, 1), words.number(one.geglaettet, 1), words.weight(one.gewicht)]
        moved += cells[0] != cells[1]
    assert moved > 5
    panel = said.partition("sro-panel")[2]
    assert (
        f"<dt>Geglättet</dt><dd>{words.value_with_unit(expected[GebietKey('stadtbezirk', '04')].geglaettet, indikator)}"
        in panel
    )


def test_the_ordinary_map_says_nothing_of_it(var: Path, page: Page) -> None:
    said = html_of(page("karte", {**PARAMS, "skala": "wert"}, fach="Tabelle"))
    assert "eglättet" not in said
    assert "gemessen" not in said


def test_files_with_smoothed_values_say_so_and_files_without_do_not(var: Path) -> None:
    datenstand = data.datenstand()
    assert datenstand
    auswahl = Auswahl("stadtbezirk", "sgb2_unter_18", 2024, skala=Skala.GEGLAETTET)
    files = {
        datei.name.partition(".")[2]: datei for datei in map_files(map_page(auswahl, datenstand, LIGHT), datenstand)
    }
    svg = files["svg"].make().decode()
    assert ", 2024, geglättet" in svg
    assert "Geglättet: Werte kleiner Gebiete" in svg
    assert "%, geglättet" in svg
    csv = files["csv"].make().decode()
    assert csv.splitlines()[0].count("wert,wert_geglaettet,gewicht,") == 1
    for kind in ("svg", "png", "csv"):
        assert files[kind].name.endswith(f"_2024_geglaettet.{kind}")
    for kind in ("xlsx", "geojson", "gpkg"):
        assert "geglaettet" not in files[kind].name
    assert "geglättet" not in files["geojson"].make().decode()
