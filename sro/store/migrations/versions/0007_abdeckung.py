"""Which years an indicator has on a level, so that nobody has to look through all values for it.

What was published before is filled in here, once.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

REFUSAL = "Ein Datenstand ist unveraenderlich; eine Korrektur ist eine neue Lieferung."
BISHER = (
    "INSERT INTO abdeckung (datenstand_id, indikator, ebene, jahr, sichtbar) "
    "SELECT datenstand_id, indikator, ebene, jahr, MAX(CASE WHEN status IN ('ok', 'null') THEN 1 ELSE 0 END) = 1 "
    "FROM beobachtung GROUP BY datenstand_id, indikator, ebene, jahr"
)


def upgrade() -> None:
    op.create_table(
        "abdeckung",
        sa.Column("datenstand_id", sa.Integer, sa.ForeignKey("datenstand.id"), primary_key=True),
        sa.Column("indikator", sa.String, primary_key=True),
        sa.Column("ebene", sa.String, primary_key=True),
        sa.Column("jahr", sa.Integer, primary_key=True),
        sa.Column("sichtbar", sa.Boolean, nullable=False),
    )
    op.execute(BISHER)
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        _refuse_changes_in_sqlite()
    elif dialect == "postgresql":
        _refuse_changes_in_postgresql()


def _refuse_changes_in_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER abdeckung_kein_{change.lower()} BEFORE {change} ON abdeckung "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _refuse_changes_in_postgresql() -> None:
    op.execute(
        "CREATE TRIGGER abdeckung_unveraenderlich BEFORE UPDATE OR DELETE OR TRUNCATE ON abdeckung "
        "FOR EACH STATEMENT EXECUTE FUNCTION sro_unveraenderlich()"
    )
