"""Database or connection go away while somebody works: a German sentence, nothing typed is lost, and it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sro.model.beduerfnis import Beduerfnis
from sro.store import Stoerung
from tests.browser.leitung import Leitung
from tests.browser.mitschrift_seite import WAIT, WHO, Dialogserver, Mitschrift

TEXT = "Ein langer Satz, der nicht verloren gehen darf"
FOREIGN = re.compile(r"traceback|exception|error|connection|connecting|please", re.IGNORECASE)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dialogserver]:
    """An app with a dialogue that is being held and the record BN-1."""
    server = Dialogserver(tmp_path_factory.mktemp("ausfall") / "var").fill()
    server.store.akten.anlegen(Beduerfnis(text="Bänke"), wer=WHO)
    with server.serve():
        yield server
    server.store.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="de-DE", viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()


def opened_form(page: Page, port: int) -> Locator:
    """The form of BN-1 with a text that is not saved yet."""
    page.goto(f"http://localhost:{port}/holstentor-nord?teil=bearbeiten")
    page.locator(".st-key-pflege_liste button").first.click(timeout=WAIT)
    field = page.get_by_role("textbox", name=re.compile("^Bedürfnis"))
    expect(field).to_be_visible(timeout=WAIT)
    field.fill(TEXT)
    return field


@contextmanager
def without_database(app: Dialogserver) -> Iterator[None]:
    """Its file is somewhere else for a while."""
    file = app.folder / "sro.sqlite"
    elsewhere = file.rename(file.with_name("woanders.sqlite"))
    try:
        yield
    finally:
        elsewhere.rename(file)


def test_without_a_database_a_sentence_stands_there_and_the_form_comes_back(app: Dialogserver, window: Page) -> None:
    field = opened_form(window, app.port)
    told = window.get_by_test_id("stAlert")
    with without_database(app):
        window.get_by_role("button", name="Speichern", exact=True).click()
        expect(told).to_contain_text(Stoerung.VERSCHWUNDEN.satz, timeout=WAIT)
        expect(told).to_have_count(1)
        number = re.findall(r"\(Nummer ([0-9a-f]{6})\)", told.inner_text())[0]
        assert not FOREIGN.search(window.locator("body").inner_text())
        assert f"Nummer {number}: {Stoerung.VERSCHWUNDEN.satz}" in app.server.log.read_text(encoding="utf-8")
    expect(field).to_have_value(TEXT, timeout=WAIT)  # by itself: nobody touches the page
    expect(told).to_have_count(0)


def test_who_writes_down_a_dialogue_goes_on_without_a_database(app: Dialogserver, window: Page) -> None:
    app.another()
    notes = Mitschrift(window).open(app)
    notes.new().press_sequentially("Vorher")
    notes.saved()
    with without_database(app):
        window.keyboard.type(" währenddessen", delay=60)
        expect(notes.stand).to_have_text(re.compile(r"^nicht gespeichert \(\d+\)$"), timeout=WAIT)
        expect(window.get_by_test_id("stAlert")).to_have_count(0)
    window.keyboard.type(" nachher")
    notes.saved()
    assert app.texts() == ["Vorher währenddessen nachher"]


def test_a_dropped_connection_is_made_again_and_all_stands_as_it_was(app: Dialogserver, window: Page) -> None:
    with Leitung(app.port) as line:
        field = opened_form(window, line.port)
        line.cut()
        told = window.get_by_text("Verbindung wird aufgebaut").or_(window.get_by_text("Keine Verbindung"))
        expect(told.first).to_be_visible(timeout=WAIT)
        assert not FOREIGN.search(window.locator("body").inner_text())
        line.mend()
        expect(told).to_have_count(0, timeout=WAIT)
        expect(field).to_have_value(TEXT)
        window.get_by_role("button", name="Speichern", exact=True).click()
        expect(window.get_by_text(re.compile("Noch nicht gespeichert"))).to_be_visible(timeout=WAIT)
        expect(field).to_have_value(TEXT)  # the same session: it knows which record is open


def test_notes_wait_while_the_connection_is_cut_and_the_clock_set_back(app: Dialogserver, window: Page) -> None:
    app.another()
    with Leitung(app.port) as line:
        notes = Mitschrift(window)
        window.goto(f"http://localhost:{line.port}/dialog?dialog={app.dialog}&teil=mitschrift")
        notes.new().press_sequentially("eins", timeout=WAIT)
        for word in ("zwei", "drei"):
            line.cut()
            window.keyboard.type(f" {word}", delay=60)
            window.evaluate("{ const now = Date.now; Date.now = () => now() - 3600000; }")  # the device's clock is set
            line.mend()
        notes.saved()
        assert app.texts() == ["eins zwei drei"]
