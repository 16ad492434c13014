"""Editing records: list, form, faults, history, removing; nothing typed is lost, and only the planning gets there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sro.model.akte import Zustand
from sro.model.akteur import Akteur, Rolle
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import GebietKey
from sro.model.stimme import Gruppe
from sro.store import Store
from tests.akten.akteninhalte import HOSTILE
from tests.web.pflegeseite import as_person, html, open_record, page, press, typed, used, write

PLANUNG = Akteur("Petra Beispiel", Rolle.PLANUNG)
WUNSCH = Beduerfnis(
    gruppe=Gruppe.ELTERN,
    text="ein Treffpunkt für alle",
    themen=("treffpunkte",),
    raum=GebietKey("quartier", "broling-quartier"),
    quelle="Elterncafé",
    datum=dt.date(2024, 3, 7),
    nennungen=7,
)
BEDARF = Bedarf(titel="Orte", begruendung="viele sagen es", beduerfnisse=("BN-1",))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    as_person(monkeypatch, "Petra Beispiel")
    yield from used(tmp_path, monkeypatch)


@pytest.fixture
def filled(store: Store) -> Store:
    """BN-1 with a Bedarf that names it."""
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    store.akten.anlegen(BEDARF, wer=PLANUNG)
    return store


def test_a_record_is_changed(filled: Store) -> None:
    app = open_record(page(), "BN-1")
    write(app, "Bedürfnis", "zwei Treffpunkte")
    app.selectbox[0].set_value(Gruppe.KINDER)
    press(app, "Speichern")
    assert not app.exception
    assert "gespeichert" in app.success[0].value
    now = filled.akten.bestand().akte("BN-1")
    assert (now.fassung, now.wer) == (2, "Petra Beispiel")
    assert now.inhalt == replace(WUNSCH, text="zwei Treffpunkte", gruppe=Gruppe.KINDER)


def test_saving_without_a_change_is_no_version(filled: Store) -> None:
    app = press(open_record(page(), "BN-1"), "Speichern")
    assert "nichts geändert" in app.success[0].value
    assert filled.akten.bestand().akte("BN-1").fassung == 1


def test_every_field_keeps_what_it_was_when_only_one_is_touched(store: Store) -> None:
    whole = replace(WUNSCH, synthetisch=True, themen=("treffpunkte", "wege"), nennungen=0)
    store.akten.anlegen(whole, wer=PLANUNG)
    app = open_record(page(), "BN-1")
    write(app, "Quelle", "Befragung")
    press(app, "Speichern")
    assert store.akten.bestand().akte("BN-1").inhalt == replace(whole, quelle="Befragung")


def test_a_new_record_tells_all_that_is_missing_at_once_and_keeps_what_was_typed(store: Store) -> None:
    app = press(page(), "Neu")
    write(app, "Bedürfnis", "ein Treffpunkt")
    press(app, "Anlegen")
    assert store.akten.stand() == 0
    assert app.error[0].value == "Noch nicht gespeichert. Zu ändern: Themen, Raum, Quelle, Datum."
    assert html(app).count("sro-mangel") == 4
    assert typed(app, "Bedürfnis") == "ein Treffpunkt"
    write(app, "Quelle", "Elterncafé")
    app.multiselect[0].set_value(["treffpunkte"])
    app.date_input[0].set_value(dt.date(2024, 3, 7))
    raum = next(box for box in app.selectbox if box.label.startswith("Raum"))
    raum.set_value(GebietKey("quartier", "broling-quartier"))
    press(app, "Anlegen")
    assert not app.error
    made = store.akten.bestand().akte("BN-1")
    assert (made.inhalt.text, made.inhalt.datum, made.inhalt.nennungen) == ("ein Treffpunkt", dt.date(2024, 3, 7), None)


def test_what_may_point_to_a_person_needs_a_tick_for_just_that(filled: Store) -> None:
    app = open_record(page(), "BN-1")
    write(app, "Bedürfnis", "Bitte 0451 1234567 anrufen")
    press(app, "Speichern")
    assert filled.akten.bestand().akte("BN-1").fassung == 1
    assert "Telefonnummer" in html(app)
    (tick,) = [box for box in app.checkbox if "Personenbezug" in box.label]
    tick.check()
    write(app, "Quelle", "Tel. 0451 7654321")
    press(app, "Speichern")
    assert filled.akten.bestand().akte("BN-1").fassung == 1
    (tick,) = [box for box in app.checkbox if "Personenbezug" in box.label]
    assert not tick.value
    tick.check()
    press(app, "Speichern")
    assert filled.akten.bestand().akte("BN-1").inhalt.quelle == "Tel. 0451 7654321"


def test_the_list_is_searched_in_every_field(store: Store) -> None:
    for text in ("ein Treffpunkt", "eine Schaukel", "ein Radweg"):
        store.akten.anlegen(replace(WUNSCH, text=text), wer=PLANUNG)
    store.akten.anlegen(replace(WUNSCH, text="ein Baum", gruppe=Gruppe.KINDER), wer=PLANUNG)
    app = page()
    assert "4 Einträge" in html(app)
    assert next(b.key for b in app.button if "oeffnen" in str(b.key)) == "pflege_oeffnen_BN-4"
    for words, found in (
        ("schaukel", ["BN-2"]),
        ("kinder", ["BN-4"]),
        ("bn-3", ["BN-3"]),
        ("broling radweg", ["BN-3"]),
    ):
        app.text_input[0].set_value(words).run()
        assert [b.key.rpartition("_")[2] for b in app.button if "oeffnen" in str(b.key)] == found
    app.text_input[0].set_value("gibtesnicht").run()
    assert "passt kein Eintrag" in html(app)


def test_a_long_list_comes_in_pieces(store: Store) -> None:
    for n in range(45):
        store.akten.anlegen(replace(WUNSCH, nennungen=n), wer=PLANUNG)
    app = page()
    assert sum("oeffnen" in str(button.key) for button in app.button) == 20
    press(app, "20 weitere zeigen")
    press(app, "5 weitere zeigen")
    assert sum("oeffnen" in str(button.key) for button in app.button) == 45


def test_the_history_says_before_and_after_and_brings_back(filled: Store) -> None:
    other = Akteur("Andere Planung", Rolle.PLANUNG)
    filled.akten.aendern("BN-1", replace(WUNSCH, text="zwei Treffpunkte"), basis=1, wer=other)
    app = open_record(page(), "BN-1")
    told = html(app)
    assert "Fassung 2: geändert" in told
    assert "Andere Planung" in told
    assert '<del><span class="sro-wortlaut">ein Treffpunkt für alle</span></del>' in told
    assert '<ins><span class="sro-wortlaut">zwei Treffpunkte</span></ins>' in told
    press(app, "Fassung 1 wiederherstellen")
    now = filled.akten.bestand().akte("BN-1")
    assert (now.fassung, now.inhalt) == (3, WUNSCH)
    assert typed(app, "Bedürfnis") == WUNSCH.text


def test_quick_successions_are_one_step_until_somebody_asks(filled: Store) -> None:
    for version, text in enumerate(("zwei", "drei"), start=1):
        filled.akten.aendern("BN-1", replace(WUNSCH, text=text), basis=version, wer=PLANUNG)
    app = open_record(page(), "BN-1")
    assert "Fassungen 1–3" in html(app)
    next(toggle for toggle in app.toggle if toggle.label == "Jede Fassung einzeln").set_value(True).run()
    assert all(f"Fassung {n}:" in html(app) for n in (1, 2, 3))


def test_a_record_is_removed_with_a_reason_and_comes_back(filled: Store) -> None:
    app = open_record(page(), "BN-1")
    assert "BE-1 Orte" in html(app)
    press(app, "Entfernen")
    assert "Grund" in app.error[0].value
    next(field for field in app.text_input if "Entfernen" in str(field.key)).set_value("doppelt erfasst")
    press(app, "Entfernen")
    assert "BN-1" not in filled.akten.bestand()
    assert filled.akten.verlauf("BN-1")[0].grund == "doppelt erfasst"
    app.toggle[0].set_value(True).run()
    press(app, "Zurückholen")
    assert filled.akten.bestand().akte("BN-1").inhalt == WUNSCH
    assert typed(app, "Bedürfnis") == WUNSCH.text


def test_erasing_needs_reason_and_tick_and_takes_every_version(filled: Store) -> None:
    app = open_record(page(), "BN-1")
    next(field for field in app.text_input if "tilgen" in str(field.key)).set_value("Name genannt")
    press(app, "Für immer tilgen")
    assert "Haken" in app.error[0].value
    assert "BN-1" in filled.akten.bestand()
    next(box for box in app.checkbox if "für immer löschen" in box.label).check()
    press(app, "Für immer tilgen")
    assert {one.zustand for one in filled.akten.verlauf("BN-1")} == {Zustand.GETILGT}
    app.toggle[0].set_value(True).run()
    assert "Es ist nichts entfernt" in html(app)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_meant_to_do_harm_is_text(store: Store, text: str) -> None:
    store.akten.anlegen(replace(WUNSCH, text=text, quelle=text), wer=PLANUNG)
    store.akten.aendern("BN-1", replace(WUNSCH, text=f"{text}!", quelle=text), basis=1, wer=PLANUNG)
    app = page()
    app = open_record(app, "BN-1")
    assert not app.exception
    assert "<img" not in html(app)
    assert typed(app, "Bedürfnis") == f"{text}!"


@pytest.mark.parametrize("rolle", [Rolle.OEFFENTLICH, Rolle.FACHKRAFT])
def test_others_get_words_and_no_records(filled: Store, monkeypatch: pytest.MonkeyPatch, rolle: Rolle) -> None:
    as_person(monkeypatch, "Frida", rolle)
    app = page()
    assert "Nötig ist die Rolle" in html(app)
    assert not app.text_input
    assert "Treffpunkt" not in html(app)


def test_every_kind_has_a_list_and_what_was_chosen_stays_chosen(filled: Store) -> None:
    app = page()
    app.segmented_control[0].set_value("BE").run()
    app = open_record(app, "BE-1")
    assert typed(app, "Bedarf") == "Orte"
    press(app, "Alle Bedarfe")
    assert [button.key for button in app.button if "oeffnen" in str(button.key)] == ["pflege_oeffnen_BE-1"]
