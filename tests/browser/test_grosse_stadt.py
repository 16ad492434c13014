"""A city with so many areas that its map is a canvas: colours, words and clicks are those of the area pointed at."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bench.einlesen import measured_import
from bench.stadt.ordner import Erfunden, write_city, write_figures
from bench.stadt.vorlage import LAND, suitable, write_catalogue
from scripts.app_server import Server, app_command, free_port
from tests.browser.karte_seite import Kartenblatt, hex_of

STADT = Erfunden(1050, 50, LAND)
COLOUR = """([x, y]) => {
  const canvas = document.querySelector('.leaflet-overlay-pane canvas'), box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  const pixel = canvas.getContext('2d').getImageData((x - box.left) * scale, (y - box.top) * scale, 1, 1).data;
  return `rgb(${pixel[0]}, ${pixel[1]}, ${pixel[2]})`;
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("gross")
    made, katalog = write_city(folder / "stadt", STADT), write_catalogue(folder / "katalog", LAND)
    files = write_figures(folder / "zahlen", STADT, made, katalog, suitable(katalog, "gemeinde"), (2023, 2024))
    catalogue, var = folder / "katalog" / "indikatoren.yaml", folder / "var"
    own = {"SRO_STADT": str(folder / "stadt"), "SRO_KATALOG": str(catalogue), "SRO_VAR": str(var)}
    measured_import(files, own)
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SRO_")}
    with Server(app_command(port), port, folder / "server.log", kept | own) as running:
        yield running


@pytest.fixture
def karte(page: Page, server: Server) -> Kartenblatt:
    return Kartenblatt(page, server).open("?ebene=gemeinde&indikator=sgb2_unter_18")


def pointed(karte: Kartenblatt, x: float, y: float) -> list[str]:
    """The lines of the tooltip over a place of the map's frame."""
    box = karte.page.locator("iframe[title='streamlit_folium.st_folium'], iframe").first.bounding_box()
    assert box
    karte.page.mouse.move(box["x"] + x + 3, box["y"] + y + 3)
    karte.page.wait_for_timeout(100)  # Leaflet looks what lies under the pointer every 32 ms at most
    karte.page.mouse.move(box["x"] + x, box["y"] + y)
    karte.page.wait_for_timeout(100)
    tooltip = karte.frame.locator(".sro-tooltip")
    expect(tooltip).to_contain_text("Stadt:")
    return tooltip.inner_text().splitlines()


def middle(karte: Kartenblatt) -> tuple[float, float]:
    width, height = karte.frame.evaluate("() => [window.innerWidth, window.innerHeight]")
    return width / 2, height / 2


def colour(karte: Kartenblatt, place: tuple[float, float]) -> str:
    return hex_of(karte.frame.evaluate(COLOUR, list(place)))


def test_an_area_has_the_colour_of_its_value_also_after_another_indicator_is_chosen(karte: Kartenblatt) -> None:
    assert karte.frame.evaluate("() => window.sroPainted.flaechen") == STADT.zellen
    for indikator in ("Kinder im SGB II", "Mindestsicherung"):
        if indikator not in karte.page.get_by_role("combobox", name="Indikator").input_value():
            karte.choose("Indikator", indikator)
            expect(karte.page.locator("h1")).to_contain_text(indikator.split()[0])
            karte.wait_for_paint()
            karte.page.wait_for_timeout(300)
        seen = set()
        x, y = middle(karte)
        for step in range(-3, 4):
            place = (x + step * 25, y + step * 9)
            value = re.search(r"(\d+,\d)\u00a0%", " ".join(pointed(karte, *place)))
            if value is None:  # not an area, or one without a value
                continue
            fields = {hex_of(entry["farbe"]): entry["text"] for entry in karte.legend().values()}
            painted = colour(karte, place)
            if painted in fields:  # else the pixel lies on a border
                low, high = (float(end.replace(",", ".")) for end in fields[painted].split(" bis "))
                assert low <= float(value[1].replace(",", ".")) <= high
                seen.add(painted)
        assert len(seen) >= 2


def test_a_click_chooses_the_area_and_the_lists_follow(karte: Kartenblatt) -> None:
    place = middle(karte)
    name = pointed(karte, *place)[0]
    box = karte.page.locator("iframe[title='streamlit_folium.st_folium'], iframe").first.bounding_box()
    assert box
    karte.page.mouse.click(box["x"] + place[0], box["y"] + place[1])
    expect(karte.page.get_by_role("combobox", name="Gebiet", exact=True)).to_have_value(name)
    expect(karte.page.get_by_role("combobox", name="Kreis", exact=True)).to_have_value(re.compile(r"^Kreis \d+$"))
    karte.page.get_by_role("combobox", name="Gebiet", exact=True).click()
    expect(karte.page.get_by_role("option", name=name, exact=True)).to_be_visible()
