"""Datenstände, their values and where they came from; nothing of it can be changed afterwards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

IMMUTABLE = ("datenstand", "aktivierung", "herkunft", "beobachtung")
REFUSAL = "Ein Datenstand ist unveraenderlich; eine Korrektur ist eine neue Lieferung."


def upgrade() -> None:
    _create_tables()
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        _refuse_changes_in_sqlite()
    elif dialect == "postgresql":
        _refuse_changes_in_postgresql()


def _create_tables() -> None:
    op.create_table(
        "datenstand",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("erstellt", sa.DateTime, nullable=False),
        sa.Column("titel", sa.String, nullable=False),
        sa.Column("bericht", sa.JSON, nullable=False),
    )
    op.create_table(
        "aktivierung",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("datenstand_id", sa.Integer, sa.ForeignKey("datenstand.id"), nullable=False),
        sa.Column("zeitpunkt", sa.DateTime, nullable=False),
    )
    op.create_table(
        "herkunft",
        sa.Column("datenstand_id", sa.Integer, sa.ForeignKey("datenstand.id"), primary_key=True),
        sa.Column("indikator", sa.String, primary_key=True),
        sa.Column("dateiname", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("synthetisch", sa.Boolean, nullable=False),
    )
    op.create_table(
        "beobachtung",
        sa.Column("datenstand_id", sa.Integer, sa.ForeignKey("datenstand.id"), primary_key=True),
        sa.Column("indikator", sa.String, primary_key=True),
        sa.Column("ebene", sa.String, primary_key=True),
        sa.Column("gebiet", sa.String, primary_key=True),
        sa.Column("jahr", sa.Integer, primary_key=True),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("zaehler", sa.Double),
        sa.Column("nenner", sa.Double),
        sa.Column("wert", sa.Double),
        sa.Column("vorlaeufig", sa.Boolean, nullable=False),
        sa.Column("revidiert", sa.Boolean, nullable=False),
        sa.CheckConstraint("status <> 'geheim' OR (zaehler IS NULL AND wert IS NULL)", name="geheim_ohne_zahl"),
        sqlite_with_rowid=False,
    )


def _refuse_changes_in_sqlite() -> None:
    for table in IMMUTABLE:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_kein_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _refuse_changes_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION sro_unveraenderlich() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    for table in IMMUTABLE:
        op.execute(
            f"CREATE TRIGGER {table}_unveraenderlich BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION sro_unveraenderlich()"
        )
