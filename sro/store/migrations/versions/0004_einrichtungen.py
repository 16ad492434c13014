"""Lists of facilities, none ever changed; the Protokoll also tells of them and so of deeds without a Datenstand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

LISTEN = ("einrichtungsliste", "einrichtung")
LISTE_BLEIBT = "Eine Liste von Einrichtungen ist unveraenderlich; eine Korrektur ist eine neue Liste."
PROTOKOLL_BLEIBT = "Das Protokoll ist unveraenderlich; ein Irrtum wird durch einen neuen Eintrag berichtigt."
WAS_BEKANNT = "was IN ('freigabe', 'aktivierung', 'einrichtungen')"
DATENSTAND_GENANNT = "(was = 'einrichtungen') = (datenstand_id IS NULL)"


def upgrade() -> None:
    _create_tables()
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        _refuse_changes_in_sqlite(LISTEN, LISTE_BLEIBT)
        _widen_log_in_sqlite()
        _refuse_changes_in_sqlite(("protokoll",), PROTOKOLL_BLEIBT)
    elif dialect == "postgresql":
        _refuse_changes_in_postgresql()
        _widen_log_in_postgresql()


def _create_tables() -> None:
    op.create_table(
        "einrichtungsliste",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("zeitpunkt", sa.DateTime, nullable=False),
        sa.Column("quelle", sa.String, nullable=False),
    )
    op.create_table(
        "einrichtung",
        sa.Column("liste_id", sa.Integer, sa.ForeignKey("einrichtungsliste.id"), primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("art", sa.String, nullable=False),
        sa.Column("traeger", sa.String, nullable=False),
        sa.Column("traegerart", sa.String, nullable=False),
        sa.Column("gebiete", sa.JSON, nullable=False),
        sa.Column("lon", sa.Double),
        sa.Column("lat", sa.Double),
        sa.Column("plaetze", sa.Integer),
        sa.Column("hinweis", sa.String, nullable=False),
        sa.Column("synthetisch", sa.Boolean, nullable=False),
    )


def _widen_log_in_sqlite() -> None:
    """SQLite cannot change a column or a constraint: a new table takes the rows over and then the name."""
    op.create_table(
        "protokoll_neu",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("zeitpunkt", sa.DateTime, nullable=False),
        sa.Column("wer", sa.String, nullable=False),
        sa.Column("was", sa.String, nullable=False),
        sa.Column("datenstand_id", sa.Integer, sa.ForeignKey("datenstand.id")),
        sa.Column("angaben", sa.JSON, nullable=False),
        sa.CheckConstraint(WAS_BEKANNT, name=op.f("ck_protokoll_was_bekannt")),
        sa.CheckConstraint(DATENSTAND_GENANNT, name=op.f("ck_protokoll_datenstand_genannt")),
    )
    columns = "id, zeitpunkt, wer, was, datenstand_id, angaben"
    op.execute(f"INSERT INTO protokoll_neu ({columns}) SELECT {columns} FROM protokoll")  # noqa: S608
    op.drop_table("protokoll")
    op.rename_table("protokoll_neu", "protokoll")


def _widen_log_in_postgresql() -> None:
    op.alter_column("protokoll", "datenstand_id", nullable=True)
    op.drop_constraint(op.f("ck_protokoll_was_bekannt"), "protokoll")
    op.create_check_constraint(op.f("ck_protokoll_was_bekannt"), "protokoll", WAS_BEKANNT)
    op.create_check_constraint(op.f("ck_protokoll_datenstand_genannt"), "protokoll", DATENSTAND_GENANNT)


def _refuse_changes_in_sqlite(tables: tuple[str, ...], refusal: str) -> None:
    for table in tables:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_kein_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            )


def _refuse_changes_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION sro_einrichtungen_unveraenderlich() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{LISTE_BLEIBT}'; END $$"
    )
    for table in LISTEN:
        op.execute(
            f"CREATE TRIGGER {table}_unveraenderlich BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION sro_einrichtungen_unveraenderlich()"
        )
