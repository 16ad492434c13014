"""Editing records in the browser: two at once, texts that are meant to do harm, out to a workbook and in again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.app_server import Server
from tests.akten.akteninhalte import HOSTILE
from tests.browser import barrieren
from tests.browser.conftest import Watch

PART = "/holstentor-nord?teil=bearbeiten"
PATIENCE = 30_000
ALL_AT_ONCE = " ".join(HOSTILE)


def listed(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}{PART}")
    expect(entries(page).first).to_be_visible(timeout=PATIENCE)
    return page


def entries(page: Page) -> Locator:
    return page.locator(".st-key-pflege_liste button")


def opened(page: Page, akte: str) -> Page:
    search = page.get_by_role("searchbox", name="Suchen").or_(page.get_by_role("textbox", name="Suchen"))
    search.fill(akte)
    entry = entries(page).filter(has=page.locator("strong", has_text=re.compile(f"^{akte}$")))
    entry.click(timeout=PATIENCE)
    expect(page.get_by_role("heading", name=f"Bedürfnis {akte}")).to_be_visible(timeout=PATIENCE)
    return page


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=re.compile(f"^{name}"))


def back_to_list(page: Page) -> None:
    page.get_by_role("button", name="Alle Bedürfnisse").click()
    search = page.get_by_role("searchbox", name="Suchen").or_(page.get_by_role("textbox", name="Suchen"))
    search.fill("")
    expect(entries(page).nth(3)).to_be_visible(timeout=PATIENCE)


def listed_as(page: Page, akte: str) -> str:
    """What the list shows behind a record's id."""
    entry = entries(page).filter(has=page.locator("strong", has_text=re.compile(f"^{akte}$")))
    expect(entry).to_be_visible(timeout=PATIENCE)
    return (entry.text_content() or "").replace("\u2060", "").removeprefix(akte).strip()


def save(page: Page) -> None:
    page.get_by_role("button", name="Speichern", exact=True).click()


def confirmed(page: Page) -> None:
    """Saves; where the guard on names asks, somebody has looked."""
    save(page)
    saved, tick = page.get_by_text(re.compile(r"ist gespeichert \(Fassung")), page.get_by_text("kein Personenbezug")
    expect(saved.or_(tick).first).to_be_visible(timeout=PATIENCE)
    if tick.count():
        tick.click()
        save(page)
    expect(saved).to_be_visible(timeout=PATIENCE)


def harmless(page: Page) -> None:
    """Nothing that somebody typed became an element, a link, a formula or a colour."""
    assert page.evaluate("window.getroffen") is None
    assert page.locator("img[src='x'], a[href^='javascript'], .katex").count() == 0
    inside = page.locator(".st-key-pflege_rahmen")
    assert inside.locator("em:has-text('kursiv') em, code, s, [style*='color: rgb(255']").count() == 0


@pytest.fixture
def second(browser: Browser, watch: Watch) -> Iterator[Page]:
    """Another window, of somebody else."""
    context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin", viewport={"width": 1400, "height": 900})
    page = context.new_page()
    watch.follow(page)
    yield page
    context.close()


def test_two_editors_at_once(fresh_server: Server, page: Page, second: Page, watch: Watch) -> None:
    opened(listed(page, fresh_server), "BN-1")
    opened(listed(second, fresh_server), "BN-1")
    before, source = field(page, "Bedürfnis").input_value(), field(page, "Quelle").input_value()

    field(page, "Bedürfnis").fill("von der ersten Seite")
    confirmed(page)

    field(second, "Bedürfnis").fill("von der zweiten Seite")
    field(second, "Quelle").fill("eine Befragung")
    save(second)
    table = second.get_by_role("region", name="Was sich geändert hat")
    expect(table).to_be_visible(timeout=PATIENCE)
    words = table.locator("tr", has=second.get_by_role("rowheader", name="Bedürfnis"))
    expect(words.locator("td")).to_have_text([before, "von der ersten Seite", "von der zweiten Seite"])
    expect(table.locator("tr", has_text="Quelle")).to_contain_text(source)
    assert barrieren.violations(second) == []
    together = second.get_by_role("button", name="Zusammengeführt speichern")
    expect(together).to_be_disabled()
    second.get_by_text("Beides", exact=True).click()
    expect(together).to_be_enabled(timeout=PATIENCE)
    together.click()
    expect(second.get_by_text("zusammengeführt und gespeichert (Fassung 3)")).to_be_visible(timeout=PATIENCE)
    expect(field(second, "Bedürfnis")).to_have_value("von der ersten Seite\n\nvon der zweiten Seite")
    expect(field(second, "Quelle")).to_have_value("eine Befragung")
    history = second.locator(".sro-schritt").first
    expect(history).to_contain_text("von der zweiten Seite")
    expect(history).to_contain_text(before)
    watch.assert_clean(fresh_server)


