"""Leitlinien in a browser: from the overview to one of them and its evidence and back, by keyboard, on a phone."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch
from tests.browser.menue import go_to

PHONE = {"width": 390, "height": 844}
L2 = "Beteiligung junger Menschen und ihrer Erziehungsberechtigten"


def opened(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.url}/leitlinien{query}")
    expect(page.locator("h1")).to_have_text("Leitlinien", timeout=20_000)
    expect(page.locator(".sro-leitliste li")).to_have_count(14)
    return page


def test_from_the_overview_to_the_evidence_of_one_and_back(page: Page, app_server: Server, watch: Watch) -> None:
    page.goto(app_server.url)
    page.get_by_role("link", name="Leitlinien und Bausteine").click(timeout=20_000)
    expect(page.locator(".sro-leitfrage")).to_be_visible(timeout=20_000)
    expect(page.locator(".sro-leitblatt")).to_have_count(0)
    page.get_by_role("link", name=re.compile(f"L2.*{L2}", re.DOTALL)).click()
    expect(page.locator(".sro-leitblatt h2")).to_have_text(L2)
    expect(page).to_have_url(re.compile(r"/leitlinien\?bezug=L2$"))
    expect(page.locator(".sro-leitblatt h2")).to_be_focused()
    expect(page.locator('.sro-leitliste [aria-current="true"]')).to_contain_text(L2)
    page.get_by_role("link", name="Alle Leitlinien, Bausteine und Projekte").click()
    expect(page.locator(".sro-leitfrage")).to_be_visible()
    page.go_back()
    expect(page.locator(".sro-leitblatt h2")).to_have_text(L2)
    impulse = page.locator(".sro-belegliste > li > a").first
    title = impulse.inner_text()
    impulse.click()
    expect(page.locator("h1")).to_have_text("Holstentor-Nord", timeout=20_000)
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    watch.assert_clean(app_server)


def test_counts_lead_to_the_statements_of_the_workshops(page: Page, app_server: Server) -> None:
    opened(page, app_server, "?bezug=stadtteilwerkstaetten")
    page.locator(".sro-belegzahl").get_by_role("link", name=re.compile("Aussagen")).click()
    expect(page.locator("h1")).to_have_text("Stadtteilwerkstätten", timeout=20_000)


def test_on_a_phone_the_open_one_comes_before_the_list_and_nothing_is_wider(page: Page, app_server: Server) -> None:
    page.set_viewport_size(PHONE)
    opened(page, app_server, "?bezug=L2")
    sheet, listed = page.locator(".sro-leitblatt").bounding_box(), page.locator(".sro-leitliste").bounding_box()
    assert sheet
    assert listed
    assert sheet["y"] < listed["y"]
    assert sheet["x"] + sheet["width"] <= PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_navigation_leads_here(page: Page, app_server: Server) -> None:
    page.goto(app_server.url)
    go_to(page, "Stimmen", "Leitlinien")
    expect(page).to_have_url(re.compile("/leitlinien"))
    expect(page.locator("h1")).to_have_text("Leitlinien", timeout=20_000)
