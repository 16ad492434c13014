"""The open data's page and the files for other programs, in a real browser."""

from __future__ import annotations

from typing import Any

import pyogrio
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch
from tests.browser.karte_seite import Kartenblatt

BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"


def test_the_page_is_german_asks_nobody_else_and_its_examples_work(
    page: Page, app_server: Server, watch: Watch
) -> None:
    page.goto(f"{app_server.url}/api/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Offene Daten")
    assert page.locator("html").get_attribute("lang") == "de"
    watch.assert_clean(app_server)
    links = page.locator("main a[href*='/api/']").evaluate_all("all => all.map(a => a.href)")
    assert len(links) > 60
    for link in links[:12]:
        assert page.request.get(link).status == 200


@pytest.mark.parametrize("way", ["", "/vsicurl/"])
def test_a_gis_reads_the_areas_from_their_address(app_server: Server, way: str) -> None:
    """GDAL, with which QGIS reads: it asks for the length first, then for pieces."""
    address = f"{app_server.url}/api/gebiete.geojson?ebene=stadtbezirk&indikator=sgb2_unter_18"
    layer = pyogrio.read_dataframe(f"{way}{address}")
    assert len(layer) == 35
    assert layer.crs.to_epsg() == 4326
    assert set(layer.loc[layer["wert"].isna(), "status"]) <= {"geheim", "nicht_sinnvoll", "fehlt"}
    assert layer["gebiet_id"][0] == "01"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_in_either_appearance(
    browser: Browser, app_server: Server, browser_context_args: dict[str, Any], scheme: str
) -> None:
    screen = {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme, "is_mobile": True}
    context = browser.new_context(**browser_context_args | screen)
    page = context.new_page()
    page.goto(f"{app_server.url}/api/")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    red = int(page.evaluate(BACKGROUND).removeprefix("rgb(").partition(",")[0])
    assert (red > 128) == (scheme == "light")
    context.close()


def test_a_map_can_be_taken_into_a_gis_and_a_spreadsheet(page: Page, app_server: Server) -> None:
    Kartenblatt(page, app_server).open("?ebene=stadtbezirk&indikator=sgb2_unter_18")
    page.get_by_role("radio", name="Herunterladen").click()
    for label, start in [
        ("Arbeitsmappe mit Diagramm (XLSX)", b"PK"),
        ("Karte für GIS (GeoPackage)", b"SQLite format 3"),
        ("Karte für GIS (GeoJSON)", b'{"type":"FeatureCollection"'),
    ]:
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        assert download.value.path().read_bytes().startswith(start)
