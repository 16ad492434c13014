"""Migrations end where the tables say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from sro.model.geheimhaltung import Geheimhaltung
from sro.store import StoreError, open_store
from sro.store.engine import make_engine
from sro.store.schema import MIGRATIONS, newest, revision, upgrade
from sro.store.tables import metadata
from tests.intake.kleine_stadt import STADT


def test_the_migrated_database_is_what_the_tables_describe(url: str) -> None:
    engine = make_engine(url)
    upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert revision(engine) == newest()
    engine.dispose()


def test_the_newest_file_is_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == newest()


def test_several_processes_may_start_at_once(url: str) -> None:
    engines = [make_engine(url) for _ in range(3)]
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(upgrade, engines))
    assert {revision(engine) for engine in engines} == {newest()}
    for engine in engines:
        engine.dispose()


def test_a_database_from_before_the_log_keeps_what_it_has(url: str) -> None:
    engine = make_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO datenstand VALUES (1, '2026-01-01 00:00:00', 'Alt', '{}')"))
        connection.execute(text("INSERT INTO aktivierung VALUES (1, 1, '2026-01-01 00:00:00')"))
    engine.dispose()
    store = open_store(url, STADT)
    assert [(one.id, one.titel, one.aktiv) for one in store.datenstaende()] == [(1, "Alt", True)]
    assert store.protokoll() == ()
    store.close()


def test_values_from_before_there_were_windows_stand_for_one_year(url: str) -> None:
    engine = make_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(text("INSERT INTO datenstand VALUES (1, '2026-01-01 00:00:00', 'Alt', '{}')"))
        row = "(1, 'hilfen', 'stadt', '00', 2024, 'ok', 30, 100, 300, false, false)"
        connection.execute(text(f"INSERT INTO beobachtung VALUES {row}"))
    engine.dispose()
    store = open_store(url, STADT)
    assert [(b.jahr, b.jahre, b.zaehler) for b in store.values(1, "hilfen")] == [(2024, 1, 30.0)]
    assert not any(b.gerundet for b in store.values(1, "hilfen"))
    assert store.datenstand(1).geheimhaltung == Geheimhaltung()
    store.close()


def test_the_years_of_what_was_published_before_are_filled_in(url: str) -> None:
    engine = make_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(text("INSERT INTO datenstand VALUES (1, '2026-01-01 00:00:00', 'Alt', '{}')"))
        for row in (
            "(1, 'hilfen', 'stadt', '00', 2023, 'null', 0, 100, 0, false, false)",
            "(1, 'hilfen', 'stadt', '00', 2024, 'ok', 30, 100, 300, false, false)",
            "(1, 'hilfen', 'stadtteil', '01', 2024, 'geheim', NULL, 50, NULL, false, false)",
            "(1, 'hilfen', 'stadtteil', '02', 2024, 'fehlt', NULL, NULL, NULL, false, false)",
        ):
            connection.execute(text(f"INSERT INTO beobachtung VALUES {row}"))
    engine.dispose()
    store = open_store(url, STADT)
    assert store.coverage(1) == {"hilfen": {"stadt": (2023, 2024), "stadtteil": (2024,)}}
    assert store.available(1) == {"hilfen": {"stadt": (2023, 2024)}}
    store.close()


def test_a_database_of_a_newer_version_is_told(url: str) -> None:
    engine = make_engine(url)
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="neueren Fassung"):
        upgrade(engine)
    engine.dispose()
