"""The connection to the database: SQLite with what it needs for several readers and a writer, or any other engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from sro.store.errors import StoreError
from sro.store.sqlitedatei import Datei

WAIT_MS = 10_000  # how long a writer waits for another
LOCK = 0x50C1A1  # any number; the same for every process that writes
POOL_WAIT = WAIT_MS // 1000  # seconds for a free connection of this process
# Seconds (the last one: milliseconds) after which a server that does not answer counts as lost; names of libpq.
POSTGRESQL_WAITS = {
    "connect_timeout": 3,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


def make_engine(url: str) -> Engine:
    """An engine for a SQLAlchemy URL; the folder of a SQLite file is created. StoreError where the URL is none."""
    try:
        parsed = make_url(url)
        engine = create_engine(parsed, hide_parameters=True, **_options(parsed))  # a log holds nothing that was typed
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(
            "SRO_DATABASE_URL ist keine lesbare Datenbankadresse. "
            "Beispiele: sqlite:////pfad/sro.sqlite oder postgresql+psycopg://nutzer@rechner/datenbank."
        ) from error
    if engine.dialect.name == "sqlite":
        if _is_file(parsed):
            Datei(_make_folder(parsed)).watch(engine)
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


def _options(url: URL) -> dict[str, Any]:
    """Nobody waits long for a database that is away, and a connection that broke meanwhile is made anew."""
    if url.get_backend_name() == "sqlite":
        return {"pool_timeout": POOL_WAIT} if _is_file(url) else {}
    if url.get_dialect().driver != "psycopg":
        return {"pool_timeout": POOL_WAIT, "pool_pre_ping": True}
    waits = {name: value for name, value in POSTGRESQL_WAITS.items() if name not in url.query}
    return {"pool_timeout": POOL_WAIT, "pool_pre_ping": True, "connect_args": waits}


def _is_file(url: URL) -> bool:
    return bool(url.database) and url.database != ":memory:" and not str(url.database).startswith("file:")


def _make_folder(url: URL) -> Path:
    """The file of the database; its folder is there afterwards."""
    file = Path(str(url.database))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"Der Ordner {file.parent} lässt sich nicht anlegen: {error.strerror}.") from error
    return file


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # FULL: what was said to be saved is there after a power cut too; one fsync for each commit, and few are made.
    connection.isolation_level = None  # the driver opens no transactions of its own; see _begin_sqlite
    for pragma in (f"busy_timeout = {WAIT_MS}", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_writing(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if _is_writing(connection):
        # Read committed, whatever the server's default is: what was committed while we waited must be seen.
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"))
        connection.execute(text(f"SET LOCAL lock_timeout = {WAIT_MS}"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _is_writing(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("sro_writing"))