def test_texts_that_are_meant_to_do_harm_are_shown_as_they_are(
    fresh_server: Server, page: Page, second: Page, watch: Watch, tmp_path: Path
) -> None:
    opened(listed(page, fresh_server), "BN-2")
    opened(listed(second, fresh_server), "BN-2")
    field(page, "Bedürfnis").fill(ALL_AT_ONCE)
    field(page, "Quelle").fill(HOSTILE[2])
    confirmed(page)
    expect(page.locator(".sro-schritt").first).to_contain_text(ALL_AT_ONCE)
    harmless(page)

    field(second, "Bedürfnis").fill(f"{ALL_AT_ONCE}!")
    save(second)
    if second.get_by_text("kein Personenbezug").count():
        second.get_by_text("kein Personenbezug").click()
        save(second)
    table = second.get_by_role("region", name="Was sich geändert hat")
    expect(table).to_contain_text(f"{ALL_AT_ONCE}!", timeout=PATIENCE)
    harmless(second)

    back_to_list(page)
    assert listed_as(page, "BN-2").startswith(" ".join(HOSTILE[:3])[:100])
    opened(page, "BN-3")
    field(page, "Bedürfnis").fill(" ".join(HOSTILE[3:]))
    confirmed(page)
    back_to_list(page)
    assert listed_as(page, "BN-3").startswith(" ".join(HOSTILE[3:]))
    harmless(page)

    page.get_by_text("Als Tabelle (XLSX)").click()
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("button", name="Bedürfnisse", exact=True).click()
    download.value.save_as(tmp_path / "beduerfnisse.xlsx")
    sheet = load_workbook(tmp_path / "beduerfnisse.xlsx")["Bedürfnisse"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value in (ALL_AT_ONCE, HOSTILE[2])]
    assert [(cell.data_type, cell.hyperlink) for cell in cells] == [("s", None)] * 2
    watch.assert_clean(fresh_server)


def test_a_workbook_is_filled_in_and_read_again(fresh_server: Server, page: Page, watch: Watch, tmp_path: Path) -> None:
    listed(page, fresh_server)
    page.get_by_text("Als Tabelle (XLSX)").click()
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("button", name="Bedürfnisse", exact=True).click()
    path = tmp_path / "beduerfnisse.xlsx"
    download.value.save_as(path)

    book = load_workbook(path)
    book["Bedürfnisse"]["C2"], book["Bedürfnisse"]["D3"] = "Omas", "aus der Tabelle <b>fett</b>"
    book.save(tmp_path / "falsch.xlsx")
    chooser = page.locator(".st-key-pflege_rahmen input[type=file]")
    chooser.set_input_files(str(tmp_path / "falsch.xlsx"))
    expect(page.locator(".sro-befunde")).to_contain_text("„Omas“ gibt es nicht", timeout=PATIENCE)
    expect(page.get_by_role("button", name=re.compile("übernehmen"))).to_have_count(0)

    book["Bedürfnisse"]["C2"] = "Kinder"
    book.save(tmp_path / "richtig.xlsx")
    page.get_by_role("button", name="falsch.xlsx entfernen").click()
    chooser.set_input_files(str(tmp_path / "richtig.xlsx"))
    preview = page.locator(".sro-vorschau")
    expect(preview).to_contain_text("aus der Tabelle <b>fett</b>", timeout=PATIENCE)
    page.get_by_role("button", name=re.compile(r"^\d Eintr(ag|äge) übernehmen")).click()
    expect(page.get_by_text("aus der Tabelle übernommen")).to_be_visible(timeout=PATIENCE)
    expect(entries(page).first).to_contain_text("aus der Tabelle <b>fett</b>", timeout=PATIENCE)
    watch.assert_clean(fresh_server)
