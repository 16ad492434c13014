"""Methodik in a browser: a sheet by its address, the search while typing, everything by keyboard, on a phone too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch
from tests.browser.menue import section

PHONE = {"width": 390, "height": 844}


def opened(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.url}/methodik{query}")
    expect(page.locator("h1")).to_have_text("Methodik", timeout=20_000)
    expect(page.locator("h2")).to_be_visible()
    return page


def focused(page: Page) -> str:
    return page.evaluate("(document.activeElement.innerText || document.activeElement.ariaLabel || '').trim()")


def tab_to(page: Page, wanted: str, most: int = 60) -> None:
    """Presses Tab until an element that begins with this text has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(wanted):
            return
    raise AssertionError(f"{wanted!r} ist mit der Tabulatortaste nicht zu erreichen.")


def test_a_sheet_opens_by_its_address_on_a_fresh_server(page: Page, fresh_server: Server, watch: Watch) -> None:
    opened(page, fresh_server, "?indikator=hze_ohne_28")
    expect(page.locator(".sro-blatt h3").first).to_have_text("Hilfen zur Erziehung ohne Erziehungsberatung (H1)")
    expect(section(page, "Grundlagen")).to_be_visible()
    page.wait_for_timeout(500)
    assert page.url.endswith("/methodik?indikator=hze_ohne_28")
    watch.assert_clean(fresh_server)


def test_the_search_answers_while_somebody_types(page: Page, app_server: Server) -> None:
    opened(page, app_server)
    page.get_by_role("searchbox", name="Suchen").press_sequentially("Übergew")
    expect(page.get_by_role("status").filter(has_text="1 von 35 Indikatoren")).to_be_visible()
    expect(page).to_have_url(re.compile("suche=%C3%9Cbergew"))
    page.get_by_role("button", name="Anteil der Kinder mit Übergewicht").click()
    expect(page.locator(".sro-blatt h3").first).to_contain_text("(G1)")
    expect(page).to_have_url(re.compile(r"\?indikator=uebergewicht$"))
    page.get_by_role("button", name="Alle Indikatoren").click()
    expect(page.get_by_role("searchbox", name="Suchen")).to_have_value("Übergew")


def test_sections_and_sheets_are_reached_by_keyboard(page: Page, app_server: Server) -> None:
    opened(page, app_server)
    tab_to(page, "B4")
    page.keyboard.press("Enter")
    expect(page.locator(".sro-blatt h3").first).to_contain_text("(B4)")
    page.reload()
    expect(page.locator("h2")).to_have_text("Indikatoren")
    tab_to(page, "Indikatoren")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "Geheimhaltung"
    page.keyboard.press("Enter")
    expect(page.locator("h2")).to_have_text("Geheimhaltung")
    expect(page).to_have_url(re.compile("abschnitt=geheimhaltung"))


def test_the_drawer_of_a_figure_leads_to_the_same_sheet(page: Page, app_server: Server) -> None:
    page.goto(f"{app_server.url}/zeitreihe?indikator=hze_ohne_28")
    expect(page.locator("h1")).to_contain_text("bis 2024", timeout=20_000)
    page.get_by_role("radio", name="Definition", exact=True).click()
    drawer = page.locator(".sro-blatt h3").first.inner_text()
    page.get_by_role("link", name="In der Methodik öffnen").click()
    expect(page.locator("h1")).to_have_text("Methodik", timeout=20_000)
    expect(page.locator(".sro-blatt h3").first).to_have_text(drawer)


@pytest.mark.parametrize("abschnitt", ["indikatoren", "zeichen", "gebiete", "datenstaende", "datenschutz"])
def test_nothing_is_wider_than_a_phone(page: Page, app_server: Server, abschnitt: str) -> None:
    page.set_viewport_size(PHONE)
    opened(page, app_server, f"?abschnitt={abschnitt}")
    expect(page.locator("footer.sro-fuss")).to_be_visible()
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.st-key-methodik *')].filter((e) =>
             e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).clipPath === 'none')
             .map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert wide == []


def test_the_search_works_on_a_phone(page: Page, app_server: Server) -> None:
    page.set_viewport_size(PHONE)
    opened(page, app_server)
    field = page.get_by_role("searchbox", name="Suchen")
    field.press_sequentially("heim")
    expect(page.get_by_role("status").filter(has_text="1 von 35 Indikatoren")).to_be_visible()
    expect(page.get_by_role("button", name="H4")).to_be_in_viewport()
    box = field.bounding_box()
    assert box is not None
    assert box["width"] > 250
