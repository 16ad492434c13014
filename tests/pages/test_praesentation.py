"""The presentation as the page hands it to the browser: whose it is, what goes along, what never does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage
from sro.reference.city import city
from sro.web import akten, data, rechte
from sro.web.dialog import mitschrift as dialogmitschrift
from sro.web.dialog import praesentation
from sro.web.zugang import Grund
from tests.pages.conftest import Page
from tests.pages.test_dialog import DIALOG, MOISLING, PLANUNG, made

Open = Callable[..., dict[str, Any] | None]
OEFFENTLICH = replace(DIALOG, freigabe=Freigabe.OEFFENTLICH)


@pytest.fixture
def gezeigt(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the presentation for a role and gives what the browser gets: None where there is none."""
    heard: list[dict[str, Any]] = []
    noted: list[str] = []

    def component() -> Callable[..., None]:
        return lambda **given: heard.append(given["data"])

    def opened(rolle: Rolle = Rolle.FACHKRAFT, **params: str) -> dict[str, Any] | None:
        heard.clear()
        noted.clear()
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Probe", rolle), Grund.ANGEMELDET))
        app: AppTest = page("dialog", {"dialog": "QD-1", "modus": "praesentation"} | params)
        assert not app.exception
        assert len(heard) <= 1
        return heard[0] | {"mitschrift": list(noted)} if heard else None

    monkeypatch.setattr(praesentation, "component", component)
    monkeypatch.setattr(dialogmitschrift, "show", noted.append)
    _forget()
    yield opened
    _forget()


def _forget() -> None:
    for cache in (akten._all, akten._for_role, praesentation._values):
        cache.cache_clear()


def test_all_screens_go_to_the_browser_at_once(gezeigt: Open) -> None:
    made()
    given = gezeigt(bild="3")
    assert given is not None
    assert (given["dialog"], given["bild"], given["zurueck"]) == ("QD-1", 3, "dialog?dialog=QD-1")
    for kennung in ("titel", "zahl-sgb2-unter-18", "karte-hze-ohne-28", "mitschrift", "transfer"):
        assert f'data-kennung="{kennung}"' in given["bilder"]
    assert given["programm"][1] == ["daten", "Datenblick", 30]
    assert json.loads(json.dumps(given)) == given


def test_every_area_of_the_level_can_be_asked_for(gezeigt: Open) -> None:
    made()
    given = gezeigt()
    assert given is not None
    assert set(given["zahlen"]) == set(DIALOG.indikatoren)
    areas = {gebiet.id for gebiet in city().of_level("stadtteil")}
    for one in given["zahlen"].values():
        assert (one["ebene"], one["eigenes"], set(one["werte"])) == ("stadtteil", MOISLING.id, areas)
    assert {area for area, _ in given["ebenen"]["stadtteil"]["gebiete"]} == areas


def test_notes_are_for_those_who_may_take_them(gezeigt: Open) -> None:
    made(OEFFENTLICH)
    with_notes, without = gezeigt(Rolle.FACHKRAFT), gezeigt(Rolle.OEFFENTLICH)
    assert with_notes is not None
    assert without is not None
    assert (with_notes["mitschrift"], without["mitschrift"]) == (["QD-1"], [])
    assert ("Woran erkennen wir" in with_notes["bilder"], "Woran erkennen wir" in without["bilder"]) == (False, True)


def test_the_public_gets_neither_an_internal_dialogue_nor_internal_words(gezeigt: Open) -> None:
    said = Aussage(wortlaut="Nur für den Fachkreis.", raum=MOISLING, freigabe=Freigabe.FACHKREIS)
    aussage = data.store().akten.anlegen(said, wer=PLANUNG).id
    made(replace(OEFFENTLICH, aussagen=(aussage,)))
    inside, outside = gezeigt(Rolle.FACHKRAFT), gezeigt(Rolle.OEFFENTLICH)
    assert inside is not None
    assert outside is not None
    assert ("Nur für den Fachkreis." in inside["bilder"], "Nur für den Fachkreis." in outside["bilder"]) == (
        True,
        False,
    )
    dialog = data.store().akten.bestand().akte("QD-1")
    data.store().akten.aendern("QD-1", replace(dialog.inhalt, freigabe=Freigabe.FACHKREIS), basis=1, wer=PLANUNG)
    assert gezeigt(Rolle.OEFFENTLICH) is None


def test_without_its_datenstand_nothing_is_presented(gezeigt: Open) -> None:
    made(replace(DIALOG, datenstand=99))
    assert gezeigt() is None
