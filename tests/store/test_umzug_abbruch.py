"""A migration that dies half way leaves the database as it was; the next start brings it to its end."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, text

from sro.store import open_store
from sro.store.engine import make_engine, writing
from sro.store.schema import MIGRATIONS, newest, revision, upgrade
from tests.intake.kleine_stadt import STADT
from tests.store.abbruch import MIGRATION, killed_before, statements

OLD = "0002"
ROWS = (
    "INSERT INTO datenstand VALUES (1, '2026-01-01 00:00:00', 'Alt', '{}')",
    "INSERT INTO aktivierung VALUES (1, 1, '2026-01-01 00:00:00')",
    "INSERT INTO beobachtung VALUES (1, 'hilfen', 'stadt', '00', 2024, 'ok', 30, 100, 300, false, false)",
    "INSERT INTO beobachtung VALUES (1, 'hilfen', 'stadt', '00', 2023, 'geheim', NULL, 100, NULL, false, false)",
)
WHERE = (0.0, 0.3, 0.6, 0.9, 1.0)  # of all statements


def old_database(url: str) -> None:
    """As an earlier version of the app left it, with a Datenstand."""
    engine, config = make_engine(url), Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, OLD)
        for row in ROWS:
            connection.execute(text(row))
    engine.dispose()


def shape(engine: Engine) -> dict[str, list[str]]:
    """Every table with its columns."""
    found = inspect(engine)
    return {table: [column["name"] for column in found.get_columns(table)] for table in sorted(found.get_table_names())}


@pytest.fixture
def twin(request: pytest.FixtureRequest, url: str) -> str:
    """Another database of the same kind."""
    if url.startswith("sqlite"):
        return url.replace("sro.sqlite", "anderer.sqlite")
    from tests.store.conftest import new_database

    return new_database(request.getfixturevalue("postgres"))


def test_a_killed_migration_changes_nothing_and_the_next_start_ends_it(url: str, twin: str) -> None:
    old_database(twin)
    engine = make_engine(twin)
    whole = statements(engine, lambda: upgrade(engine))
    engine.dispose()
    old_database(url)
    engine = make_engine(url)
    before = shape(engine)
    for part in WHERE:
        assert killed_before(max(1, round(part * whole)), url, MIGRATION), "sonst prüft das nichts"
        assert (revision(engine), shape(engine)) == (OLD, before)
    engine.dispose()
    store = open_store(url, STADT)
    assert revision(store._engine) == newest()
    assert [(one.id, one.titel, one.aktiv) for one in store.datenstaende()] == [(1, "Alt", True)]
    assert [(one.jahr, one.status.value, one.zaehler) for one in store.values(1, "hilfen")] == [
        (2023, "geheim", None),
        (2024, "ok", 30.0),
    ]
    store.close()
