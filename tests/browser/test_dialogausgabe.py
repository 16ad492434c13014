"""Taking a dialogue along, as people do it: minutes and deck are downloaded and opened, then the dialogue is closed."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation
from pypdf import PdfReader

from scripts.app_server import Server, app_command, free_port
from sro.model.akteur import Akteur, Rolle
from sro.model.dialog import Dialog, Dialogstand, Notiz, Notizart
from sro.model.gebiet import GebietKey
from sro.model.vereinbarung import Vereinbarung
from sro.store import open_store
from tests.browser.conftest import Watch, _env
from tests.export.dialogausgaben import FEINDLICH

PLANUNG = Akteur("Planung", Rolle.PLANUNG)
TITEL = "Dialog zum Mitnehmen"
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def held(seeded_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """The app with a dialogue of its own beside the demo data, and its id."""
    folder, port = tmp_path_factory.mktemp("dialogausgabe"), free_port()
    shutil.copytree(seeded_var, folder / "var")
    store = open_store(f"sqlite:///{folder / 'var' / 'sro.sqlite'}")
    dialog = Dialog(
        titel=TITEL,
        raum=GebietKey("stadtteil", "03"),
        datum=None,
        datenstand=store.active_id(),
        indikatoren=("sgb2_unter_18", "betreuung_ue3"),
        stand=Dialogstand.LAEUFT,
    )
    akte = store.akten.anlegen(dialog, wer=PLANUNG).id
    for one in (
        Notiz(dialog=akte, text="Gesehen haben wir viel."),
        Notiz(dialog=akte, art=Notizart.DEUTUNG, text=FEINDLICH[1]),
        Vereinbarung(dialog=akte, text="Ein Zelt für den Sommer.", verantwortlich="Jugendarbeit"),
    ):
        store.akten.anlegen(one, wer=PLANUNG)
    store.close()
    with Server(app_command(port), port, folder / "server.log", _env(folder / "var")) as server:
        yield server, akte


def open_part(page: Page, held: tuple[Server, str]) -> None:
    server, dialog = held
    page.goto(f"{server.url}/dialog?dialog={dialog}&teil=ausgabe")
    page.wait_for_selector(".sro-abschluss", timeout=60_000)


def taken(page: Page, label: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=label, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def pdf_words(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def slide_words(data: bytes) -> str:
    shapes: list[Any] = [shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes]
    cells = [cell.text for s in shapes if s.has_table for row in s.table.rows for cell in row.cells]
    return "\n".join([*(s.text_frame.text for s in shapes if s.has_text_frame), *cells])


def test_minutes_and_deck_are_downloaded_and_opened(page: Page, held: tuple[Server, str], watch: Watch) -> None:
    open_part(page, held)
    expect(page.locator(".sro-zaehlung")).to_contain_text("1Vereinbarung")
    name, minutes = taken(page, "Protokoll (PDF)")
    assert name == f"Protokoll-Entwurf_{held[1]}_moisling.pdf"
    for part in (TITEL, "Kinder im SGB II", "Gesehen haben wir viel.", "Ein Zelt für den Sommer.", FEINDLICH[1]):
        assert part in pdf_words(minutes)
    name, deck = taken(page, "Folien (PPTX)")
    assert name == f"Folien_{held[1]}_moisling.pptx"
    for part in ("Kinder im SGB II", "Ein Zelt für den Sommer.", "Jugendarbeit", FEINDLICH[1]):
        assert part in slide_words(deck)
    _, document = taken(page, "Protokoll zum Bearbeiten (DOCX)")
    assert docx.Document(io.BytesIO(document)).core_properties.title == f"Protokoll: {TITEL}"
    assert page.locator("img[src=x]").count() == 0
    watch.assert_clean(held[0])


def test_a_closed_dialogue_is_final_and_comes_in_one_zip(page: Page, held: tuple[Server, str], watch: Watch) -> None:
    open_part(page, held)
    page.get_by_role("button", name="Dialog abschließen").click()
    expect(page.locator(".sro-abschluss h2")).to_contain_text("Abgeschlossen am")
    name, package = taken(page, "Alles zusammen (ZIP)")
    assert name == f"Dialog_{held[1]}_moisling.zip"
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = archive.namelist()
        assert [one.partition("_")[0] for one in names] == ["Protokoll", "Protokoll", "Folien", "Handreichung"]
        assert "abgeschlossen am" in pdf_words(archive.read(names[0]))
        assert 2 <= len(PdfReader(io.BytesIO(archive.read(names[3]))).pages) <= 4
    page.get_by_role("button", name="Wieder öffnen").click()
    expect(page.locator(".sro-abschluss h2")).to_have_text("Noch nicht abgeschlossen")
    watch.assert_clean(held[0])


class TestOnAPhone:
    @pytest.fixture
    def browser_context_args(self) -> dict[str, Any]:
        return {"locale": "de-DE", **PHONE}

    def test_nothing_reaches_beyond_the_screen(self, page: Page, held: tuple[Server, str]) -> None:
        open_part(page, held)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
