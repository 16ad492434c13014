"""What is handed out of a dialogue while it is open and after it was closed, on a store with its histories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sro.akten.einsicht import for_role
from sro.auswertung.dialog.ausgabe import Dialogausgabe, gaps, handed_out
from sro.model.akteur import Akteur, Rolle
from sro.model.dialog import Dialog, Dialogstand, Notiz
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung
from sro.store import Store, open_store
from tests.auswertung.werke import A, werk

PLANUNG = Akteur("Planung", Rolle.PLANUNG)
HEUTE = dt.date(2030, 1, 1)
FRIST = dt.date(2027, 3, 31)
WERK = werk([])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}")
    for inhalt in (
        Dialog(titel="Vorher", raum=A, datum=dt.date(2025, 11, 1), datenstand=7),
        Vereinbarung(dialog="QD-1", text="Alte Abrede", frist=FRIST),
        Dialog(titel="Jetzt", raum=A, datum=dt.date(2026, 11, 1), datenstand=7, rueckblick=("VB-1",)),
        Notiz(dialog="QD-2", text="Gesehen"),
        Vereinbarung(dialog="QD-2", text="Abrede", verantwortlich="ASD", frist=FRIST, massstab="Es wirkt."),
        Vereinbarung(dialog="QD-2", text="Lose Abrede", verantwortlich="ASD"),
    ):
        found.akten.anlegen(inhalt, wer=PLANUNG)
    yield found
    found.close()


def change(store: Store, akte: str, **changes: Any) -> None:
    now = store.akten.bestand().akte(akte)
    store.akten.aendern(akte, replace(now.inhalt, **changes), basis=now.fassung, wer=PLANUNG)


def out(store: Store, dialog: str = "QD-2", werke: Any = lambda _: WERK) -> Dialogausgabe | None:
    lesbar = for_role(store.akten.bestand(), Rolle.FACHKRAFT)
    return handed_out(dialog, lesbar, werke, store.akten.verlauf, HEUTE)


def given(store: Store) -> Dialogausgabe:
    found = out(store)
    assert found is not None
    return found


def test_while_it_is_open_everything_is_as_it_stands(store: Store) -> None:
    change(store, "NO-1", text="Genauer gesehen")
    found = given(store)
    assert [one.inhalt.text for one in found.blatt.notizen] == ["Genauer gesehen"]
    assert (found.abgeschlossen, found.stichtag, found.neu, found.geaendert) == (None, HEUTE, 0, 0)
    assert found.rueckblick[0].termin.frist_vorbei  # by today


def test_once_it_is_closed_it_stays_what_it_was(store: Store) -> None:
    change(store, "QD-2", stand=Dialogstand.ABGESCHLOSSEN)
    before = given(store)
    change(store, "NO-1", text="Anders gesehen")
    change(store, "VB-2", umsetzung=Umsetzung.UMGESETZT)
    change(store, "VB-1", umsetzung=Umsetzung.VERWORFEN, text="Anders")
    change(store, "QD-2", titel="Anders", ort="Anderswo")
    store.akten.anlegen(Notiz(dialog="QD-2", text="Nachgetragen"), wer=PLANUNG)
    store.akten.anlegen(Dialog(titel="Danach", raum=A, datum=dt.date(2027, 11, 1), datenstand=7), wer=PLANUNG)
    after = given(store)
    assert after.blatt.dialog == before.blatt.dialog
    assert after.blatt.notizen == before.blatt.notizen
    assert after.blatt.vereinbarungen == before.blatt.vereinbarungen
    assert after.rueckblick == before.rueckblick
    assert after.stichtag == before.stichtag != HEUTE
    assert after.naechster is None
    assert (after.neu, after.geaendert) == (1, 2)


def test_closed_once_more_it_has_what_came_meanwhile(store: Store) -> None:
    change(store, "QD-2", stand=Dialogstand.ABGESCHLOSSEN)
    change(store, "NO-1", text="Anders gesehen")
    store.akten.anlegen(Dialog(titel="Danach", raum=A, datum=dt.date(2027, 11, 1), datenstand=7), wer=PLANUNG)
    change(store, "QD-2", stand=Dialogstand.LAEUFT)
    assert given(store).abgeschlossen is None
    change(store, "QD-2", stand=Dialogstand.ABGESCHLOSSEN)
    found = given(store)
    assert [one.inhalt.text for one in found.blatt.notizen] == ["Anders gesehen"]
    assert found.naechster is not None
    assert (found.naechster.inhalt.titel, found.neu, found.geaendert) == ("Danach", 0, 0)


def test_what_was_removed_or_wiped_is_gone_from_closed_minutes_too(store: Store) -> None:
    change(store, "QD-2", stand=Dialogstand.ABGESCHLOSSEN)
    store.akten.entfernen("NO-1", basis=1, grund="Falsch", wer=PLANUNG)
    store.akten.tilgen("VB-3", grund="Name", wer=PLANUNG)
    found = given(store)
    assert found.blatt.notizen == ()
    assert [one.id for one in found.blatt.vereinbarungen] == ["VB-2"]


def test_without_dialogue_or_figures_there_is_nothing(store: Store) -> None:
    assert out(store, "QD-9") is None
    assert out(store, "VB-1") is None
    assert out(store, werke=lambda _: None) is None


def test_an_agreement_without_term_or_yardstick_is_named(store: Store) -> None:
    assert [(one.akte.id, one.fehlt) for one in gaps(given(store).blatt)] == [("VB-3", ("Frist", "Maßstab"))]
