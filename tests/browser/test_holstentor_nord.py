"""Holstentor-Nord in a real browser: from a voice to its lever and back by click, filters, keyboard, hostile text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.app_server import Server, app_command, free_port
from sro.model.akteur import Akteur, Rolle
from sro.store import open_store
from tests.akten.kettenakten import inhalte
from tests.browser.conftest import Watch

WHO = Akteur("Probe", Rolle.PLANUNG)
HOSTILE = (
    '<img src=x onerror="window.getroffen=1"> [x](javascript:window.getroffen=1) $a$ :red[b] =HYPERLINK("http://x")'
)
HEADING = ".sro-element h2"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the small chain alone, one voice of it hostile."""
    folder = tmp_path_factory.mktemp("holstentor")
    store = open_store(f"sqlite:///{folder / 'sro.sqlite'}")
    contents = inhalte()
    contents["BN-1"] = replace(contents["BN-1"], text=HOSTILE)
    contents["BE-2"] = replace(contents["BE-2"], titel=HOSTILE)
    assert [store.akten.anlegen(one, wer=WHO).id for one in contents.values()] == list(contents)
    store.close()
    port = free_port()
    with Server(app_command(port), port, folder / "server.log", {"SRO_VAR": str(folder)}) as running:
        yield running


def open_page(page: Page, server: Server, query: str = "") -> None:
    page.goto(f"{server.url}/holstentor-nord{query}")
    page.wait_for_selector("h1")


def elements(page: Page, column: int) -> Locator:
    """The elements of one column of the chain."""
    return page.locator(".sro-glieder").nth(column).locator("li")


def element(page: Page, akte: str) -> Locator:
    return page.locator(".sro-kette li").filter(has=page.get_by_text(re.compile(rf"^{akte} ·|^{akte}$"))).locator("a")


def widget(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=re.compile(name))


def test_from_a_voice_to_its_lever_and_back_by_click(page: Page, server: Server, watch: Watch) -> None:
    open_page(page, server, "?teil=kette")
    expect(elements(page, 0)).to_have_count(4)
    page.evaluate("window.dieselbeSeite = 1")
    element(page, "BN-2").click()
    expect(page.locator(HEADING)).to_have_text("Ein sicherer Weg zum Spielplatz.")
    expect(page).to_have_url(re.compile(r"element=BN-2"))
    expect(elements(page, 0)).to_have_count(1)
    expect(elements(page, 3)).to_have_count(2)
    for akte, heading in (("BE-1", "Plätze für alle"), ("IM-1", "Begehung mit Kindern"), ("SP-1", "Konzept ändern")):
        page.locator(".sro-element").get_by_role("link", name=re.compile(f"^{akte} ")).click()
        expect(page.locator(HEADING)).to_have_text(heading)
    expect(elements(page, 0)).to_have_count(4)  # all that the lever rests on, the contradiction as well
    expect(elements(page, 3)).to_have_count(1)
    for akte, heading in (
        ("IM-1", "Begehung mit Kindern"),
        ("BE-1", "Plätze für alle"),
        ("BN-3", "Abends draußen sitzen."),
    ):
        element(page, akte).click()
        expect(page.locator(HEADING)).to_have_text(heading)
    page.go_back()
    expect(page.locator(HEADING)).to_have_text("Plätze für alle")
    page.get_by_role("link", name="Ganze Kette zeigen").click()
    expect(elements(page, 0)).to_have_count(4)
    expect(page.locator(HEADING)).to_have_count(0)
    assert page.evaluate("window.dieselbeSeite") == 1  # the session stays, nothing was loaded anew
    watch.assert_clean(server)


