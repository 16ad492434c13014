"""Preparing a dialogue in a browser: made in under ten clicks, worked on by two, kept over a reload, on a phone."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch
from tests.browser.menue import go_to

PHONE = {"width": 390, "height": 844}
WAIT = 20_000


class Clicks:
    """Counts what a person has to press."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, role: str, name: str | re.Pattern[str]) -> None:
        self.count += 1
        self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]


def opened(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.url}/dialog{query}")
    expect(page.locator("h1")).to_be_visible(timeout=WAIT)
    return page


def test_from_the_menu_to_a_prepared_dialogue_in_under_ten_clicks(
    page: Page, fresh_server: Server, watch: Watch
) -> None:
    page.goto(fresh_server.url)
    go_to(page, "Dialog", "Dialog")
    expect(page.locator(".sro-naechster h2")).to_contain_text("Moisling 2026", timeout=WAIT)
    clicks = Clicks(page)
    clicks.on("radio", "Neuer Dialog")
    clicks.on("combobox", re.compile("Worum geht es"))
    page.keyboard.type("Nord")
    clicks.on("option", "St. Lorenz Nord")
    expect(page.locator(".sro-entwurf li").first).to_contain_text("Kinder im SGB II")
    expect(page.locator(".sro-entwurf ul li")).to_have_count(3)  # agreed last year
    clicks.on("button", "Dialog anlegen")
    expect(page.locator("h1")).to_contain_text("Qualitätsentwicklungsdialog St. Lorenz Nord", timeout=WAIT)
    expect(page).to_have_url(re.compile(r"/dialog\?dialog=QD-4&teil=vorbereiten$"))
    expect(page.locator(".sro-stempel")).to_contain_text("Datenstand 1 vom")
    assert clicks.count < 10
    ticked = page.locator('[data-testid="stCheckbox"] input:checked')
    expect(ticked).to_have_count(7)
    page.get_by_text("Mindestsicherung", exact=True).click()
    expect(ticked).to_have_count(6)
    place = page.get_by_label("Ort", exact=True)
    place.fill("Bürgerhaus")
    place.press("Tab")
    expect(page.locator(".sro-dialogkopf")).to_contain_text("Bürgerhaus")
    page.reload()
    expect(ticked).to_have_count(6, timeout=WAIT)
    expect(place).to_have_value("Bürgerhaus")
    page.get_by_role("link", name="Alle Dialoge").click()
    expect(page.locator(".sro-dialoge li")).to_have_count(3)
    watch.assert_clean(fresh_server)


def test_what_is_typed_is_saved_though_nobody_leaves_the_field(
    page: Page, browser: Browser, fresh_server: Server
) -> None:
    opened(page, fresh_server, "?dialog=QD-3")
    place = page.get_by_label("Ort", exact=True)
    expect(place).to_have_value("Stadtteilhaus", timeout=WAIT)
    place.focus()
    place.press("End")
    place.press_sequentially(", Saal 2", delay=40)
    expect(page.locator(".sro-dialogkopf")).to_contain_text("Stadtteilhaus, Saal 2")
    expect(place).to_be_focused()
    place.press_sequentially(", oben", delay=40)
    expect(place).to_have_value("Stadtteilhaus, Saal 2, oben")
    expect(page.locator(".sro-dialogkopf")).to_contain_text("Saal 2, oben")
    page.context.close()
    other = browser.new_context(locale="de-DE").new_page()
    opened(other, fresh_server, "?dialog=QD-3")
    expect(other.get_by_label("Ort", exact=True)).to_have_value("Stadtteilhaus, Saal 2, oben", timeout=WAIT)
    other.context.close()


def test_two_browsers_prepare_the_same_dialogue(page: Page, browser: Browser, fresh_server: Server) -> None:
    other = browser.new_context(locale="de-DE", viewport={"width": 1400, "height": 900}).new_page()
    for one in (page, other):
        opened(one, fresh_server, "?dialog=QD-3")
        expect(one.get_by_label("Ort", exact=True)).to_have_value("Stadtteilhaus", timeout=WAIT)
    other.get_by_label("Ort", exact=True).fill("Aula")
    other.get_by_label("Ort", exact=True).press("Enter")
    expect(other.locator(".sro-dialogkopf")).to_contain_text("Aula")
    page.get_by_text("Mindestsicherung", exact=True).click()
    expect(page.locator(".sro-dialogkopf")).to_contain_text("Aula")
    expect(page.locator(".st-key-dialog")).to_contain_text("8 Indikatoren sind zu viele")
    other.get_by_text("Spielfläche", exact=True).click()
    expect(other.locator(".st-key-dialog")).to_contain_text("9 Indikatoren sind zu viele")
    other.context.close()


def test_a_finished_dialogue_is_a_sheet_and_a_wrong_one_is_told(page: Page, app_server: Server) -> None:
    opened(page, app_server, "?dialog=QD-1")
    expect(page.locator(".sro-gewaehlte").first).to_contain_text("Kinder im SGB II", timeout=WAIT)
    expect(page.locator('[data-testid="stCheckbox"]')).to_have_count(0)
    opened(page, app_server, "?dialog=QD-99")
    expect(page.get_by_text("Die Angabe „dialog“ in der Adresse passt nicht")).to_be_visible(timeout=WAIT)
    expect(page.locator(".sro-naechster")).to_be_visible()


def test_the_way_back_leads_from_a_dialogue_to_the_list(page: Page, app_server: Server) -> None:
    opened(page, app_server)
    page.locator(".sro-naechster").get_by_role("link").click(timeout=WAIT)
    expect(page.locator(".sro-dialogkopf h1")).to_contain_text("Moisling 2026", timeout=WAIT)
    page.go_back()
    expect(page.locator(".sro-naechster")).to_be_visible(timeout=WAIT)


def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page, app_server: Server) -> None:
    page.set_viewport_size(PHONE)
    for query in ("", "?dialog=QD-3", "?teil=neu&raum=stadtteil.06"):
        opened(page, app_server, query)
        expect(page.locator(".sro-naechster, .sro-stempel").first).to_be_visible(timeout=WAIT)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
