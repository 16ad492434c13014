"""Handing over, answering and telling the children, as people do it; what the children see, on screen and on paper."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from scripts.app_server import Server, app_command, free_port
from sro.model.akte import Akte
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage, Bearbeitung
from sro.model.werkstatt import Werkstatt
from sro.store import open_store
from tests.auswertung.rueckmeldeakten import FEINDLICH, FERTIG, GEHT_NICHT, WERKSTATT, WUNSCH
from tests.browser.conftest import Watch, _env

PLANUNG = Akteur("Planung", Rolle.PLANUNG)
TITLE = "Werkstatt Probewiese"
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def held(seeded_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, dict[str, str]]]:
    """The app with a Werkstatt of its own beside the demo data, one with hostile texts, and the ids of both."""
    folder, port = tmp_path_factory.mktemp("rueckmeldungen"), free_port()
    shutil.copytree(seeded_var, folder / "var")
    store = open_store(f"sqlite:///{folder / 'var' / 'sro.sqlite'}")

    def made(werkstatt: Werkstatt, *said: Aussage) -> str:
        akte: Akte[Any] = store.akten.anlegen(werkstatt, wer=PLANUNG)
        for one in said:
            store.akten.anlegen(replace(one, werkstatt=akte.id), wer=PLANUNG)
        return akte.id

    taken = replace(
        WUNSCH, wortlaut="Ein Zelt im Park.", bearbeitung=Bearbeitung.AUFGENOMMEN, schnittstellen=("kultur",)
    )
    hostile = [replace(GEHT_NICHT, wortlaut=text, antwort=text, grund=text) for text in FEINDLICH]
    ids = {
        "probe": made(replace(WERKSTATT, titel=TITLE), WUNSCH, FERTIG, GEHT_NICHT, taken),
        "feindlich": made(replace(WERKSTATT, titel=FEINDLICH[1]), *hostile),
    }
    store.close()
    with Server(app_command(port), port, folder / "server.log", _env(folder / "var")) as server:
        yield server, ids


def open_part(page: Page, held: tuple[Server, dict[str, str]], teil: str, welche: str = "probe") -> None:
    server, ids = held
    page.goto(f"{server.url}/werkstaetten?teil={teil}&werkstatt={ids[welche]}")
    page.wait_for_selector(".sro-bilanz, .sro-kinder", timeout=60_000)


def action(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()


def choose(page: Page, label: str, option: str) -> None:
    """Takes an option of a list; a list closes where the page is drawn anew meanwhile, so it waits for that."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option).click()
    page.wait_for_timeout(500)


def office(page: Page, name: str) -> Any:
    return page.locator("section.sro-amt", has=page.get_by_role("heading", name=name))


def test_a_statement_is_handed_over_answered_and_told(
    page: Page, held: tuple[Server, dict[str, str]], watch: Watch
) -> None:
    open_part(page, held, "rueckmeldungen")
    expect(office(page, "Kulturentwicklungsplanung")).to_contain_text("0 Übergaben · 0 beantwortet · 1 noch nicht")
    action(page, "Übergabe anlegen")
    choose(page, "Übergeben an", "Kulturentwicklungsplanung")
    choose(page, "Aussagen, die noch nicht übergeben sind", "Ein Zelt im Park.")
    page.keyboard.press("Escape")
    page.get_by_test_id("stFormSubmitButton").get_by_role("button", name="Übergabe anlegen").click()
    expect(page.get_by_text("Die Übergabe ist angelegt.")).to_be_visible()
    culture = office(page, "Kulturentwicklungsplanung")
    expect(culture).to_contain_text("1 Übergabe · 0 beantwortet · 0 noch nicht übergeben")
    expect(culture).to_contain_text("offen")

    action(page, "Antwort eintragen")
    choose(page, "Übergabe", "Kulturentwicklungsplanung")
    page.get_by_role("textbox", name="Antwort des Amts").fill("Das Zelt kommt im Sommer.")
    page.get_by_role("button", name="Antwort speichern").click()
    expect(page.get_by_text("ist eingetragen.")).to_be_visible()
    expect(culture).to_contain_text("1 Übergabe · 1 beantwortet")
    culture.get_by_text("Beantwortet (1)").click()
    expect(culture.get_by_text("Das Zelt kommt im Sommer.")).to_be_visible()

    late = page.locator("details.sro-fach", has_text=TITLE)
    expect(late).to_contain_text("3 Aussagen")
    action(page, "Rückmeldung eintragen")
    choose(page, "Aussagen, zu denen Kinder und Jugendliche Bescheid wissen", "Ein Zelt im Park.")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Rückmeldung speichern").click()
    expect(page.get_by_text("ist eingetragen.")).to_be_visible()
    expect(late).to_contain_text("2 Aussagen")

    action(page, "Übergabelisten")
    with page.expect_download() as download:
        page.get_by_role("button", name="Übergabeliste (XLSX)").click()
    blatt = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    assert blatt is not None
    assert "Wunsch: Ein Zelt im Park." in [cell.value for row in blatt.iter_rows() for cell in row]
    watch.assert_clean(held[0])


