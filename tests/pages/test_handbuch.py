"""The page Handbuch: beginning, a chapter with its picture, a wrong address; and every page's way to its chapter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from sro.reference import texte
from sro.reference.places import ROOT
from sro.web.handbuch import seite
from sro.web.handbuch.bilder import HEADERS, picture_address, pictures
from sro.web.handbuch.lesestelle import CHAPTER_OF_PAGE, PAGE, Buchstelle, decode, encode, help_for
from tests.pages.conftest import Page

CHAPTER = "was-heisst-das-intervall"


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return "\n".join([element.proto.body for element in app.get("html")] + [block.value for block in app.markdown])


def test_it_begins_with_its_contents(empty_var: Path, page: Page) -> None:
    """Also where nothing has been delivered yet."""
    text = said(page("handbuch"))
    assert "<h1>Handbuch</h1>" in text
    assert "Ich habe zehn Minuten vor dem Ausschuss" in text
    assert "Drei Dinge gelten überall" in text


def test_a_chapter_has_its_own_address_and_its_pictures(empty_var: Path, page: Page) -> None:
    text = said(page("handbuch", {"kapitel": CHAPTER}))
    assert re.search(r"<h2[^>]*>Was heißt das Intervall\?</h2>", text)
    assert "wie weit der Zufall kleiner\nZahlen reicht" in text
    assert f"]({picture_address('vergleich.webp')})" in text
    assert "Drei Dinge gelten überall" not in text


def test_a_wrong_address_leads_to_the_beginning_and_says_so(empty_var: Path, page: Page) -> None:
    app = page("handbuch", {"kapitel": "<b>nein</b>"})
    assert "Drei Dinge gelten überall" in said(app)
    assert len(app.warning) == 1
    assert "nein" not in app.warning[0].value


def test_without_the_book_the_page_says_so(empty_var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texte, "HANDBUCH", ROOT / "docs" / "fehlt.md")
    assert "ist hier nicht abgelegt" in said(page("handbuch"))


def test_every_page_has_a_chapter_that_there_is() -> None:
    buch = seite.book()
    assert buch
    assert {kapitel.schluessel for kapitel in buch.kapitel} >= set(CHAPTER_OF_PAGE.values())
    pages = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert pages - {"ueberblick", PAGE} == CHAPTER_OF_PAGE.keys()
    assert help_for("daten") == "handbuch?kapitel=eine-tabelle-kommt-vom-amt"
    assert help_for("") == PAGE


def test_the_place_comes_back_from_its_address() -> None:
    assert decode(encode(Buchstelle(CHAPTER)), {CHAPTER}) == (Buchstelle(CHAPTER), ())
    assert decode(encode(Buchstelle()), {CHAPTER}) == (Buchstelle(), ())


def test_pictures_are_served_for_good_and_nothing_else_is() -> None:
    from starlette.applications import Starlette

    from sro.web.server import routes

    client = TestClient(Starlette(routes=list(routes())))
    address = picture_address("karte.webp")
    answer = client.get(address)
    assert answer.content == pictures()["karte.webp"]
    assert answer.headers["content-type"] == "image/webp"
    assert answer.headers["cache-control"] == HEADERS["Cache-Control"]
    for wrong in (f"{address}x", "/handbuchbild/000000000000/karte.webp", "/handbuchbild/0/..%2Fhandbuch.md"):
        assert client.get(wrong).status_code == 404
