"""The Protokoll: who released or activated a Datenstand; rows are added and never changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

REFUSAL = "Das Protokoll ist unveraenderlich; ein Irrtum wird durch einen neuen Eintrag berichtigt."


def upgrade() -> None:
    _create_table()
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        _refuse_changes_in_sqlite()
    elif dialect == "postgresql":
        _refuse_changes_in_postgresql()


def _create_table() -> None:
    op.create_table(
        "protokoll",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("zeitpunkt", sa.DateTime, nullable=False),
        sa.Column("wer", sa.String, nullable=False),
        sa.Column("was", sa.String, nullable=False),
        sa.Column("datenstand_id", sa.Integer, sa.ForeignKey("datenstand.id"), nullable=False),
        sa.Column("angaben", sa.JSON, nullable=False),
        sa.CheckConstraint("was IN ('freigabe', 'aktivierung')", name="was_bekannt"),
    )


def _refuse_changes_in_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER protokoll_kein_{change.lower()} BEFORE {change} ON protokoll "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _refuse_changes_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION sro_protokoll_unveraenderlich() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER protokoll_unveraenderlich BEFORE UPDATE OR DELETE OR TRUNCATE ON protokoll "
        "FOR EACH STATEMENT EXECUTE FUNCTION sro_protokoll_unveraenderlich()"
    )
