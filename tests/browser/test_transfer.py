"""Transfer in a browser: from the plan to the product, from the matrix to the plan, along the chain; two who enter."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch
from tests.browser.menue import go_to

PHONE = {"width": 390, "height": 844}
PLAN, CHAIN = ".sro-transferplan", ".sro-belegkette"


def opened(page: Page, server: Server, query: str = "", there: str = PLAN) -> Page:
    page.goto(f"{server.url}/transfer{query}")
    expect(page.locator(there)).to_be_visible(timeout=30_000)
    return page


def test_the_navigation_leads_here_and_a_row_to_its_product(page: Page, app_server: Server, watch: Watch) -> None:
    page.goto(app_server.url)
    go_to(page, "Dialog", "Transfer")
    expect(page.locator("h1")).to_have_text("Transfer", timeout=20_000)
    states = page.locator(f"{PLAN} tbody th")
    expect(states.first).to_contain_text("überfällig")
    row = page.locator(f"{PLAN} tr", has_text="Moisling").filter(has_text="Stadtteilprofil")
    row.get_by_role("link", name="Stadtteilprofil").click()
    expect(page).to_have_url(re.compile(r"/profil\?ebene=stadtteil&gebiet=03"))
    expect(page.locator("h1")).to_have_text("Moisling", timeout=20_000)
    watch.assert_clean(app_server)


@pytest.mark.parametrize(
    ("zeile", "product", "there"),
    [
        ("TR-7", "Übergabeliste", "Stadtteilwerkstätten"),
        ("TR-8", "Rückmeldung an Kinder und Jugendliche", "Stadtteilwerkstätten"),
        ("TR-11", "Bedarfe und Impulse", "Holstentor-Nord"),
        ("TR-3", "Protokoll des Dialogs", "Qualitätsentwicklungsdialog St. Lorenz Nord 2025"),
        ("TR-5", "Stand der Vereinbarungen", None),
    ],
)
def test_products_open_their_pages(page: Page, app_server: Server, zeile: str, product: str, there: str | None) -> None:
    opened(page, app_server, f"?zeile={zeile}")
    page.locator(".sro-planblatt").get_by_role("link", name=product).click()
    expect(page).not_to_have_url(re.compile("/transfer"))
    expect(page.locator("h1").first).to_contain_text(there or re.compile(r"\w"), timeout=20_000)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_open_data_are_the_interface_for_machines(page: Page, app_server: Server) -> None:
    opened(page, app_server, "?produkt=offene_daten")
    page.locator(PLAN).get_by_role("link", name="Offene Daten").click()
    expect(page).to_have_url(re.compile(r"/api/"))


def test_from_a_field_of_the_matrix_to_its_rows(page: Page, app_server: Server, watch: Watch) -> None:
    opened(page, app_server, "?teil=matrix", ".sro-transfermatrix")
    assert page.locator(".sro-transfermatrix .leer").count() > 40
    page.locator(".sro-transfermatrix tr", has_text="Übergabeliste").locator("td a").click()
    expect(page.locator(f"{PLAN} tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile("produkt=uebergabeliste&zielgruppe=aemter"))
    page.go_back()
    expect(page.locator(".sro-transfermatrix")).to_be_visible()
    watch.assert_clean(app_server)


def test_along_the_chain_by_search_link_and_keyboard(page: Page, app_server: Server, watch: Watch) -> None:
    opened(page, app_server, "?teil=kette", ".sro-belegtafel")
    page.get_by_role("combobox", name="Kette von").fill("Begleiteter Übergang")
    page.keyboard.press("Enter")
    expect(page.locator("#sro-belegstart")).to_have_text("Begleiteter Übergang von der Kita in die Schule")
    expect(page).to_have_url(re.compile("von=BE-7"))
    page.locator(CHAIN).get_by_role("link", name=re.compile("VB-2")).click()
    expect(page).to_have_url(re.compile("von=VB-2"))
    expect(page.locator("#sro-belegstart")).to_be_focused()
    expect(page.locator(f"{CHAIN} .gewaehlt")).to_contain_text("VB-2")
    page.locator(CHAIN).get_by_role("link", name=re.compile("BE-7")).press("Enter")
    expect(page.locator(f"{CHAIN} .gewaehlt")).to_contain_text("BE-7")
    page.go_back()
    expect(page.locator(f"{CHAIN} .gewaehlt")).to_contain_text("VB-2")
    watch.assert_clean(app_server)


def test_other_pages_lead_into_the_chain(page: Page, app_server: Server) -> None:
    page.goto(f"{app_server.url}/methodik?indikator=ganztag_grundschule")
    page.get_by_role("link", name="Belegkette").click(timeout=30_000)
    expect(page.locator("#sro-belegstart")).to_have_text("Ganztag Grundschule", timeout=30_000)
    page.goto(f"{app_server.url}/holstentor-nord?teil=kette&element=BE-4")
    page.get_by_role("link", name="Welche Vereinbarungen darauf beruhen").click(timeout=30_000)
    expect(page.locator(f"{CHAIN} .gewaehlt")).to_contain_text("BE-4", timeout=30_000)


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", PLAN),
        ("?zeile=TR-2", ".sro-planblatt"),
        ("?teil=matrix", ".sro-transfermatrix"),
        ("?teil=kette", ".sro-belegtafel"),
        ("?von=BE-1", CHAIN),
    ],
)
def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page, app_server: Server, query: str, there: str) -> None:
    page.set_viewport_size(PHONE)
    opened(page, app_server, query, there)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    box = page.locator(there).bounding_box()
    assert box
    assert box["x"] + box["width"] <= PHONE["width"]


def test_two_enter_a_sending_at_once_and_neither_overwrites_the_other(browser: Browser, fresh_server: Server) -> None:
    pages = [browser.new_context(locale="de-DE", viewport={"width": 1400, "height": 900}).new_page() for _ in range(2)]
    for page in pages:
        opened(page, fresh_server, "?zeile=TR-5")
        page.get_by_role("radio", name="Versand eintragen").click()
        page.get_by_role("textbox", name="An *").fill("Jugendhilfeausschuss, Sondersitzung")
    first, second = pages
    first.get_by_role("button", name="Versand speichern").click()
    expect(first.get_by_text("ist eingetragen")).to_be_visible()
    expect(first.locator(".sro-planblatt li").first).to_contain_text("Sondersitzung")
    expect(first.locator(f"{PLAN} tr", has_text="Mitteilungsvorlage").locator("th")).not_to_contain_text("überfällig")
    second.get_by_role("button", name="Versand speichern").click()
    expect(second.get_by_text("inzwischen geändert")).to_be_visible()
    expect(second.get_by_role("textbox", name="An *")).to_have_value("Jugendhilfeausschuss, Sondersitzung")
    expect(second.locator(".sro-planblatt li", has_text="Sondersitzung")).to_have_count(1)
    for page in pages:
        page.context.close()
