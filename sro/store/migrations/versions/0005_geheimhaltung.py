"""By which rules a Datenstand was protected, and which values are rounded; what there is was suppressed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

BISHER = '{"verfahren": "unterdruecken", "rundungsbasis": 5, "null_zeigen": true}'


def upgrade() -> None:
    op.add_column("datenstand", sa.Column("geheimhaltung", sa.JSON, nullable=False, server_default=BISHER))
    op.add_column("beobachtung", sa.Column("gerundet", sa.Boolean, nullable=False, server_default=sa.false()))