def test_the_children_read_what_became_of_it(page: Page, held: tuple[Server, dict[str, str]], watch: Watch) -> None:
    open_part(page, held, "fuer-kinder")
    expect(page.locator(".sro-kinder h2")).to_have_text("Das habt ihr gesagt. Das passiert jetzt.")
    cards = page.locator(".sro-kinderkarte")
    expect(cards).to_have_count(4)
    expect(cards.first).to_contain_text("Das ist fertig.")
    expect(page.locator(".sro-kinderkarte", has_text="Die Straße ist zu laut.")).to_contain_text(
        "Die Straße gehört dem Land."
    )
    sizes = page.locator(".sro-kinder p, .sro-kinder h3").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 20
    masks = page.locator(".sro-kinderkarte .sro-piktogramm").evaluate_all(
        "all => all.map(one => getComputedStyle(one).maskImage + one.getBoundingClientRect().width)"
    )
    assert len(masks) == 8
    assert all(mask.startswith('url("data:image/svg+xml') and not mask.endswith(")0") for mask in masks)
    page.get_by_role("radio", name="Nur mit Antwort").click()
    expect(cards).to_have_count(3)
    watch.assert_clean(held[0])


def test_the_childrens_page_prints_whole_and_without_controls(page: Page, held: tuple[Server, dict[str, str]]) -> None:
    open_part(page, held, "fuer-kinder")
    expect(page.locator(".sro-kinderkarte")).to_have_count(4)
    paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = "".join("".join(one.extract_text() for one in paper.pages).split())
    assert len(paper.pages) >= 2
    assert text.startswith("Dashabtihrgesagt.Daspassiertjetzt.")
    for card in ("DieToresindda.", "EinZeltimPark.", "DieStraßegehörtdemLand.", "WirhabennochkeineAntwort."):
        assert card in text
    for control in ("Stadtteilwerkstätten", "Drucken", "NurmitAntwort", "Überblick"):
        assert control not in text


@pytest.mark.parametrize("teil", ["rueckmeldungen", "fuer-kinder"])
def test_hostile_text_does_nothing(page: Page, held: tuple[Server, dict[str, str]], watch: Watch, teil: str) -> None:
    open_part(page, held, teil, "feindlich")
    body = page.locator("[data-testid=stMain]")
    expect(body).to_contain_text("<img src=x onerror=alert(1)>")
    if teil == "rueckmeldungen":
        action(page, "Übergabe anlegen")
        page.get_by_role("combobox", name="Aussagen, die noch nicht übergeben sind").click()
        expect(page.get_by_role("option", name="[hier](javascript:alert(1))")).to_be_visible()
    assert page.locator("img[src=x], a[href^='javascript'], [onerror]").count() == 0
    watch.assert_clean(held[0])


@pytest.mark.parametrize("teil", ["rueckmeldungen", "fuer-kinder"])
class TestOnAPhone:
    @pytest.fixture
    def browser_context_args(self) -> dict[str, Any]:
        return {"locale": "de-DE", **PHONE}

    def test_nothing_reaches_beyond_the_screen(
        self, page: Page, held: tuple[Server, dict[str, str]], teil: str
    ) -> None:
        open_part(page, held, teil)
        wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        assert wide <= 390
