"""Records: versions, nobody overwrites anybody, nothing changes afterwards, content can go for good."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError

from sro.model.akte import Freigabe, Konflikt, Zustand
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.aussage import Aussage
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import GebietKey
from sro.model.stimme import Gruppe
from sro.store import Store
from sro.store.akten import Aenderung
from sro.store.aktenform import from_json, to_json
from sro.store.engine import writing
from sro.store.tables import akte as table

PLANUNG = Akteur("Planung", Rolle.PLANUNG)
ANDERE = Akteur("Andere Planung", Rolle.PLANUNG)
FACHKRAFT = Akteur("Fachkraft", Rolle.FACHKRAFT)
GAST = Akteur("Gast", Rolle.OEFFENTLICH)
WUNSCH = Beduerfnis(
    gruppe=Gruppe.ELTERN,
    text="Ein Treffpunkt für Familien",
    themen=("treffpunkte",),
    raum=GebietKey("quartier", "broling-quartier"),
    quelle="Elterncafé",
    datum=dt.date(2024, 3, 7),
    nennungen=7,
)


def test_a_content_survives_json() -> None:
    assert from_json("BN", to_json(WUNSCH)) == WUNSCH


def test_an_older_form_is_still_read() -> None:
    stored = to_json(WUNSCH) | {"frueher": "gab es das"}
    del stored["nennungen"]
    assert from_json("BN", stored) == replace(WUNSCH, nennungen=None)


def test_a_new_record_is_read_back(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    assert (made.id, made.fassung, made.wer, made.erfasst_von) == ("BN-1", 1, "Planung", "Planung")
    assert store.akten.bestand().akten == (made,)
    assert made.inhalt == WUNSCH


def test_the_stand_grows_with_every_change(store: Store) -> None:
    before = store.akten.stand()
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    between = store.akten.stand()
    store.akten.aendern(made.id, replace(WUNSCH, nennungen=8), basis=1, wer=PLANUNG)
    assert before < between < store.akten.stand() == store.akten.bestand().stand


def test_what_is_saved_unchanged_is_no_version(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    assert store.akten.aendern(made.id, WUNSCH, basis=1, wer=PLANUNG).fassung == 1


def test_the_history_says_who_when_before_and_after(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    store.akten.aendern(made.id, replace(WUNSCH, text="Zwei Treffpunkte"), basis=1, wer=ANDERE)
    after, before = store.akten.verlauf(made.id)
    assert (after.nummer, after.wer, after.inhalt) == (2, "Andere Planung", replace(WUNSCH, text="Zwei Treffpunkte"))
    assert (before.nummer, before.wer, before.inhalt) == (1, "Planung", WUNSCH)
    assert before.zeitpunkt <= after.zeitpunkt


def test_the_second_of_two_editors_sees_what_the_first_wrote(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    store.akten.aendern(made.id, replace(WUNSCH, text="Erste"), basis=1, wer=ANDERE)
    with pytest.raises(Konflikt, match="Andere Planung") as conflict:
        store.akten.aendern(made.id, replace(WUNSCH, text="Zweite"), basis=1, wer=PLANUNG)
    assert conflict.value.aktuell is not None
    assert conflict.value.aktuell.inhalt == replace(WUNSCH, text="Erste")
    assert len(store.akten.verlauf(made.id)) == 2


def test_of_many_at_once_exactly_one_wins(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)

    def write(n: int) -> bool:
        try:
            store.akten.aendern(made.id, replace(WUNSCH, nennungen=n), basis=1, wer=PLANUNG)
        except Konflikt:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(write, range(10, 18))) == 1
    assert len(store.akten.verlauf(made.id)) == 2


def test_new_records_at_once_get_ids_of_their_own(store: Store) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: store.akten.anlegen(WUNSCH, wer=PLANUNG).id, range(8)))
    assert sorted(made) == sorted(f"BN-{n}" for n in range(1, 9))


def test_an_entry_that_is_sent_twice_is_one_record(store: Store) -> None:
    first = store.akten.anlegen(WUNSCH, wer=PLANUNG, schluessel="browser-1")
    again = store.akten.anlegen(WUNSCH, wer=PLANUNG, schluessel="browser-1")
    assert again == first
    assert len(store.akten.bestand().akten) == 1


def test_a_change_that_is_sent_twice_is_one_version(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    changed = replace(WUNSCH, nennungen=9)
    for _ in range(2):
        found = store.akten.aendern(made.id, changed, basis=1, wer=PLANUNG, schluessel="browser-2")
    assert (found.fassung, found.inhalt) == (2, changed)


def test_many_changes_are_all_or_nothing(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    good, stale = Aenderung(WUNSCH), Aenderung(replace(WUNSCH, nennungen=1), made.id, basis=7)
    with pytest.raises(Konflikt):
        store.akten.einspielen([good, stale], wer=PLANUNG)
    assert store.akten.bestand().akten == (made,)
    written = store.akten.einspielen([good, replace(stale, basis=1)], wer=PLANUNG)
    assert [one.id for one in written] == ["BN-2", "BN-1"]


def test_what_is_removed_is_not_shown_and_can_come_back(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    store.akten.entfernen(made.id, basis=1, grund="Doppelt", wer=PLANUNG)
    assert store.akten.bestand().akten == ()
    removed = store.akten.verlauf(made.id)[0]
    assert (removed.zustand, removed.grund, removed.inhalt) == (Zustand.ENTFERNT, "Doppelt", None)
    with pytest.raises(Konflikt, match="entfernt"):
        store.akten.aendern(made.id, replace(WUNSCH, nennungen=1), basis=2, wer=PLANUNG)
    assert store.akten.zurueckholen(made.id, 1, basis=2, wer=PLANUNG).inhalt == WUNSCH


def test_what_was_removed_can_be_looked_through(store: Store) -> None:
    first, second, third = (store.akten.anlegen(replace(WUNSCH, nennungen=n), wer=PLANUNG) for n in (1, 2, 3))
    store.akten.aendern(first.id, WUNSCH, basis=1, wer=PLANUNG)
    store.akten.entfernen(first.id, basis=2, grund="Doppelt", wer=PLANUNG)
    store.akten.entfernen(second.id, basis=1, grund="Doppelt", wer=PLANUNG)
    store.akten.entfernen(third.id, basis=1, grund="Name", wer=PLANUNG)
    store.akten.tilgen(third.id, grund="Name", wer=PLANUNG)
    assert [(one.akte, one.nummer, one.inhalt) for one in store.akten.entfernt()] == [
        (second.id, 1, second.inhalt),
        (first.id, 2, WUNSCH),
    ]
    store.akten.zurueckholen(second.id, 1, basis=2, wer=PLANUNG)
    assert [one.akte for one in store.akten.entfernt()] == [first.id]


def test_the_id_of_a_removed_record_is_never_used_again(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    store.akten.entfernen(made.id, basis=1, grund="Doppelt", wer=PLANUNG)
    assert store.akten.anlegen(WUNSCH, wer=PLANUNG).id == "BN-2"


def test_content_can_be_taken_away_for_good(store: Store) -> None:
    secret = replace(WUNSCH, text="Mia Mustermann wünscht sich eine Schaukel")
    made = store.akten.anlegen(secret, wer=PLANUNG)
    store.akten.aendern(made.id, replace(secret, nennungen=1), basis=1, wer=PLANUNG)
    store.akten.tilgen(made.id, grund="Name genannt", wer=PLANUNG)
    assert store.akten.bestand().akten == ()
    assert [(one.zustand, one.inhalt) for one in store.akten.verlauf(made.id)] == [(Zustand.GETILGT, None)] * 3
    with store._engine.connect() as connection:
        assert "Mustermann" not in str(connection.execute(table.select()).all())
    with pytest.raises(KeyError):
        store.akten.zurueckholen(made.id, 1, basis=3, wer=PLANUNG)


@pytest.mark.parametrize(
    "change",
    [
        update(table).values(wer="Jemand"),
        update(table).values(zustand="entfernt"),
        update(table).values(zustand="getilgt", inhalt=None, wer="Jemand"),
        delete(table),
    ],
)
def test_the_database_refuses_every_other_change(store: Store, change: object) -> None:
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    with pytest.raises(DatabaseError, match="unveraenderlich"), writing(store._engine).begin() as connection:
        connection.execute(change)  # type: ignore[call-overload]


def test_postgresql_refuses_truncate(store: Store) -> None:
    if store._engine.dialect.name == "postgresql":
        with pytest.raises(DatabaseError, match="unveraenderlich"), writing(store._engine).begin() as connection:
            connection.execute(text("TRUNCATE akte"))


def test_a_professional_may_note_down_and_no_more(store: Store) -> None:
    noted = store.akten.anlegen(Aussage(wortlaut_intern="Mehr Licht"), wer=FACHKRAFT)
    with pytest.raises(NichtErlaubt):
        store.akten.aendern(noted.id, replace(noted.inhalt, freigabe=Freigabe.OEFFENTLICH), basis=1, wer=FACHKRAFT)
    with pytest.raises(NichtErlaubt):
        store.akten.anlegen(Aussage(wortlaut_intern="x", freigabe=Freigabe.OEFFENTLICH), wer=FACHKRAFT)
    with pytest.raises(NichtErlaubt):
        store.akten.anlegen(WUNSCH, wer=FACHKRAFT)
    with pytest.raises(NichtErlaubt):
        store.akten.entfernen(noted.id, basis=1, grund="", wer=FACHKRAFT)
    with pytest.raises(NichtErlaubt):
        store.akten.tilgen(noted.id, grund="", wer=FACHKRAFT)
    assert len(store.akten.verlauf(noted.id)) == 1


def test_a_guest_may_nothing(store: Store) -> None:
    with pytest.raises(NichtErlaubt):
        store.akten.anlegen(Aussage(wortlaut_intern="x"), wer=GAST)
    with pytest.raises(NichtErlaubt):
        store.akten.einspielen([Aenderung(Aussage(wortlaut_intern="x"))], wer=GAST)
    assert store.akten.stand() == 0


def test_an_entry_that_was_erased_does_not_come_back_when_it_is_sent_again(store: Store) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG, schluessel="browser-3")
    store.akten.tilgen(made.id, grund="Name genannt", wer=PLANUNG)
    with pytest.raises(Konflikt, match="entfernt"):
        store.akten.anlegen(WUNSCH, wer=PLANUNG, schluessel="browser-3")
    assert store.akten.bestand().akten == ()


def test_of_a_long_history_the_newest_version_is_read(store: Store) -> None:
    """By its id and among all, whoever made the first one; in the order in which the records were begun."""
    first, second = store.akten.anlegen(WUNSCH, wer=PLANUNG), store.akten.anlegen(WUNSCH, wer=PLANUNG)
    akte = first
    for number in range(5):
        changed = replace(akte.inhalt, text=f"Fassung {number}")
        akte = store.akten.aendern(akte.id, changed, basis=akte.fassung, wer=replace(PLANUNG, name="Andere"))
    assert store.akten.akte(first.id) == store.akten.bestand().akten[0] == akte
    assert (akte.fassung, akte.wer, akte.erfasst_von) == (6, "Andere", PLANUNG.name)
    assert [one.id for one in store.akten.bestand().akten] == [first.id, second.id]
    store.akten.entfernen(first.id, basis=6, grund="x", wer=PLANUNG)
    for gone in (first.id, "", "BN-9"):
        with pytest.raises(KeyError):
            store.akten.akte(gone)
