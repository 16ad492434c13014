"""The district's page and what it gives along."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sro.reference.city import city
from sro.web.profil import paket as profilpaket
from sro.web.profil import seite as web
from tests.pages.conftest import Page

ENDINGS = {"pdf": b"%PDF-", "pptx": b"PK", "xlsx": b"PK", "csv": b"indikator,", "_excel.csv": b"\xef\xbb\xbf"}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    web._profile.cache_clear()


def body(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def test_a_district_has_its_name_figures_and_sources(var: Path, page: Page) -> None:
    text = body(page("profil", {"ebene": "stadtteil", "gebiet": "03"}))
    assert re.findall(r"<h1>(.*?)</h1>", text) == ["Moisling"]
    for part in ("Kurzporträt", "Kinder im SGB II", "Zum Lesen", "Synthetische Daten"):
        assert part in text


def test_it_is_offered_in_every_format(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """The buttons' files are those that the functions behind them make."""
    offered: dict[str, Callable[[], bytes]] = {}

    def button(label: str, make: Callable[[], bytes], name: str, mime: str, **_: object) -> bool:
        offered[name] = make
        return False

    monkeypatch.setattr(st, "download_button", button)
    page("profil", {"ebene": "stadtteil", "gebiet": "03"})
    names = [f"Profil_03_moisling{'' if ending.startswith('_') else '.'}{ending}" for ending in ENDINGS]
    assert list(offered) == names
    for name, beginning in zip(names, ENDINGS.values(), strict=True):
        assert offered[name]().startswith(beginning)


def test_all_districts_come_in_one_package(var: Path, page: Page) -> None:
    app = page("profil", {"ebene": "stadtteil", "gebiet": "03"})
    (button,) = [one for one in app.button if one.label == "Profile aller Stadtteile zusammenstellen"]
    button.click().run()
    assert [error.value for error in app.exception] == []
    _, ebene, packed = app.session_state[profilpaket.PACKED]
    assert ebene == "stadtteil"
    with zipfile.ZipFile(io.BytesIO(packed)) as paket:
        names = paket.namelist()
    assert {name.split("_")[1] for name in names} == {area.id for area in city().of_level("stadtteil")}
    assert [name.rpartition(".")[2] for name in names] == ["pdf", "xlsx", "pptx"] * 10
    assert not [one for one in app.button if one.label.startswith("Profile aller")]
