"""What the component is told, and what it may say; for each role and each state of the dialogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sro.akten.dialogmitschrift import ARTEN, TYPED
from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage
from sro.model.dialog import Dialog, Dialogstand, Notiz, Notizart
from sro.model.feld import Form, feld_named
from sro.model.vereinbarung import Vereinbarung
from sro.model.werkstatt import Werkstatt
from sro.store import Store
from sro.web.dialog import mitschrift as dialogmitschrift
from sro.web.dialog.mitschriftworte import FELDER, stellen, worte
from tests.web import pflegeseite

PLANUNG = Akteur("Planung", Rolle.PLANUNG)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    dialogmitschrift._content.cache_clear()
    for opened in pflegeseite.used(tmp_path, monkeypatch):
        opened.akten.anlegen(Dialog(titel="Moisling", datenstand=1, indikatoren=("sgb2_unter_18",)), wer=PLANUNG)
        yield opened
    dialogmitschrift._content.cache_clear()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the component gets, instead of a browser."""
    heard: list[dict[str, Any]] = []
    monkeypatch.setattr(dialogmitschrift, "component", lambda: lambda **given: heard.append(given["data"]))
    return heard


def page() -> AppTest:
    return AppTest.from_function(_page, default_timeout=60).run()


def _page() -> None:
    from sro.web.dialog.mitschrift import show

    show("QD-1")


def as_role(monkeypatch: pytest.MonkeyPatch, rolle: Rolle) -> None:
    pflegeseite.as_person(monkeypatch, "Jemand", rolle)


def test_columns_with_their_entries(store: Store, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    as_role(monkeypatch, Rolle.FACHKRAFT)
    store.akten.anlegen(Notiz(dialog="QD-1", art=Notizart.DEUTUNG, text="<b>b</b>"), wer=PLANUNG)
    store.akten.anlegen(Vereinbarung(dialog="QD-1", text="a", freigabe=Freigabe.OEFFENTLICH), wer=PLANUNG)
    store.akten.anlegen(Notiz(dialog="QD-1", text="geheim", freigabe=Freigabe.INTERN), wer=PLANUNG)
    assert not page().exception
    (sent,) = told
    assert [(one["id"], one["art"], one["fest"]) for one in sent["eintraege"]] == [
        ("NO-1", "Deutung", False),
        ("VB-1", "Vereinbarung", True),
    ]
    assert (sent["offen"], sent["satz"], sent["quittungen"]) == (True, "", [])
    assert sent["eintraege"][0]["werte"]["text"] == "<b>b</b>"


def test_the_planning_may_change_all(store: Store, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    as_role(monkeypatch, Rolle.PLANUNG)
    store.akten.anlegen(Notiz(dialog="QD-1", text="a", freigabe=Freigabe.OEFFENTLICH), wer=PLANUNG)
    page()
    assert [one["fest"] for one in told[0]["eintraege"]] == [False]


def test_the_public_gets_nothing(store: Store, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    as_role(monkeypatch, Rolle.OEFFENTLICH)
    dialog = store.akten.akte("QD-1")
    store.akten.aendern("QD-1", replace(dialog.inhalt, freigabe=Freigabe.OEFFENTLICH), basis=1, wer=PLANUNG)
    shown = page()
    assert told == []
    assert not shown.exception


def test_a_dialogue_that_is_over_says_so(
    store: Store, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_role(monkeypatch, Rolle.FACHKRAFT)
    over = replace(store.akten.akte("QD-1").inhalt, stand=Dialogstand.ABGESCHLOSSEN)
    store.akten.aendern("QD-1", over, basis=1, wer=PLANUNG)
    page()
    assert not told[0]["offen"]
    assert told[0]["satz"].startswith("Dieser Dialog ist abgeschlossen.")


def test_a_dialogue_that_is_gone_is_spoken_of(
    store: Store, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_role(monkeypatch, Rolle.FACHKRAFT)
    store.akten.entfernen("QD-1", basis=1, grund="Probe", wer=PLANUNG)
    assert not page().exception
    assert told == []


def test_words_of_this_dialogue_and_those_that_entries_have(store: Store) -> None:
    store.akten.anlegen(Werkstatt(titel="W"), wer=PLANUNG)
    store.akten.anlegen(Aussage(werkstatt="WS-1", wortlaut_intern="x", wortlaut="Mehr Bänke"), wer=PLANUNG)
    more = Vereinbarung(
        dialog="QD-1", text="a", aussagen=("AU-1",), indikatoren=("betreuung_ue3",), verantwortlich=" JA "
    )
    store.akten.anlegen(more, wer=PLANUNG)
    akten = store.akten.bestand()
    found = worte(akten, "QD-1")
    assert [one["id"] for one in found["indikatoren"]] == ["sgb2_unter_18", "betreuung_ue3"]
    assert found["aussagen"] == [{"id": "AU-1", "name": "Mehr Bänke"}]
    assert "L2" in {one["id"] for one in found["leitlinien"]}
    assert "JA" in stellen(akten)


def test_every_field_that_is_typed_is_drawn() -> None:
    assert list(FELDER) == list(ARTEN)
    for klasse, art in ((Notiz, "Deutung"), (Vereinbarung, "Vereinbarung")):
        assert [one["name"] for one in FELDER[art]] == list(TYPED[klasse])
        assert all(one["laenge"] for one in FELDER[art] if one["form"] in (Form.TEXT, Form.ZEILE))
        assert {feld_named(klasse, one["name"]).form for one in FELDER[art]} <= {
            *(Form.TEXT, Form.ZEILE, Form.DATUM, Form.MEHRFACH)
        }
