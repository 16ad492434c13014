"""Records that people keep: versions that nobody changes, apart from taking their content away for good."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

BLEIBT = "Fassungen eines Eintrags sind unveraenderlich; eine Korrektur ist eine neue Fassung."
FEST = ("lfd", "akte", "nummer", "art", "zeitpunkt", "wer")
TILGT = "NEW.zustand = 'getilgt' AND NEW.inhalt IS NULL AND " + " AND ".join(f"NEW.{c} = OLD.{c}" for c in FEST)


def upgrade() -> None:
    _create_table()
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        _refuse_changes_in_sqlite()
    elif dialect == "postgresql":
        _refuse_changes_in_postgresql()


def _create_table() -> None:
    op.create_table(
        "akte",
        sa.Column("lfd", sa.Integer, primary_key=True),
        sa.Column("akte", sa.String, nullable=False),
        sa.Column("nummer", sa.Integer, nullable=False),
        sa.Column("art", sa.String, nullable=False),
        sa.Column("zeitpunkt", sa.DateTime, nullable=False),
        sa.Column("wer", sa.String, nullable=False),
        sa.Column("zustand", sa.String, nullable=False),
        sa.Column("inhalt", sa.JSON),
        sa.Column("grund", sa.String, nullable=False, server_default=""),
        sa.Column("schluessel", sa.String),
        sa.UniqueConstraint("akte", "nummer", name="uq_akte_nummer"),
        sa.UniqueConstraint("schluessel", name="uq_akte_schluessel"),
        sa.CheckConstraint("zustand IN ('gilt', 'entfernt', 'getilgt')", name=op.f("ck_akte_zustand_bekannt")),
    )


def _refuse_changes_in_sqlite() -> None:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{BLEIBT}'); END"
    op.execute(f"CREATE TRIGGER akte_kein_update BEFORE UPDATE ON akte WHEN NOT ({TILGT}) {refuse}")
    op.execute(f"CREATE TRIGGER akte_kein_delete BEFORE DELETE ON akte {refuse}")


def _refuse_changes_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION sro_akte_unveraenderlich() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{BLEIBT}'; END $$"
    )
    call = "EXECUTE FUNCTION sro_akte_unveraenderlich()"
    op.execute(f"CREATE TRIGGER akte_kein_update BEFORE UPDATE ON akte FOR EACH ROW WHEN (NOT ({TILGT})) {call}")
    op.execute(f"CREATE TRIGGER akte_bleibt BEFORE DELETE OR TRUNCATE ON akte FOR EACH STATEMENT {call}")