def test_group_and_quartier_filter_every_part(page: Page, server: Server) -> None:
    open_page(page, server)
    page.get_by_role("radio", name="Jugendliche", exact=True).click()
    expect(page.locator(".sro-stimmen h2")).to_have_text("1 Bedürfnis")
    expect(page.locator(".sro-stimme")).to_contain_text("Abends draußen sitzen.")
    page.get_by_role("radio", name="Jugendliche", exact=True).click()
    widget(page, "Quartier").click()
    page.get_by_role("option", name="Holstentor-Quartier").click()
    expect(page.locator(".sro-stimmen h2")).to_have_text("1 Bedürfnis")
    expect(page).to_have_url(re.compile("quartier=holstentor-quartier"))
    page.get_by_role("radio", name="Kette", exact=True).click()
    expect(elements(page, 0)).to_have_count(1)
    expect(elements(page, 1)).to_have_count(2)
    page.get_by_role("radio", name="Bedarfe", exact=True).click()
    expect(page.locator(".sro-bedarf")).to_have_count(2)
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator(".sro-bedarf")).to_have_count(2)
    page.get_by_role("button", name="Filter aufheben").click()
    expect(page).to_have_url(re.compile(r"\?teil=bedarfe$"))


def test_a_cell_of_the_matrix_filters_and_a_second_click_lifts_it(page: Page, server: Server) -> None:
    open_page(page, server)
    cell = page.locator(".sro-perspektiven tr", has_text="Wege und Verkehr").locator("td", has_text="nicht gezählt")
    cell.get_by_role("link").click()
    expect(page.locator(".sro-stimmen h2")).to_have_text("1 Bedürfnis")
    expect(page).to_have_url(re.compile("gruppe=eltern&thema=wege"))
    page.locator(".sro-perspektiven td.gewaehlt a").click()
    expect(page.locator(".sro-stimmen h2")).to_have_text("4 Bedürfnisse")
    expect(page.locator(".sro-perspektiven td.gar-nicht").first).to_have_text("noch nie gehört")


def test_the_keyboard_walks_the_chain(page: Page, server: Server) -> None:
    open_page(page, server, "?teil=kette")
    element(page, "BN-2").focus()
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Welche Vereinbarungen darauf beruhen")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".sro-element li a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_have_text("Plätze für alle")


@pytest.mark.parametrize(
    "query", ["", "?teil=bedarfe", "?teil=kette", "?element=BN-1", "?element=BE-2", "?teil=raum", "?teil=bearbeiten"]
)
def test_hostile_text_is_shown_as_it_is(page: Page, server: Server, watch: Watch, query: str) -> None:
    open_page(page, server, query)
    if query != "?teil=raum":
        expect(page.locator("body")).to_contain_text("window.getroffen=1")
    assert page.locator('img[src="x"], a[href^="javascript"]').count() == 0
    assert page.evaluate("window.getroffen") is None
    watch.assert_clean(server)


def test_hostile_text_stands_there_word_for_word(page: Page, server: Server) -> None:
    open_page(page, server, "?element=BN-1")
    expect(page.locator(HEADING)).to_have_text(HOSTILE)


@pytest.mark.parametrize("query", ["", "?teil=bedarfe", "?teil=kette", "?element=BE-1", "?teil=raum"])
def test_nothing_is_wider_than_a_phone(page: Page, server: Server, query: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, server, query)
    page.wait_for_selector(".st-key-holstentor .stHtml")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.st-key-holstentor *')]
            .filter((e) => e.offsetParent && e.getBoundingClientRect().right > 391 && !e.closest('.sro-nur-hoerbar'))
            .map((e) => e.className + ': ' + e.textContent.slice(0, 40))"""
    )
    assert wide == []


def test_a_phone_says_in_words_where_an_element_leads(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, server, "?teil=kette")
    expect(page.get_by_text("führt zu BE-1 (im Widerspruch zu anderen, 7 Nennungen)")).to_be_visible()
    page.get_by_role("link", name="Steuerungspotentiale 2").click()
    expect(page.get_by_role("heading", name="Steuerungspotentiale")).to_be_in_viewport()
    expect(elements(page, 0)).to_have_count(4)
