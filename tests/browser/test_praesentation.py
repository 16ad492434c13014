"""A dialogue on the projector: by keyboard, without a connection, to another area and back, legible from afar."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.app_server import Server
from sro.auswertung.kennwert import figure
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.akte import Freigabe, Inhalt
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage
from sro.model.dialog import Dialog, Dialogrolle
from sro.model.gebiet import GebietKey
from sro.model.vereinbarung import Vereinbarung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import open_store
from sro.views import words
from sro.views.dialog.bild_zahl import rows
from tests.browser.conftest import Watch, _served

WAIT = 30_000  # milliseconds
DIALOG, MOISLING = "QD-3", GebietKey("stadtteil", "03")
PROJECTOR = {"width": 1280, "height": 720}
LARGE = {"width": 1920, "height": 1080}

# What of the open screen, its foot, the clock and the keys is too small to be read from afar, or does not fit. Drawn
# letters count as they appear.
POOR = """() => {
  const every = [...document.querySelectorAll("*")];
  const rooted = (inner) => every.map((one) => one.shadowRoot?.querySelector(inner)).find(Boolean);
  const shown = rooted(".praesentation"), notes = rooted(".dm"), poor = [];
  const screen = [...shown.querySelectorAll("section")].find((one) => !one.hidden);
  const least = 24 * innerWidth / 1280 - 0.01;
  const seen = { visibilityProperty: true }, silent = ".nur-hoerbar, style, option";
  const visible = (one) => one.checkVisibility(seen) && !one.closest(silent);
  const height = (one) => parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom;
  const text = (root, judge) => {
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (words.nextNode())
      if (words.currentNode.textContent.trim() && visible(words.currentNode.parentElement)) judge(words.currentNode);
  };
  text(shown, (written) => {
    const around = written.parentElement, drawn = around.closest("svg"), range = document.createRange();
    const tall = height(around) * (drawn ? drawn.getScreenCTM().a : 1);
    if (tall < least) poor.push([tall, written.textContent]);
    range.selectNodeContents(written);
    const box = range.getBoundingClientRect();
    if (box.left < 0 || box.right > innerWidth || box.bottom > innerHeight) poor.push(["outside", written.textContent]);
  });
  if (notes && visible(notes)) {
    text(notes, (written) => {
      const tall = height(written.parentElement);
      if (tall < least) poor.push([tall, written.textContent]);
    });
    for (const field of notes.querySelectorAll("input, textarea, select"))
      if (visible(field) && height(field) < least) poor.push([height(field), field.name || field.tagName]);
    const frame = document.querySelector(".st-key-praesentation_mitschrift");
    if (frame.scrollWidth > frame.clientWidth + 1) poor.push(["notes overflow"]);
  }
  for (const part of [screen, ...screen.querySelectorAll(".inhalt, footer")])
    if (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
      poor.push(["overflows", part.className || part.tagName, part.scrollHeight, part.clientHeight]);
  if (document.documentElement.scrollHeight > innerHeight) poor.push(["page scrolls"]);
  return poor;
}"""


@pytest.fixture
def browser_context_args() -> dict[str, Any]:
    return {"locale": "de-DE", "timezone_id": "Europe/Berlin", "viewport": PROJECTOR}


@dataclass
class Leinwand:
    """The presentation as the room sees it."""

    page: Page

    def open(self, server: Server, bild: int | None = None, dialog: str = DIALOG) -> Leinwand:
        more = f"&bild={bild}" if bild else ""
        self.page.goto(f"{server.url}/dialog?dialog={dialog}&modus=praesentation{more}")
        expect(self.screen).to_be_visible(timeout=WAIT)
        return self

    @property
    def screen(self) -> Locator:
        return self.page.locator(".praesentation section:not([hidden])")

    @property
    def heading(self) -> Locator:
        return self.screen.locator("h1, h2")

    @property
    def kennung(self) -> str:
        return self.screen.get_attribute("data-kennung") or ""

    @property
    def screens(self) -> list[str]:
        found: list[str] = self.page.locator(".praesentation .bilder > section").evaluate_all(
            "all => all.map((one) => one.dataset.kennung)"
        )
        return found

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def go_to(self, kennung: str) -> None:
        """By the keyboard, from wherever."""
        self.press("Home")
        for _ in range(self.screens.index(kennung)):
            self.press("ArrowRight")
        assert self.kennung == kennung

    def look(self, name: str) -> None:
        """To another area by typing its name."""
        self.press("g")
        expect(self.page.get_by_role("dialog")).to_be_visible()
        self.page.keyboard.type(name)
        self.press("Enter")


@pytest.fixture
def leinwand(page: Page, app_server: Server) -> Leinwand:
    return Leinwand(page).open(app_server)


@pytest.fixture(scope="module")
def zahlen(seeded_var: Path) -> Iterator[Zahlenwerk]:
    """The frozen Datenstand, read past the app."""
    store = open_store(f"sqlite:///{seeded_var / 'sro.sqlite'}")
    yield Zahlenwerk(store.datenstand(1), catalogue(), city(), lambda one, ebene: store.values(1, one, ebene=ebene))
    store.close()


def test_the_keyboard_goes_through_all_screens_and_back(leinwand: Leinwand, app_server: Server, watch: Watch) -> None:
    screens = leinwand.screens
    expect(leinwand.page.get_by_test_id("stHeader")).to_be_hidden()
    expect(leinwand.page.locator(".sro-fuss")).to_be_hidden()
    steps = ("ArrowRight", " ", "PageDown", "ArrowDown")
    for place, kennung in enumerate(screens):
        assert leinwand.kennung == kennung
        assert leinwand.page.url.endswith(f"&bild={place + 1}")
        expect(leinwand.page.locator(".praesentation .nummer")).to_have_text(f"{place + 1} / {len(screens)}")
        expect(leinwand.page.locator(".praesentation .ansage")).to_have_text(
            f"Bild {place + 1} von {len(screens)}: {leinwand.heading.inner_text()}"
        )
        leinwand.press(steps[place % len(steps)])
    assert leinwand.kennung == screens[-1]
    backwards = ("ArrowLeft", "PageUp", "Shift+Space", "ArrowUp", "Backspace")
    for place, kennung in enumerate(reversed(screens[:-1])):
        leinwand.press(backwards[place % len(backwards)])
        assert leinwand.kennung == kennung
    leinwand.press("End")
    assert leinwand.kennung == screens[-1]
    leinwand.press("Home")
    assert leinwand.kennung == screens[0]
    watch.assert_clean(app_server)


def test_f_fills_the_screen_and_leaves_it(leinwand: Leinwand) -> None:
    for filled in (True, False):
        leinwand.press("f")
        leinwand.page.wait_for_function("filled => Boolean(document.fullscreenElement) === filled", arg=filled)


@pytest.mark.parametrize("size", [PROJECTOR, LARGE], ids=["1280", "1920"])
def test_everything_is_legible_from_afar_and_fits(leinwand: Leinwand, size: dict[str, int]) -> None:
    leinwand.page.set_viewport_size(size)  # type: ignore[arg-type]
    for kennung in leinwand.screens:
        assert (kennung, leinwand.page.evaluate(POOR)) == (leinwand.kennung, [])
        leinwand.press("ArrowRight")
    leinwand.go_to("zahl-sgb2-unter-18")
    leinwand.look("buntek")
    assert leinwand.page.evaluate(POOR) == []


LONG = (
    "Gemeinsam mit allen Einrichtungen wird ein verlässliches, mehrsprachiges und kostenfreies Angebot aufgebaut. " * 5
)
ONE_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsausschussvorsitzende" * 4


def much_written(folder: Path) -> str:
    """A dialogue about a small area whose every text is as long as people write, or one endless word."""
    store = open_store(f"sqlite:///{folder / 'sro.sqlite'}")
    who, place = Akteur("Probe", Rolle.PLANUNG), GebietKey("stadtbezirk", "12")

    def made(inhalt: Inhalt) -> str:
        return store.akten.anlegen(inhalt, wer=who).id

    def agreed(dialog: str, text: str) -> str:
        linked = ("sgb2_unter_18", "inobhutnahmen", "hze_ohne_28")
        return made(
            Vereinbarung(dialog=dialog, text=text, ergebnis=text, verantwortlich=text[:190], indikatoren=linked,
                         frist=dt.date(2026, 1, 1), wiedervorlage=dt.date(2027, 1, 1))
        )  # fmt: skip

    before = made(Dialog(titel="Vorher", raum=place, datum=dt.date(2025, 1, 1), datenstand=1))
    said = [
        made(Aussage(wortlaut=text, ort=text[:150], raum=place, zitat=True, freigabe=Freigabe.OEFFENTLICH))
        for text in (LONG, ONE_WORD, LONG)
    ]
    dialog = made(
        Dialog(titel=LONG[:190], raum=place, datum=dt.date(2026, 1, 1), beginn="9:30", ort=LONG[:150], datenstand=1,
               rollen=tuple(Dialogrolle), aussagen=tuple(said), bedarfe=("BE-1", "BE-2", "BE-4"),
               indikatoren=("migrationshintergrund_unter_18", "spielflaeche", "personal_okja", "ohne_abschluss"),
               rueckblick=tuple(agreed(before, text) for text in (LONG, ONE_WORD, "", LONG, LONG, LONG, LONG)))
    )  # fmt: skip
    for text in (LONG, ONE_WORD, LONG, LONG):
        agreed(dialog, text)
    store.close()
    return dialog


def test_whatever_people_write_fits(seeded_var: Path, tmp_path: Path, page: Page) -> None:
    shutil.copytree(seeded_var, tmp_path / "viel")
    dialog = much_written(tmp_path / "viel")
    with _served(tmp_path / "viel", tmp_path) as server:
        leinwand = Leinwand(page).open(server, dialog=dialog)
        for kennung in leinwand.screens:
            assert (kennung, page.evaluate(POOR)) == (leinwand.kennung, [])
            leinwand.press("ArrowRight")


def test_an_address_opens_the_same_screen_elsewhere_and_after_a_reload(
    leinwand: Leinwand, browser: Browser, browser_context_args: dict[str, Any]
) -> None:
    leinwand.go_to("karte-sgb2-unter-18")
    context = browser.new_context(**browser_context_args)
    other = Leinwand(context.new_page())
    other.page.goto(leinwand.page.url)
    expect(other.screen).to_have_attribute("data-kennung", "karte-sgb2-unter-18", timeout=WAIT)
    context.close()
    leinwand.page.reload()
    expect(leinwand.screen).to_have_attribute("data-kennung", "karte-sgb2-unter-18", timeout=WAIT)


def test_an_address_beyond_the_last_screen_opens_the_last_one(page: Page, app_server: Server) -> None:
    leinwand = Leinwand(page).open(app_server, 98)
    assert leinwand.kennung == leinwand.screens[-1]


def test_the_values_are_the_words_of_the_frozen_figures(leinwand: Leinwand, zahlen: Zahlenwerk) -> None:
    seen = 0
    for kennung in leinwand.screens:
        if kennung.startswith("zahl-"):
            kennwert = figure(zahlen, catalogue()[leinwand.screen.get_attribute("data-indikator") or ""], MOISLING)
            assert kennwert is not None
            assert kennwert.wert is not None
            shown = " ".join(leinwand.screen.locator("p.zahl").inner_text().split())
            assert shown == " ".join(words.shown(kennwert.beobachtung, kennwert.indikator).split())
            told = leinwand.screen.locator(".wert dl > div").evaluate_all(
                "all => all.map((one) => [one.children[0].textContent, one.children[1].textContent])"
            )
            assert [tuple(pair) for pair in told] == [row for row in rows(kennwert) if row[1]]
            expect(leinwand.screen.locator("footer")).to_contain_text("Datenstand 1 vom")
            expect(leinwand.screen.locator("footer")).to_contain_text("synthetisch")
            seen += 1
        leinwand.press("ArrowRight")
    assert seen == 7


def test_when_the_server_is_gone_the_presentation_goes_on(
    seeded_var: Path, tmp_path: Path, page: Page, zahlen: Zahlenwerk
) -> None:
    with _served(seeded_var, tmp_path) as server:
        leinwand = Leinwand(page).open(server)
    page.context.set_offline(True)
    for kennung in leinwand.screens:
        assert leinwand.kennung == kennung
        expect(leinwand.heading).to_be_visible()
        leinwand.press("PageDown")
    leinwand.go_to("zahl-betreuung-ue3")
    page.wait_for_timeout(4000)  # by now Streamlit has noticed
    expect(page.get_by_test_id("stDialog")).to_have_count(0)
    leinwand.look("kück")
    expect(leinwand.heading).to_have_text("Kücknitz")
    asked = figure(zahlen, catalogue()["betreuung_ue3"], GebietKey("stadtteil", "09"))
    assert asked is not None
    expect(leinwand.screen).to_contain_text(words.shown(asked.stadt, asked.indikator))
    leinwand.press("Escape")
    assert leinwand.kennung == "zahl-betreuung-ue3"
    leinwand.press("Escape")
    expect(page.locator(".praesentation .meldung")).to_contain_text("Keine Verbindung")
    leinwand.press("ArrowRight")
    assert leinwand.kennung == "verlauf-betreuung-ue3"


def test_to_another_area_and_back_by_keyboard_and_by_mouse(leinwand: Leinwand) -> None:
    page = leinwand.page
    leinwand.go_to("karte-sgb2-unter-18")
    leinwand.look("buntek")
    expect(leinwand.heading).to_have_text("Buntekuh")
    expect(page.locator(".praesentation .ansage")).to_contain_text("Buntekuh")
    leinwand.press("PageDown")  # the clicker comes back first
    assert leinwand.kennung == "karte-sgb2-unter-18"

    page.get_by_role("button", name="Anderes Gebiet zeigen").click()
    names = page.get_by_role("dialog").locator("li button").all_inner_texts()
    assert len(names) == len(city().of_level("stadtteil"))
    assert names == sorted(names)
    page.keyboard.type("gibt es nicht")
    expect(page.get_by_text("Kein Gebiet heißt so.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Anderes Gebiet zeigen").click()
    page.get_by_role("button", name="Travemünde").click()
    expect(leinwand.heading).to_have_text("Travemünde")
    page.get_by_role("button", name=re.compile("^Zurück: ")).click()
    assert leinwand.kennung == "karte-sgb2-unter-18"
    leinwand.press(" ")  # goes on and does not press the button again
    assert leinwand.kennung == "zahl-betreuung-ue3"


def test_the_clock_begins_when_the_title_is_left_and_goes_on_over_a_reload(leinwand: Leinwand) -> None:
    page, clock = leinwand.page, leinwand.page.locator(".praesentation .uhr")
    expect(clock).to_be_hidden()
    leinwand.press("ArrowRight")
    expect(clock).to_contain_text("noch 15 min")
    page.evaluate(f"localStorage.setItem('sro:praesentation:{DIALOG}:beginn', Date.now() - 65 * 60000 + 5000)")
    page.reload()
    expect(leinwand.screen).to_have_attribute("data-kennung", "rueckblick", timeout=WAIT)
    expect(clock).to_contain_text("1:04 h")
    expect(clock).to_contain_text("49 min über der Zeit")
    page.evaluate(f"localStorage.setItem('sro:praesentation:{DIALOG}:beginn', Date.now() + 180 * 60000)")
    expect(clock).to_contain_text("0:00 h")  # the machine's clock was set back: no time is negative
    expect(clock).to_contain_text("noch 15 min")
    leinwand.press("u")
    expect(clock).to_be_hidden()
    page.reload()
    expect(leinwand.screen).to_be_visible(timeout=WAIT)
    expect(clock).to_be_hidden()
    page.get_by_role("button", name="Uhr ein oder aus").click()
    page.get_by_role("button", name="Uhr neu starten").click()
    expect(clock).to_contain_text("0:00 h")


@pytest.fixture
def own_server(seeded_var: Path, tmp_path: Path) -> Iterator[Server]:
    """For what is written down, which other tests must not find."""
    with _served(seeded_var, tmp_path) as server:
        yield server


def test_live_notes_stand_on_their_screen_alone_and_keep_their_keys(page: Page, own_server: Server) -> None:
    leinwand = Leinwand(page).open(own_server)
    notes = page.locator(".st-key-praesentation_mitschrift textarea").first
    expect(notes).to_be_hidden()
    leinwand.go_to("mitschrift")
    expect(notes).to_be_visible(timeout=WAIT)
    notes.click()
    leinwand.page.keyboard.type("gut u")
    leinwand.press("ArrowLeft")
    expect(notes).to_have_value("gut u")
    assert leinwand.kennung == "mitschrift"
    leinwand.press("PageDown")  # the clicker works from within a field
    assert leinwand.kennung == "transfer"
    expect(notes).to_be_hidden()
    leinwand.press("PageUp")
    written = "all => all.map((one) => one.value)"
    expect(notes).to_be_visible()
    assert "gut u" in page.locator(".st-key-praesentation_mitschrift textarea").evaluate_all(written)


def test_the_last_screen_shows_what_was_agreed_a_moment_ago(page: Page, own_server: Server) -> None:
    leinwand = Leinwand(page).open(own_server)
    leinwand.go_to("mitschrift")
    agreed = page.get_by_role("textbox", name="Vereinbarung", exact=True)
    expect(agreed.first).to_be_visible(timeout=WAIT)
    agreed.first.fill("Ein Fest im Sommer.")
    expect(page.locator(".st-key-praesentation_mitschrift .stand")).to_have_text("gespeichert", timeout=WAIT)
    leinwand.press("PageDown")
    expect(leinwand.screen).to_contain_text("Ein Fest im Sommer.", timeout=WAIT)
    assert leinwand.kennung == "transfer"


def test_escape_leaves_to_the_dialogue_and_the_way_back_returns(leinwand: Leinwand) -> None:
    leinwand.go_to("deutung")
    leinwand.press("Escape")
    expect(leinwand.page.get_by_test_id("stHeader")).to_be_visible(timeout=WAIT)
    expect(leinwand.page).to_have_url(re.compile(rf"/dialog\?dialog={DIALOG}$"))
    leinwand.page.go_back()
    expect(leinwand.screen).to_have_attribute("data-kennung", "deutung", timeout=WAIT)


def test_the_agenda_leads_to_its_sections(leinwand: Leinwand) -> None:
    leinwand.page.get_by_role("button", name="Praxis und Stimmen").click()
    assert leinwand.kennung == "stimmen-1"
