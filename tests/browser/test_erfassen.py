"""Noting down on a phone what children say, with and without a connection, and its way to the public."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect

from scripts.app_server import Server, app_command, free_port
from sro.model.akte import Akte, Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage, Valenz
from sro.store import Store, open_store
from tests.akten.beispielakten import HOSTILE, MARLI, aussagen, werkstaetten
from tests.browser.conftest import CHROMIUM_ARGS, Watch
from tests.browser.werkstatt_seite import Werkstattseite

WHO = Akteur("Probe", Rolle.PLANUNG)
WAIT = 30_000  # milliseconds; after a restart Streamlit's page looks for its server ever more slowly


@dataclass
class Werkstattserver:
    """The app on a folder of its own, which can be ended and started again, and the records in it."""

    folder: Path
    port: int
    store: Store

    def serve(self) -> Server:
        env = {"SRO_VAR": str(self.folder)}
        return Server(app_command(self.port), self.port, self.folder / "server.log", env)

    def noted(self) -> list[Akte[Aussage]]:
        """Statements beside the one that was there from the beginning."""
        return [akte for akte in self.store.akten.bestand().von(Aussage) if akte.id != "AU-1"]

    def texts(self) -> list[str]:
        return [akte.inhalt.wortlaut_intern for akte in self.noted()]


def set_up(folder: Path) -> Werkstattserver:
    """Three Werkstätten, and one statement at a place."""
    store = open_store(f"sqlite:///{folder / 'sro.sqlite'}")
    for one in [*werkstaetten().values(), aussagen()["AU-1"]]:
        store.akten.anlegen(one, wer=WHO)
    return Werkstattserver(folder, free_port(), store)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Werkstattserver, Server]]:
    """Started once for all tests that do not end it."""
    made = set_up(tmp_path_factory.mktemp("erfassen"))
    with made.serve() as server:
        yield made, server
    made.store.close()


@pytest.fixture
def werkstatt(running: tuple[Werkstattserver, Server]) -> Werkstattserver:
    """The records as they were in the beginning."""
    for akte in running[0].noted():
        running[0].store.akten.tilgen(akte.id, grund="Probe", wer=WHO)
    return running[0]


@pytest.fixture
def server(running: tuple[Werkstattserver, Server]) -> Server:
    return running[1]


@pytest.fixture
def browser_context_args() -> dict[str, Any]:
    """A phone."""
    return {
        "locale": "de-DE",
        "timezone_id": "Europe/Berlin",
        "viewport": {"width": 390, "height": 844},
        "is_mobile": True,
        "has_touch": True,
    }


@dataclass
class Formular:
    """The form on the page „Erfassen“."""

    page: Page

    def open(self, server: Server) -> Formular:
        self.page.goto(f"{server.url}/werkstaetten?teil=erfassen&werkstatt={MARLI}")
        expect(self.text).to_be_visible(timeout=WAIT)
        return self

    @property
    def text(self) -> Locator:
        return self.page.get_by_label("Was wurde gesagt?")

    @property
    def post(self) -> Locator:
        return self.page.locator(".mitschrift .post")

    def choose(self, word: str) -> None:
        self.page.locator(".mitschrift fieldset label", has_text=re.compile(f"^{word}$")).tap()

    def save(self) -> None:
        self.page.get_by_role("button", name="Speichern und weiter").tap()

    def note(self, text: str, art: str = "Wunsch") -> None:
        self.choose(art)
        self.text.fill(text)
        self.save()
        expect(self.text).to_have_value("")

    def sent(self) -> None:
        expect(self.post).to_have_text("Alles gesendet", timeout=2 * WAIT)

    def handed_over(self) -> None:
        """Until nothing waits any more, whichever page of this browser sent it."""
        waiting = "Object.keys(localStorage).filter((name) => name.includes(':post:')).length === 0"
        self.page.wait_for_function(waiting, timeout=WAIT)

    def device(self) -> str:
        """All that this browser keeps of the form."""
        kept: str = self.page.evaluate(
            "JSON.stringify(Object.entries(localStorage).filter(([k]) => k.startsWith('sro:')))"
        )
        return kept


@pytest.fixture
def formular(page: Page) -> Formular:
    return Formular(page)


def test_from_the_phone_to_the_map_and_the_register(
    formular: Formular, browser: Browser, werkstatt: Werkstattserver, server: Server, watch: Watch
) -> None:
    formular.open(server)
    formular.choose("6–9")
    formular.page.get_by_label("Kinder in der Gruppe").fill("6")
    formular.page.get_by_role("button", name="Spielplatz", exact=True).tap()
    formular.choose("Natur und Grün")
    formular.page.get_by_label("Punkte", exact=True).fill("4")
    formular.note("Mia sagt: mehr Schatten am Sandkasten", "Problem")
    formular.sent()
    expect(formular.page.locator(".zuletzt")).to_contain_text("Bitte prüfen: „Mia“: möglicherweise ein Name.")
    assert "Sandkasten" not in formular.device()
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert formular.page.evaluate(overflow) == 0

    (akte,) = werkstatt.noted()
    kept, known = akte.inhalt, aussagen()["AU-1"]
    assert (kept.freigabe, kept.valenz, kept.gruppe_n, kept.punkte) == (Freigabe.INTERN, Valenz.PROBLEM, 6, 4)
    assert (kept.werkstatt, kept.ort, kept.themen) == (MARLI, "Spielplatz", ("gruen",))
    assert (kept.lon, kept.lat) == (known.lon, known.lat)

    desk = browser.new_page(locale="de-DE", viewport={"width": 1400, "height": 900})
    publish(desk, server, "Mehr Schatten am Sandkasten.")
    assert werkstatt.noted()[0].inhalt.freigabe is Freigabe.OEFFENTLICH
    karte = Werkstattseite(desk, server).open_map(f"?teil=karte&aussage={akte.id}")
    expect(desk.locator(".sro-aussagen").first).to_contain_text("Mehr Schatten am Sandkasten.", timeout=WAIT)
    (pin,) = [sign for sign in karte.signs() if sign["gewaehlt"]]
    assert "Spielplatz" in pin["label"]
    desk.goto(f"{server.url}/werkstaetten?teil=rueckmeldungen")
    waiting = desk.locator("details", has_text="Noch nicht übergeben").filter(has_text="Mehr Schatten am Sandkasten.")
    expect(waiting).to_have_count(1, timeout=WAIT)
    office = desk.locator("section").filter(has=waiting).filter(has_text="Stadtgrün")
    expect(office).not_to_have_count(0)
    expect(desk.locator("body")).not_to_contain_text("Mia sagt")
    desk.close()
    watch.assert_clean(server)


def publish(desk: Page, server: Server, words: str) -> None:
    """As the planning does: own words beside the note, an office, the hints looked at."""
    desk.goto(f"{server.url}/werkstaetten?teil=pruefen")
    expect(desk.locator(".sro-pruefblatt mark")).to_have_text("Mia", timeout=WAIT)
    desk.get_by_label("Öffentliche Fassung").fill(words)
    desk.get_by_label("Öffentliche Fassung").press("Tab")
    desk.get_by_role("combobox", name="Schnittstellen").click()
    desk.get_by_role("option", name="Stadtgrün").click()
    desk.keyboard.press("Escape")
    desk.get_by_text("Hinweise geprüft: niemand ist zu erkennen").click()
    desk.get_by_role("button", name="Für alle freigeben").click()
    expect(desk.get_by_text("ist für alle freigegeben")).to_be_visible(timeout=WAIT)
    expect(desk.get_by_text("Alle Aussagen sind geprüft.")).to_be_visible()


def test_without_a_connection_nothing_is_lost_and_nothing_comes_twice(
    formular: Formular, werkstatt: Werkstattserver, server: Server
) -> None:
    formular.open(server)
    formular.page.context.set_offline(True)
    formular.note("Offline eins")
    formular.note("Offline zwei")
    formular.text.fill("Noch nicht fertig")
    expect(formular.post).to_have_text("2 warten auf Verbindung")
    assert werkstatt.noted() == []
    with pytest.raises(Error):
        formular.page.reload()
    formular.page.context.set_offline(False)
    formular.open(server)  # the browser may have loaded the page by itself before, and sent all of it
    expect(formular.text).to_have_value("Noch nicht fertig")
    formular.handed_over()
    assert werkstatt.texts() == ["Offline eins", "Offline zwei"]


def test_while_the_server_is_away_one_goes_on_typing(formular: Formular, tmp_path: Path) -> None:
    werkstatt = set_up(tmp_path)
    with werkstatt.serve() as server:
        formular.open(server)
        formular.note("Vorher")
        formular.sent()
        formular.text.focus()
    for letter in "Während der Server weg ist":  # longer than Streamlit needs to lay its message over the page
        formular.page.keyboard.type(letter)
        formular.page.wait_for_timeout(250)
    expect(formular.page.get_by_text("Connection error")).to_have_count(0)
    formular.note("Nachher")
    formular.note("Und noch eines")
    expect(formular.post).to_have_text("2 warten auf Verbindung", timeout=WAIT)
    formular.text.fill("Entwurf")
    with werkstatt.serve():
        formular.sent()
        expect(formular.text).to_have_value("Entwurf")
        assert werkstatt.texts() == ["Vorher", "Nachher", "Und noch eines"]
    werkstatt.store.close()


def test_two_tabs_that_send_the_same_make_one_record(
    formular: Formular, werkstatt: Werkstattserver, server: Server
) -> None:
    formular.open(server)
    other = Formular(formular.page.context.new_page()).open(server)
    formular.page.context.set_offline(True)
    formular.note("Aus zwei Fenstern")
    formular.page.context.set_offline(False)
    formular.handed_over()
    other.handed_over()
    assert "Fenstern" not in formular.device()
    assert werkstatt.texts() == ["Aus zwei Fenstern"]


def test_what_waits_can_be_deleted_from_the_device(
    formular: Formular, werkstatt: Werkstattserver, server: Server
) -> None:
    formular.open(server)
    formular.page.context.set_offline(True)
    formular.note("Doch nicht")
    formular.page.on("dialog", lambda dialog: dialog.accept())
    formular.page.get_by_role("button", name="Wartenden Eintrag löschen").tap()
    expect(formular.post).to_be_empty()
    assert "Doch nicht" not in formular.device()
    formular.page.context.set_offline(False)
    formular.note("Aber das")
    formular.sent()
    assert werkstatt.texts() == ["Aber das"]


def test_what_a_child_tells_of_harm_is_kept_nowhere(
    formular: Formular, werkstatt: Werkstattserver, server: Server
) -> None:
    formular.open(server)
    expect(formular.page.locator(".sro-schutzkontakt")).to_contain_text("Allgemeiner Sozialer Dienst")
    formular.choose("Problem")
    formular.text.press_sequentially("Ich will heim, aber Papa schlägt mich")
    interrupted = formular.page.locator(".mitschrift .schutz")
    expect(interrupted).to_contain_text("Allgemeiner Sozialer Dienst")
    expect(formular.page.get_by_role("button", name="Speichern und weiter")).to_have_count(0)
    assert "heim" not in formular.device()
    formular.page.reload()
    expect(formular.text).to_have_value("", timeout=WAIT)
    formular.text.fill("Sie wird geschlagen")
    formular.page.get_by_role("button", name="Text verwerfen").tap()
    expect(formular.text).to_have_value("")
    expect(interrupted).to_be_hidden()
    formular.note("Mehr Licht am Weg")
    formular.sent()
    assert werkstatt.texts() == ["Mehr Licht am Weg"]
    assert "schlägt" not in server.log.read_text(encoding="utf-8", errors="replace")
    assert b"geschlagen" not in (werkstatt.folder / "sro.sqlite").read_bytes()


def test_what_an_older_page_let_through_is_stopped_by_the_server(
    formular: Formular, werkstatt: Werkstattserver, server: Server
) -> None:
    formular.open(server)
    formular.page.context.set_offline(True)
    formular.note("Ersetzen")
    formular.page.evaluate(
        """() => { const name = Object.keys(localStorage).find((key) => key.includes(":post:"));
            localStorage.setItem(name, localStorage.getItem(name).replace("Ersetzen", "Mama schlägt mich")); }"""
    )
    formular.page.context.set_offline(False)
    expect(formular.page.locator(".mitschrift .schutz")).to_be_visible(timeout=WAIT)
    expect(formular.text).to_have_value("Mama schlägt mich")
    assert "schlägt" not in formular.device()
    assert werkstatt.noted() == []


def test_text_of_people_stays_text(
    formular: Formular, werkstatt: Werkstattserver, server: Server, browser: Browser
) -> None:
    formular.open(server)
    formular.note(HOSTILE)
    formular.sent()
    expect(formular.page.locator(".zuletzt li")).to_contain_text("<img src=x")
    assert werkstatt.texts() == [HOSTILE]
    formular.page.goto(f"{server.url}/werkstaetten?teil=pruefen")
    expect(formular.page.locator(".sro-pruefblatt blockquote")).to_have_text(HOSTILE, timeout=WAIT)
    assert formular.page.evaluate("window.getroffen") is None


def test_an_incomplete_entry_says_what_is_missing(
    formular: Formular, werkstatt: Werkstattserver, server: Server
) -> None:
    formular.open(server)
    told = formular.page.locator(".mitschrift .mangel")
    formular.save()
    expect(told).to_have_text("Bitte wählen: Stärke, Problem oder Wunsch.")
    formular.choose("Stärke")
    formular.save()
    expect(told).to_have_text("Bitte aufschreiben, was gesagt wurde.")
    formular.text.fill("Der Treff ist gut")
    formular.page.get_by_label("Punkte", exact=True).fill("viele")
    formular.save()
    expect(told).to_have_text("„Punkte“: bitte eine ganze Zahl oder nichts.")
    assert json.loads(formular.device()) != []
    assert werkstatt.noted() == []


def test_the_public_gets_neither_form_nor_notes(
    chromium_path: str, browser: Browser, werkstatt: Werkstattserver, server: Server
) -> None:
    """A name that was made to point here is nobody from this machine, so it only reads."""
    werkstatt.store.akten.anlegen(Aussage(werkstatt=MARLI, wortlaut_intern="Nur für die Planung"), wer=WHO)
    pointed = "--host-resolver-rules=MAP boese.example 127.0.0.1"
    rebound = browser.browser_type.launch(executable_path=chromium_path, args=[*CHROMIUM_ARGS, pointed])
    try:
        page = rebound.new_page()
        for teil in ("erfassen", "pruefen"):
            page.goto(f"{server.url.replace('localhost', 'boese.example')}/werkstaetten?teil={teil}")
            expect(page.locator("h2").last).to_have_text("Dieser Teil ist nicht für alle", timeout=WAIT)
            expect(page.locator(".mitschrift, .sro-pruefblatt")).to_have_count(0)
            expect(page.locator("body")).not_to_contain_text("Nur für die Planung")
    finally:
        rebound.close()
