"""Addresses: every page by deep link on a freshly started server; sharing; bad values."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch
from tests.browser.karte_seite import Kartenblatt
from tests.browser.menue import go_to, section

PAGES = {
    "/": "Chance Sozialraum",
    "/karte": "Hilfen zur Erziehung ohne Erziehungsberatung nach Stadtteilen, 2024",
    "/zeitreihe": "Hilfen zur Erziehung ohne Erziehungsberatung, 2015 bis 2024",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_deep_link_works_on_a_fresh_server(page: Page, fresh_server: Server, watch: Watch, path: str) -> None:
    page.goto(f"{fresh_server.url}{path}")
    expect(page.locator("h1")).to_have_text(PAGES[path], timeout=20_000)
    expect(section(page, "Zahlen")).to_be_visible()
    expect(page.locator("footer.sro-fuss")).to_contain_text("Synthetische Daten")
    assert page.evaluate("document.documentElement.lang") == "de"
    page.wait_for_timeout(500)
    watch.assert_clean(fresh_server)


def test_the_selection_survives_a_change_of_page_and_a_reload(page: Page, app_server: Server) -> None:
    Kartenblatt(page, app_server).open("?ebene=stadtteil&indikator=betreuung_u3&jahr=2019&gebiet=06")
    go_to(page, "Zahlen", "Zeitreihe")
    expect(page.locator("h1")).to_contain_text("2015 bis 2024")
    expect(page).to_have_url(re.compile("indikator=betreuung_u3"))
    go_to(page, "Zahlen", "Karte")
    expect(page.locator("h1")).to_contain_text("2019")
    expect(page).to_have_url(re.compile("gebiet=06"))
    shared = page.url
    page.reload()
    expect(page.locator("h1")).to_contain_text("2019")
    assert page.url == shared


@pytest.mark.parametrize(
    ("query", "named"),
    [("jahr=abc", "jahr"), ("indikator=<script>alert(1)</script>", "indikator"), ("gebiet=[x](y)", "gebiet")],
)
def test_a_bad_value_gives_the_default_and_a_notice(page: Page, app_server: Server, query: str, named: str) -> None:
    karte = Kartenblatt(page, app_server).open(f"?{query}")
    notice = page.get_by_test_id("stAlert")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text(f"„{named}“")
    assert query.split("=")[1] not in page.content()
    assert karte.title == PAGES["/karte"]


def test_an_open_indicator_fits_the_level(page: Page, app_server: Server) -> None:
    karte = Kartenblatt(page, app_server).open("?ebene=stadtbezirk")
    assert len(karte.areas()) == 35
    assert any(area["feld"].isdigit() for area in karte.areas().values())
    assert page.get_by_test_id("stAlert").count() == 0
