"""The analysis in a real browser: deep links, filters in the address, and one selection for all Blicke."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from sro.reference.city import city
from tests.browser.conftest import Watch
from tests.browser.menue import go_to

CHART = "[data-testid=stVegaLiteChart] svg"
# Vega keeps at each mark what it stands for; the picture as a whole has the words for those who listen.
MARKS = """([name, wahl]) => {
  const marks = [...document.querySelectorAll('[data-testid=stVegaLiteChart] svg path')].filter(({__data__: item}) =>
    item && item.datum && item.datum.name === name && (!wahl || item.datum.wahl === wahl));
  return marks.length ? marks : null;
}"""
CHOSEN = ".sro-analyse tr.gewaehlt th"


def open_analysis(page: Page, server: Server, query: str = "") -> None:
    page.goto(f"{server.url}/analyse{query}")
    page.wait_for_selector("h1", timeout=60_000)


def look_at(page: Page, blick: str) -> None:
    page.get_by_role("radiogroup", name="Blick").get_by_role("radio", name=blick, exact=True).click()


def point(page: Page, name: str) -> None:
    """Clicks the mark of an area."""
    page.wait_for_selector(CHART, timeout=60_000)
    drawn = page.wait_for_function(MARKS, arg=[name, ""]).evaluate_handle("(marks) => marks[marks.length - 1]")
    drawn.as_element().click(force=True)  # type: ignore[union-attr]


def expect_chosen(page: Page, name: str) -> None:
    page.wait_for_function(MARKS, arg=[name, "gewählt"])


def test_a_deep_link_is_answered_by_a_fresh_server(page: Page, fresh_server: Server, watch: Watch) -> None:
    query = "?blick=trichter&indikator=hze_ohne_28&ebene=stadtteil&jahr=2023&gebiete=03"
    open_analysis(page, fresh_server, query)
    page.wait_for_selector(CHART, timeout=60_000)
    expect(page.locator("h1")).to_have_text("Hilfen zur Erziehung ohne Erziehungsberatung nach Stadtteilen, 2023")
    expect_chosen(page, "Moisling")
    assert page.url.endswith(query)
    assert page.get_by_test_id("stAlert").count() == 0
    watch.assert_clean(fresh_server)


def test_a_filter_changes_the_address_and_the_address_the_filter(page: Page, app_server: Server) -> None:
    open_analysis(page, app_server, "?indikator=sgb2_unter_18&ebene=stadtbezirk&jahr=2024")
    page.get_by_text("Filter und Spalten", exact=True).click()
    page.get_by_role("button", name="geheim gehalten", exact=True).click()
    expect(page).to_have_url(re.compile("status=geheim"))
    hidden = page.locator(".sro-analyse tbody tr")
    expect(hidden.first).to_contain_text("geheim gehalten")
    count = hidden.count()
    assert 0 < count < 35
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator(".sro-analyse tbody tr")).to_have_count(count)
    assert page.url == shared


@pytest.mark.parametrize("blick", ["Vergleich", "Trichter", "Streuung", "Quadranten"])
def test_a_click_on_a_chart_chooses_in_the_table(page: Page, app_server: Server, watch: Watch, blick: str) -> None:
    open_analysis(page, app_server, "?indikator=hze_ohne_28&jahr=2024")
    look_at(page, blick)
    point(page, "Moisling")
    expect(page).to_have_url(re.compile("gebiete=03"))
    look_at(page, "Tabelle")
    expect(page.locator(CHOSEN)).to_have_text(["Moisling (ausgewählt)"])
    watch.assert_clean(app_server)


def test_a_second_click_gives_the_area_back(page: Page, app_server: Server) -> None:
    open_analysis(page, app_server, "?blick=vergleich&indikator=hze_ohne_28&jahr=2024&gebiete=06")
    point(page, "Moisling")
    expect(page).to_have_url(re.compile("gebiete=06%2C03"))
    expect_chosen(page, "Moisling")
    point(page, "Moisling")
    expect(page).to_have_url(re.compile("gebiete=06$"))


def test_the_map_takes_over_what_the_analysis_chose(page: Page, app_server: Server) -> None:
    open_analysis(page, app_server, "?indikator=betreuung_u3&jahr=2019")
    expect(page.locator("h1")).to_contain_text("2019")
    go_to(page, "Zahlen", "Karte")
    expect(page).to_have_url(re.compile("/karte.*indikator=betreuung_u3.*jahr=2019"))
    page.get_by_role("combobox", name="Gebiet").click()
    page.get_by_role("option", name="Kücknitz").click()
    kuecknitz = city().find("stadtteil", "Kücknitz")
    assert kuecknitz
    expect(page).to_have_url(re.compile(f"gebiet={kuecknitz.id}"))
    go_to(page, "Zahlen", "Analyse")
    expect(page.locator(CHOSEN)).to_have_text(["Kücknitz (ausgewählt)"])


def test_the_table_can_be_taken_away(page: Page, app_server: Server) -> None:
    open_analysis(page, app_server, "?indikator=hze_ohne_28,sgb2_unter_18&jahr=2024&von=2015&spalten=wert,unterschied")
    page.get_by_role("radio", name="Herunterladen").click()
    files = {}
    for label in ("Arbeitsmappe (XLSX)", "Tabelle für Excel (CSV)", "Tabelle für Programme (CSV)"):
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        files[label] = download.value.path().read_bytes()
    assert files["Arbeitsmappe (XLSX)"].startswith(b"PK")
    assert files["Tabelle für Excel (CSV)"].startswith(b"\xef\xbb\xbf")
    lines = files["Tabelle für Programme (CSV)"].decode().splitlines()
    assert len(lines) == 1 + 2 * 10 * 10  # two indicators, ten areas, ten years
    assert lines[0].endswith(",unterschied")
