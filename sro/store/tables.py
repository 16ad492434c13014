"""The tables. Nothing here is ever updated or deleted: triggers of the migrations refuse it.

Which Datenstand is shown is therefore a ledger as well: the newest row of `aktivierung`.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
)

metadata = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})

datenstand = Table(
    "datenstand",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("erstellt", DateTime, nullable=False),  # UTC, without zone
    Column("titel", String, nullable=False),
    Column("bericht", JSON, nullable=False),  # the fields of Schutzbericht
)

aktivierung = Table(
    "aktivierung",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("datenstand_id", ForeignKey("datenstand.id"), nullable=False),
    Column("zeitpunkt", DateTime, nullable=False),  # UTC, without zone
)

herkunft = Table(
    "herkunft",
    metadata,
    Column("datenstand_id", ForeignKey("datenstand.id"), primary_key=True),
    Column("indikator", String, primary_key=True),
    Column("dateiname", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("synthetisch", Boolean, nullable=False),
)

protokoll = Table(
    "protokoll",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("zeitpunkt", DateTime, nullable=False),  # UTC, without zone
    Column("wer", String, nullable=False),
    Column("was", String, nullable=False),
    Column("datenstand_id", ForeignKey("datenstand.id"), nullable=False),
    Column("angaben", JSON, nullable=False),  # the fields of Angaben
    CheckConstraint("was IN ('freigabe', 'aktivierung')", name="was_bekannt"),
)

# The key is in the order in which a map asks: one indicator, one level, then years. SQLite stores rows in key order.
beobachtung = Table(
    "beobachtung",
    metadata,
    Column("datenstand_id", ForeignKey("datenstand.id"), primary_key=True),
    Column("indikator", String, primary_key=True),
    Column("ebene", String, primary_key=True),
    Column("gebiet", String, primary_key=True),
    Column("jahr", Integer, primary_key=True),
    Column("status", String, nullable=False),
    Column("zaehler", Double),
    Column("nenner", Double),
    Column("wert", Double),
    Column("vorlaeufig", Boolean, nullable=False),
    Column("revidiert", Boolean, nullable=False),
    CheckConstraint("status <> 'geheim' OR (zaehler IS NULL AND wert IS NULL)", name="geheim_ohne_zahl"),
    sqlite_with_rowid=False,
)
