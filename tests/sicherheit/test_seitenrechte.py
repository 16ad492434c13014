"""Pages hand their writes to the doors as the person of the session; whoever lacks the role changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sro.model.akteur import NichtErlaubt, Rolle
from tests.sicherheit.schreibproben import TUEREN, Lage
from tests.sicherheit.schreibstellen import every_function, exported
from tests.sicherheit.seitenproben import FACHKRAFT, PLANUNG, filled
from tests.web import pflegeseite

CASES = [
    *((name, rolle) for name in PLANUNG for rolle in (Rolle.OEFFENTLICH, Rolle.FACHKRAFT)),
    *((name, Rolle.OEFFENTLICH) for name in FACHKRAFT),
]
ALL = PLANUNG | FACHKRAFT


@pytest.fixture(scope="module")
def vorrat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vorrat")
    with pytest.MonkeyPatch.context() as patch:
        for store in pflegeseite.used(folder, patch):
            filled(store)
    return folder


@pytest.fixture
def lage(vorrat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lage]:
    """The store in use, an empty session, and every button pressed."""
    shutil.copytree(vorrat, tmp_path / "var")
    for place in (st, DeltaGenerator):
        for name in ("button", "checkbox", "form_submit_button"):
            monkeypatch.setattr(place, name, lambda *_, **settings: not settings.get("disabled", False))
        monkeypatch.setattr(place, "text_input", lambda *_, **__: "probe")
    for store in pflegeseite.used(tmp_path / "var", monkeypatch):
        st.session_state.clear()
        yield Lage(store, tmp_path / "var")
        st.session_state.clear()


def handing_over() -> set[str]:
    """Functions of pages that call a door."""
    methods = {name.rpartition(".")[2] for name in TUEREN if "." in name.rpartition(":")[2]}
    known = TUEREN.keys() | {exported(name) for name in TUEREN} | methods
    places = ((name, one) for name, one in every_function().items() if one.raum == "web" or name.startswith("pages."))
    return {name for name, one in places if one.gerufen & known}


def used(lage: Lage, name: str, rolle: Rolle, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether somebody of this role changes anything there."""
    pflegeseite.as_person(monkeypatch, "Jemand", rolle)
    before = lage.spur()
    with suppress(NichtErlaubt):
        ALL[name](lage.store)
    return lage.spur() != before


def test_every_place_of_a_page_that_writes_is_tried_here() -> None:
    assert handing_over() == ALL.keys()


@pytest.mark.parametrize(("name", "rolle"), CASES)
def test_whoever_lacks_the_role_changes_nothing(
    lage: Lage, name: str, rolle: Rolle, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not used(lage, name, rolle, monkeypatch)


@pytest.mark.parametrize("name", ALL)
def test_whoever_has_the_role_does(lage: Lage, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the test above would hold for a place that does nothing."""
    assert used(lage, name, Rolle.FACHKRAFT if name in FACHKRAFT else Rolle.PLANUNG, monkeypatch)
