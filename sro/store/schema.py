"""Brings a database to the newest schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Engine, text

from sro.store.engine import writing
from sro.store.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 0x50C1A1  # any number; the same for every process that migrates


def upgrade(engine: Engine) -> None:
    """Runs the missing migrations in one transaction; several processes starting at once wait for each other."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                "Die Datenbank stammt aus einer neueren Fassung dieser Anwendung. Bitte die Anwendung aktualisieren."
            ) from error
