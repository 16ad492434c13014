"""Brings a database to the newest schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from sro.store.engine import writing
from sro.store.errors import Ausfall
from sro.store.stoerung import Stoerung

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Runs the missing migrations in one transaction; several processes starting at once wait for each other."""
    if revision(engine) != newest():
        _migrate(engine)


def revision(engine: Engine) -> str | None:
    """The migration that the database has; None for an empty database."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def newest() -> str:
    """The last migration; files are named by it: 0001_datenstand.py."""
    return max(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _migrate(engine: Engine) -> None:
    # Imported here: on every other start nothing is to be migrated, and Alembic takes as long to load as SQLAlchemy.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise Ausfall(Stoerung.NEUER, ursache=error) from error
