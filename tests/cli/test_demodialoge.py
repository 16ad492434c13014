"""The bundled made-up dialogues: one year and the next, with agreements in every state that a board has to show."""

import datetime as dt

import pytest

from sro.akten.bestand import Bestand
from sro.akten.einsicht import for_role
from sro.auswertung.brett.termin import deadline
from sro.auswertung.dialog.stimmen import to_review
from sro.auswertung.dialog.vorschlag import HOECHSTENS, WENIGSTENS
from sro.cli import demo
from sro.cli.demostimmen import fill_voices
from sro.model.akteur import Rolle
from sro.model.dialog import Dialog, Dialogstand, Notiz, Notizart
from sro.model.gebiet import GebietKey
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung
from sro.store import Store, open_store

HEUTE = dt.date(2026, 11, 24)
MOISLING = GebietKey("stadtteil", "03")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('dialoge') / 'sro.sqlite'}")
    fill_voices(store, demo.STIMMEN, wer=demo.WER)
    return store


@pytest.fixture(scope="module")
def bestand(store: Store) -> Bestand:
    return store.akten.bestand()


def test_two_were_held_and_one_is_being_prepared(bestand: Bestand) -> None:
    found = {akte.id: akte.inhalt for akte in bestand.von(Dialog)}
    finished = [one for one in found.values() if one.stand is Dialogstand.ABGESCHLOSSEN]
    assert len(finished) == 2
    assert all(one.datum and one.datum < HEUTE for one in finished)
    coming = found["QD-3"]
    assert (coming.raum, coming.stand, coming.datum) == (MOISLING, Dialogstand.VORBEREITET, dt.date(2026, 12, 10))
    assert {one.datenstand for one in found.values()} == {1}  # the first that a store makes
    assert all(WENIGSTENS <= len(one.indikatoren) <= HOECHSTENS for one in found.values())
    assert all(one.rollen for one in found.values())


def test_the_next_one_looks_back_on_what_was_agreed_in_the_same_district(bestand: Bestand) -> None:
    coming = next(akte.inhalt for akte in bestand.von(Dialog) if akte.id == "QD-3")
    assert coming.rueckblick == tuple(akte.id for akte in to_review(bestand, coming, "QD-3"))
    assert len(coming.rueckblick) == 4


def test_agreements_have_every_link_different_states_and_one_is_overdue(bestand: Bestand, store: Store) -> None:
    agreed = [akte.inhalt for akte in bestand.her("QD-1", Vereinbarung)]
    states = [one.umsetzung for one in agreed]
    assert {Umsetzung.UMGESETZT, Umsetzung.IN_ARBEIT, Umsetzung.ZURUECKGESTELLT} <= set(states)
    assert [deadline(one, HEUTE).ueberfaellig for one in agreed] == [True, False, False, False]
    assert all(one.indikatoren and one.bedarfe and one.leitlinien and one.bausteine for one in agreed)
    assert any(one.aussagen for one in agreed)
    assert all(one.verantwortlich and one.massstab for one in agreed)
    assert max(len(store.akten.verlauf(akte.id)) for akte in bestand.von(Vereinbarung)) == 3


def test_observations_and_interpretations_are_kept_apart(bestand: Bestand) -> None:
    for dialog in ("QD-1", "QD-2"):
        assert {akte.inhalt.art for akte in bestand.her(dialog, Notiz)} == set(Notizart)


def test_the_public_reads_the_dialogue_that_was_released_and_no_notes(bestand: Bestand) -> None:
    public = for_role(bestand, Rolle.OEFFENTLICH)
    assert [akte.id for akte in public.von(Dialog)] == ["QD-2"]
    assert {akte.inhalt.dialog for akte in public.von(Vereinbarung)} == {"QD-2"}
    assert not public.von(Notiz)
    assert len(for_role(bestand, Rolle.FACHKRAFT).von(Dialog)) == 3
