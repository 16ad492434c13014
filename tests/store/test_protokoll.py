"""The log of releases and activations, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from sro.model.akteur import Akteur, Rolle
from sro.model.datenstand import Herkunft
from sro.model.protokoll import Angaben, Bestaetigung, Datei, Vorgang
from sro.model.wert import Beobachtung, Status
from sro.protect import Schutzbericht, Schutzergebnis
from sro.store import Store
from tests.intake.kleine_stadt import STADT

PLANUNG = Akteur("Planung", Rolle.PLANUNG)
BEOBACHTUNG = Beobachtung("kinderanteil", STADT.oberste.key, 2024, Status.OK, 10.0, 100.0, 10.0)
HERKUNFT = (Herkunft("kinderanteil", "a.csv", "ab12", True),)
ANGABEN = Angaben((Datei("a.csv", "ab12"), Datei("ü.csv", "cd34")), (Bestaetigung("jahre_lueckenhaft", "Umstellung"),))


def release(store: Store, *beobachtungen: Beobachtung, angaben: Angaben = ANGABEN) -> int:
    ergebnis = Schutzergebnis(beobachtungen, Schutzbericht(1, 0, 0, 0, 0, None))
    made = store.publish(ergebnis, HERKUNFT, "Lieferung", wer=PLANUNG, stand=store.stand(), angaben=angaben)
    return made.id


def test_an_empty_store_has_an_empty_log(store: Store) -> None:
    assert store.protokoll() == ()


def test_releases_and_activations_are_told_newest_first(store: Store, reopen: Callable[[], Store]) -> None:
    before = dt.datetime.now(dt.UTC)
    first, second = release(store, BEOBACHTUNG), release(store, BEOBACHTUNG, angaben=Angaben())
    store.activate(first, Akteur("Leitung", Rolle.PLANUNG))
    found = reopen().protokoll()
    assert [(one.id, one.wer, one.was, one.datenstand_id, one.angaben) for one in found] == [
        (3, "Leitung", Vorgang.AKTIVIERUNG, first, Angaben()),
        (2, "Planung", Vorgang.FREIGABE, second, Angaben()),
        (1, "Planung", Vorgang.FREIGABE, first, ANGABEN),
    ]
    assert before <= found[2].zeitpunkt <= found[0].zeitpunkt <= dt.datetime.now(dt.UTC)


def test_what_is_not_written_is_not_logged(store: Store) -> None:
    with pytest.raises(IntegrityError):
        release(store, BEOBACHTUNG, BEOBACHTUNG)
    assert (store.datenstaende(), store.protokoll()) == ((), ())


def test_what_cannot_be_logged_is_not_written(store: Store) -> None:
    release(store, BEOBACHTUNG)
    with store._engine.begin() as connection:
        connection.execute(text("ALTER TABLE protokoll RENAME TO weg"))
    with pytest.raises(DBAPIError):
        release(store, BEOBACHTUNG)
    with pytest.raises(DBAPIError):
        store.activate(1, PLANUNG)
    assert [one.id for one in store.datenstaende()] == [1]


def test_the_database_itself_refuses_an_unknown_deed(store: Store) -> None:
    number = release(store, BEOBACHTUNG)
    row = f"(9, '2026-01-01', 'x', 'quatsch', {number}, '{{}}')"
    with pytest.raises(IntegrityError, match="was_bekannt"), store._engine.begin() as connection:
        connection.execute(text(f"INSERT INTO protokoll VALUES {row}"))
