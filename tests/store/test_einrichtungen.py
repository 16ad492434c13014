"""Lists of facilities, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.einrichtung import Einrichtung, Einrichtungsart, Ort, Traegerart
from sro.model.gebiet import GebietKey
from sro.model.protokoll import Angaben, Datei, Vorgang
from sro.store import FreigabeAbgelehnt, Store, open_store
from sro.store.engine import make_engine
from sro.store.schema import MIGRATIONS
from tests.intake.kleine_stadt import STADT

PLANUNG = Akteur("Planung", Rolle.PLANUNG)
ANGABEN = Angaben((Datei("liste.csv", "ab12"),))
HAFEN, BAHNHOF = GebietKey("stadtbezirk", "03"), GebietKey("stadtbezirk", "02")
KITA = Einrichtung("1", "Zwergenhaus", Einrichtungsart.KITA, "Ä e. V.", Traegerart.FREI, (HAFEN, BAHNHOF), True)
TREFF = Einrichtung(
    "2", "Ankerplatz", Einrichtungsart.OKJA, "Stadt", Traegerart.OEFFENTLICH, (HAFEN,), True, Ort(10.7, 53.9), 0, "neu"
)


def replace(store: Store, *found: Einrichtung, wer: Akteur = PLANUNG) -> int:
    stand = store.einrichtungen_stand()
    return store.replace_einrichtungen(found, "Quelle", wer=wer, stand=stand, angaben=ANGABEN).id


def test_an_empty_store_has_no_list(store: Store) -> None:
    assert (store.einrichtungen(), store.einrichtungen_stand()) == (None, 0)


def test_a_list_comes_back_whole_and_sorted_in_every_process(store: Store, reopen: Callable[[], Store]) -> None:
    other, before = reopen(), dt.datetime.now(dt.UTC)
    made = store.replace_einrichtungen((KITA, TREFF), "Quelle", wer=PLANUNG, stand=0, angaben=ANGABEN)
    assert made.einrichtungen == (TREFF, KITA)
    assert before <= made.zeitpunkt <= dt.datetime.now(dt.UTC)
    assert other.einrichtungen() == made
    assert other.einrichtungen_stand() == made.id


def test_the_newest_list_replaces_the_one_before(store: Store) -> None:
    first, second = replace(store, KITA, TREFF), replace(store, TREFF)
    assert second > first
    found = store.einrichtungen()
    assert found is not None
    assert found.einrichtungen == (TREFF,)
    assert [(one.wer, one.was, one.datenstand_id, one.angaben) for one in store.protokoll()] == [
        ("Planung", Vorgang.EINRICHTUNGEN, None, ANGABEN)
    ] * 2
    assert (store.stand(), store.active_id()) == (0, None), "no Datenstand is touched"


def test_who_comes_later_is_told(store: Store, reopen: Callable[[], Store]) -> None:
    replace(reopen(), KITA)
    with pytest.raises(FreigabeAbgelehnt, match="Inzwischen"):
        store.replace_einrichtungen((TREFF,), "Quelle", wer=PLANUNG, stand=0)
    assert store.einrichtungen_stand() == 1


def test_all_or_nothing(store: Store) -> None:
    with pytest.raises(IntegrityError):
        replace(store, KITA, KITA)
    with pytest.raises(NichtErlaubt):
        replace(store, KITA, wer=Akteur("Fachkraft", Rolle.FACHKRAFT))
    with pytest.raises(ValueError, match="leere Liste"):
        replace(store)
    assert (store.einrichtungen(), store.protokoll()) == (None, ())


@pytest.mark.parametrize("table", ["einrichtung", "einrichtungsliste", "protokoll"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET id = '9'"])
def test_the_database_itself_refuses_changes(store: Store, table: str, change: str) -> None:
    replace(store, KITA)
    with pytest.raises(DBAPIError, match="unveraenderlich"), store._engine.begin() as connection:
        connection.execute(text(change.format(table)))


@pytest.mark.parametrize(("was", "datenstand"), [("freigabe", "NULL"), ("einrichtungen", "1"), ("quatsch", "1")])
def test_the_log_names_a_datenstand_where_there_is_one(store: Store, was: str, datenstand: str) -> None:
    with store._engine.begin() as connection:
        connection.execute(
            text("INSERT INTO datenstand (id, erstellt, titel, bericht) VALUES (1, '2026-01-01 00:00:00', 'Alt', '{}')")
        )
    with pytest.raises(IntegrityError), store._engine.begin() as connection:
        connection.execute(
            text(f"INSERT INTO protokoll VALUES (9, '2026-01-01 00:00:00', 'x', '{was}', {datenstand}, '{{}}')")
        )


def test_a_log_from_before_keeps_its_entries(url: str) -> None:
    engine, config = make_engine(url), Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.execute(text("INSERT INTO datenstand VALUES (1, '2026-01-01 00:00:00', 'Alt', '{}')"))
        connection.execute(text("INSERT INTO aktivierung VALUES (1, 1, '2026-01-01 00:00:00')"))
        angaben = '{"dateien": [{"name": "a.csv", "sha256": "ab"}], "bestaetigt": []}'
        entry = "INSERT INTO protokoll VALUES (7, '2026-01-01 12:00:00', 'Leitung', 'freigabe', 1, :angaben)"
        connection.execute(text(entry), {"angaben": angaben})
    engine.dispose()
    store = open_store(url, STADT)
    (kept,) = store.protokoll()
    assert (kept.id, kept.wer, kept.was, kept.datenstand_id) == (7, "Leitung", Vorgang.FREIGABE, 1)
    assert kept.zeitpunkt == dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
    assert kept.angaben.dateien == (Datei("a.csv", "ab"),)
    with pytest.raises(DBAPIError, match="unveraenderlich"), store._engine.begin() as connection:
        connection.execute(text("DELETE FROM protokoll"))
    store.close()
