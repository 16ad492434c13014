"""Tasks that write something, done without a pointer: only keys are pressed, from the first stop of the page on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.conftest import _served
from tests.browser.zustaende import rest

LONGEST_WAY = 120  # stops of the tab key to whatever a task needs
# What has the focus, in shadow roots as well: what a screen reader would call it.
ACTIVE = """() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return "";
  const labels = [...(at.labels || [])].map((one) => one.textContent).join(" ");
  return (at.getAttribute("aria-label") || labels || at.textContent || at.placeholder || "").trim();
}"""


@pytest.fixture(scope="module")
def server(seeded_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """For what is written down, which other tests must not find."""
    with _served(seeded_var, tmp_path_factory.mktemp("tastatur")) as server:
        yield server


def opened(page: Page, server: Server, address: str) -> None:
    page.goto(f"{server.url}/{address}")
    rest(page)


def tab_to(page: Page, name: str) -> None:
    """On with the tab key until what has the focus begins with this name."""
    passed = []
    for _ in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(ACTIVE))
        if re.match(name, passed[-1]):
            return
    raise AssertionError(f"„{name}“ ist mit der Tabulatortaste nicht zu erreichen, nur {passed}")


def write(page: Page, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)
    rest(page)


def test_the_state_of_an_agreement_is_changed(page: Page, server: Server) -> None:
    opened(page, server, "dialog?teil=brett")
    press(page, "In Moisling findet")
    expect(page.locator("#sro-brett-eintrag")).to_be_focused()
    tab_to(page, "Stand")
    page.keyboard.type("zurück")
    page.keyboard.press("Enter")
    write(page, "Was daraus wurde", "Mit der Tastatur geschrieben.")
    press(page, "Speichern")
    expect(page.get_by_text("Gespeichert.")).to_be_visible()
    expect(page.locator(".sro-bretteintrag").first).to_contain_text("zurückgestellt")


def test_a_record_is_found_changed_and_saved(page: Page, server: Server) -> None:
    opened(page, server, "transfer?teil=bearbeiten")
    write(page, "Suchen", "TR-14")
    expect(page.locator(".sro-unter[role=status]")).to_contain_text("1 von")
    press(page, "TR-14")
    write(page, "Hinweis", "Mit der Tastatur geschrieben.")
    press(page, "Speichern")
    expect(page.get_by_text("ist gespeichert (Fassung 2)")).to_be_visible()


def test_a_sending_is_entered(page: Page, server: Server) -> None:
    opened(page, server, "transfer?zeile=TR-5")
    press(page, "Versand eintragen", "Space")
    write(page, r"An \*", "Jugendhilfeausschuss, Sitzung ohne Maus")
    press(page, "Versand speichern")
    expect(page.get_by_text("ist eingetragen")).to_be_visible()


def test_the_filter_of_the_analysis_is_opened_used_and_left(page: Page, server: Server) -> None:
    opened(page, server, "analyse?blick=tabelle")
    press(page, r"\w*Filter und Spalten")
    press(page, "Absteigend", "Space")
    expect(page).to_have_url(re.compile("absteigend"))
    tab_to(page, "Definition")


def test_the_list_of_areas_over_a_screen_gives_the_focus_back(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/dialog?dialog=QD-3&modus=praesentation&bild=9")
    expect(page.locator(".praesentation section:not([hidden])")).to_be_visible(timeout=30_000)
    tab_to(page, "Anderes Gebiet zeigen")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    for _ in range(14):  # more stops than the list has: the focus stays within
        page.keyboard.press("Tab")
        assert dialog.evaluate("(one) => one.contains(one.getRootNode().activeElement)")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.evaluate(ACTIVE).startswith("Anderes Gebiet zeigen")
