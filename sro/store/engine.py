"""The connection to the database: SQLite with what it needs for several readers and a writer, or any other engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from sro.store.errors import StoreError

WAIT_MS = 10_000  # how long a writer waits for another
LOCK = 0x50C1A1  # any number; the same for every process that writes


def make_engine(url: str) -> Engine:
    """An engine for a SQLAlchemy URL; the folder of a SQLite file is created. StoreError where the URL is none."""
    try:
        parsed = make_url(url)
        engine = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            "SRO_DATABASE_URL ist keine lesbare Datenbankadresse. "
            "Beispiele: sqlite:////pfad/sro.sqlite oder postgresql+psycopg://nutzer@rechner/datenbank."
        ) from error
    if engine.dialect.name == "sqlite":
        _make_folder(parsed)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write: one at a time, each waiting for its turn at the start.

    So what such a transaction reads first, another one cannot change before it ends.
    """
    return engine.execution_options(sro_writing=True)


def _make_folder(url: URL) -> None:
    if url.database and url.database != ":memory:":
        folder = Path(url.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"Der Ordner {folder} lässt sich nicht anlegen: {error.strerror}.") from error


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver opens no transactions of its own; see _begin_sqlite
    for pragma in (f"busy_timeout = {WAIT_MS}", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_writing(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if _is_writing(connection):
        # Read committed, whatever the server's default is: what was committed while we waited must be seen.
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _is_writing(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("sro_writing"))
