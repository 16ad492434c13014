"""Two editors of one record: the second sees what the first changed and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.akten.zusammenfuehren import Wahl
from sro.model.akteur import Akteur, Rolle
from sro.store import Store
from tests.web.pflegeseite import as_person, html, open_record, page, press, typed, used, write
from tests.web.test_pflege import WUNSCH

ERSTE = Akteur("Erste Planung", Rolle.PLANUNG)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    as_person(monkeypatch, "Zweite Planung")
    for opened in used(tmp_path, monkeypatch):
        opened.akten.anlegen(WUNSCH, wer=ERSTE)
        yield opened


def second(store: Store, **typed_in: str) -> AppTest:
    """The second editor has loaded version 1, typed, and pressed save after the first one saved."""
    app = open_record(page(), "BN-1")
    store.akten.aendern("BN-1", replace(WUNSCH, text="von der Ersten", nennungen=9), basis=1, wer=ERSTE)
    for label, text in typed_in.items():
        write(app, label, text)
    press(app, "Speichern")
    assert not app.exception
    assert store.akten.bestand().akte("BN-1").fassung == 2
    return app


def choose(app: AppTest, which: Wahl) -> None:
    app.radio[0].set_value(which).run()


def test_fields_of_different_people_come_together(store: Store) -> None:
    app = second(store, Quelle="Befragung")
    told = html(app)
    assert "inzwischen von Erste Planung" in told
    assert all(text in told for text in ("ein Treffpunkt für alle", "von der Ersten", "Befragung", "Elterncafé"))
    assert not app.radio
    press(app, "Zusammengeführt speichern")
    now = store.akten.bestand().akte("BN-1")
    assert (now.fassung, now.wer) == (3, "Zweite Planung")
    assert now.inhalt == replace(WUNSCH, text="von der Ersten", nennungen=9, quelle="Befragung")


@pytest.mark.parametrize(
    ("which", "text"),
    [
        (Wahl.ANDERE, "von der Ersten"),
        (Wahl.EIGENE, "von der Zweiten"),
        (Wahl.BEIDES, "von der Ersten\n\nvon der Zweiten"),
    ],
)
def test_a_field_that_both_changed_is_chosen(store: Store, which: Wahl, text: str) -> None:
    app = second(store, Bedürfnis="von der Zweiten", Quelle="Befragung")
    save = next(button for button in app.button if button.label == "Zusammengeführt speichern")
    assert save.disabled
    choose(app, which)
    press(app, "Zusammengeführt speichern")
    expected = replace(WUNSCH, text=text, nennungen=9, quelle="Befragung")
    assert store.akten.bestand().akte("BN-1").inhalt == expected


def test_back_in_the_form_all_that_was_typed_is_there(store: Store) -> None:
    app = second(store, Bedürfnis="von der Zweiten", Quelle="Befragung")
    choose(app, Wahl.EIGENE)
    press(app, "Im Formular weiter bearbeiten")
    assert (typed(app, "Bedürfnis"), typed(app, "Quelle")) == ("von der Zweiten", "Befragung")
    press(app, "Speichern")
    assert store.akten.bestand().akte("BN-1").inhalt == replace(
        WUNSCH, text="von der Zweiten", nennungen=9, quelle="Befragung"
    )


def test_a_third_change_in_between_is_compared_again(store: Store) -> None:
    app = second(store, Quelle="Befragung")
    third = replace(WUNSCH, text="von der Dritten", nennungen=9)
    store.akten.aendern("BN-1", third, basis=2, wer=Akteur("Dritte Planung", Rolle.PLANUNG))
    press(app, "Zusammengeführt speichern")
    assert store.akten.bestand().akte("BN-1").fassung == 3
    assert "inzwischen von Dritte Planung" in html(app)
    press(app, "Zusammengeführt speichern")
    assert store.akten.bestand().akte("BN-1").inhalt == replace(third, quelle="Befragung")


def test_what_does_not_fit_together_goes_back_to_the_form(store: Store) -> None:
    app = open_record(page(), "BN-1")
    store.akten.aendern("BN-1", replace(WUNSCH, quelle=""), basis=1, wer=ERSTE)
    write(app, "Bedürfnis", "von der Zweiten")
    press(app, "Speichern")
    press(app, "Zusammengeführt speichern")
    assert store.akten.bestand().akte("BN-1").fassung == 2
    assert app.error[0].value == "Noch nicht gespeichert. Zu ändern: Quelle."
    assert typed(app, "Bedürfnis") == "von der Zweiten"


def test_a_record_that_was_removed_meanwhile_is_brought_back_with_what_was_typed(store: Store) -> None:
    app = open_record(page(), "BN-1")
    store.akten.entfernen("BN-1", basis=1, grund="doppelt", wer=ERSTE)
    write(app, "Bedürfnis", "von der Zweiten")
    press(app, "Speichern")
    assert "von der Zweiten" in html(app)
    assert "entfernt" in app.warning[0].value
    press(app, "Zurückholen und meine Eingabe weiter bearbeiten")
    press(app, "Speichern")
    assert store.akten.bestand().akte("BN-1").inhalt == replace(WUNSCH, text="von der Zweiten")


def test_a_record_that_was_erased_meanwhile_can_become_a_new_one(store: Store) -> None:
    app = open_record(page(), "BN-1")
    store.akten.tilgen("BN-1", grund="Name genannt", wer=ERSTE)
    write(app, "Bedürfnis", "von der Zweiten")
    press(app, "Speichern")
    press(app, "Als neuen Eintrag weiter bearbeiten")
    press(app, "Anlegen")
    assert store.akten.bestand().akte("BN-2").inhalt == replace(WUNSCH, text="von der Zweiten")


def test_an_open_form_says_that_somebody_saved(store: Store) -> None:
    app = open_record(page(), "BN-1")
    store.akten.aendern("BN-1", replace(WUNSCH, text="von der Ersten"), basis=1, wer=ERSTE)
    app.run()
    assert "Erste Planung hat diesen Eintrag inzwischen gespeichert" in app.info[0].value
    assert typed(app, "Bedürfnis") == WUNSCH.text


def test_nobody_removes_what_somebody_else_just_changed(store: Store) -> None:
    app = open_record(page(), "BN-1")
    next(field for field in app.text_input if "Entfernen" in str(field.key)).set_value("doppelt")
    store.akten.aendern("BN-1", replace(WUNSCH, text="von der Ersten"), basis=1, wer=ERSTE)
    press(app, "Entfernen")
    assert store.akten.bestand().akte("BN-1").fassung == 2
    assert "Erste Planung hat den Eintrag inzwischen geändert" in app.warning[0].value
    assert typed(app, "Bedürfnis") == "von der Ersten"


def test_nobody_brings_back_over_what_somebody_else_just_changed(store: Store) -> None:
    store.akten.aendern("BN-1", replace(WUNSCH, text="von der Ersten"), basis=1, wer=ERSTE)
    app = open_record(page(), "BN-1")
    app.toggle[0].set_value(True).run()
    store.akten.aendern("BN-1", replace(WUNSCH, text="noch einmal"), basis=2, wer=ERSTE)
    press(app, "Fassung 1 wiederherstellen")
    assert store.akten.bestand().akte("BN-1").inhalt.text == "noch einmal"
    assert "inzwischen geändert" in app.warning[0].value
