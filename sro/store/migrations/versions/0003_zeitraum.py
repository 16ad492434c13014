"""How many years a value stands for; whatever was stored before stands for one.

Not a part of the key: an indicator has either single years or pooled ones on a level, never both for the same year.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("beobachtung", sa.Column("jahre", sa.Integer, nullable=False, server_default="1"))
