"""Settings of the device: high contrast keeps what colours tell, reduced motion stands still; pictures have words."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.karte_seite import Kartenblatt, hex_of
from tests.browser.werkstatt_seite import Werkstattseite
from tests.browser.zustaende import rest

LONGEST = 0.02  # seconds: nothing that is seen to move
MOVING = """() => [...document.querySelectorAll('*')].flatMap((one) => ['', '::before', '::after'].map((part) => {
  const style = getComputedStyle(one, part || undefined);
  const longest = Math.max(...[style.transitionDuration, style.animationDuration].flatMap((all) =>
    all.split(',').map((time) => parseFloat(time) || 0)));
  return [longest, one.tagName + '.' + (one.dataset.testid || one.className)];
})).filter(([longest]) => longest > %s)"""
PIN = "(one) => getComputedStyle(one, '::after').backgroundColor"


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {"forced_colors": "active", "reduced_motion": "reduce"}


def test_high_contrast_leaves_the_map_as_its_legend_shows_it(page: Page, app_server: Server) -> None:
    karte = Kartenblatt(page, app_server).open("?ebene=stadtbezirk&indikator=sgb2_unter_18")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    legend = karte.legend()
    shown = {
        area["feld"]: karte.frame.locator(f"path[data-id='{name}']").evaluate("(one) => getComputedStyle(one).fill")
        for name, area in karte.areas().items()
    }
    classes = [feld for feld in shown if feld.isdigit()]
    assert len({shown[feld] for feld in classes}) == len(classes) >= 3
    assert {feld: hex_of(shown[feld]) for feld in classes} == {feld: hex_of(legend[feld]["farbe"]) for feld in classes}
    assert shown["g"].startswith("url("), "geheim bleibt schraffiert"


def test_high_contrast_leaves_the_kinds_of_statements_apart(page: Page, app_server: Server) -> None:
    seite = Werkstattseite(page, app_server).open_map()
    kinds = ("staerke", "problem", "wunsch")
    fills = [seite.frame.locator(f".sro-nadel-{kind}").first.evaluate(PIN) for kind in kinds]
    legend = [page.locator(f".sro-nadel-{kind}").first.evaluate(PIN) for kind in kinds]
    assert len(set(fills)) == len(kinds)
    assert fills == legend


@pytest.mark.parametrize("adresse", ["", "karte?gebiet=03", "werkstaetten?teil=karte", "analyse?blick=tabelle"])
def test_nothing_moves_where_the_device_asks_for_rest(page: Page, app_server: Server, adresse: str) -> None:
    page.goto(f"{app_server.url}/{adresse}")
    rest(page)
    assert [found for frame in page.frames for found in frame.evaluate(MOVING % LONGEST)] == []


def test_map_and_chart_say_in_sentences_what_they_show(page: Page, app_server: Server) -> None:
    karte = Kartenblatt(page, app_server).open("?ebene=stadtteil&indikator=hze_ohne_28")
    said = karte.frame.locator("[role=application]").get_attribute("aria-label") or ""
    assert said.startswith(f"{karte.title}. ")
    for entry in karte.legend().values():
        if entry["anzahl"] != "0":
            assert f"{entry['text']}: {entry['anzahl']}" in said
    expect(page.locator("iframe[title='streamlit_folium.st_folium']")).to_have_attribute("aria-label", karte.title)
    page.goto(f"{app_server.url}/zeitreihe?gebiete=03")
    rest(page)
    chart = page.locator("[data-testid=stVegaLiteChart][role=img]")
    told = chart.get_attribute("aria-label") or ""
    assert "Moisling: " in told
    assert "im Jahr 2015" in told
