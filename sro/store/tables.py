"""The tables. Nothing here is ever updated or deleted: triggers of the migrations refuse it. One exception: see `akte`.

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
    UniqueConstraint,
    false,
)

metadata = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})

datenstand = Table(
    "datenstand",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("erstellt", DateTime, nullable=False),  # UTC, without zone
    Column("titel", String, nullable=False),
    Column("bericht", JSON, nullable=False),  # the fields of Schutzbericht
    Column("geheimhaltung", JSON, nullable=False),  # the fields of Geheimhaltung
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
    Column("datenstand_id", ForeignKey("datenstand.id")),  # NULL where no Datenstand was touched
    Column("angaben", JSON, nullable=False),  # the fields of Angaben
    CheckConstraint("was IN ('freigabe', 'aktivierung', 'einrichtungen')", name="was_bekannt"),
    CheckConstraint("(was = 'einrichtungen') = (datenstand_id IS NULL)", name="datenstand_genannt"),
)

einrichtungsliste = Table(
    "einrichtungsliste",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("zeitpunkt", DateTime, nullable=False),  # UTC, without zone
    Column("quelle", String, nullable=False),
)

einrichtung = Table(
    "einrichtung",
    metadata,
    Column("liste_id", ForeignKey("einrichtungsliste.id"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("art", String, nullable=False),
    Column("traeger", String, nullable=False),
    Column("traegerart", String, nullable=False),
    Column("gebiete", JSON, nullable=False),  # pairs of level and id
    Column("lon", Double),
    Column("lat", Double),
    Column("plaetze", Integer),
    Column("hinweis", String, nullable=False),
    Column("synthetisch", Boolean, nullable=False),
)

# Records that people keep, version by version. Only the content of a version may go, and only for good (`getilgt`).
akte = Table(
    "akte",
    metadata,
    Column("lfd", Integer, primary_key=True),  # grows with every change of any record
    Column("akte", String, nullable=False),
    Column("nummer", Integer, nullable=False),
    Column("art", String, nullable=False),
    Column("zeitpunkt", DateTime, nullable=False),  # UTC, without zone
    Column("wer", String, nullable=False),
    Column("zustand", String, nullable=False),
    Column("inhalt", JSON(none_as_null=True)),
    Column("grund", String, nullable=False, server_default=""),
    Column("schluessel", String),  # what a browser called its entry, so that sending it twice makes one record
    UniqueConstraint("akte", "nummer", name="uq_akte_nummer"),
    UniqueConstraint("schluessel", name="uq_akte_schluessel"),
    CheckConstraint("zustand IN ('gilt', 'entfernt', 'getilgt')", name="zustand_bekannt"),
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
    Column("jahre", Integer, nullable=False, server_default="1"),  # counted together, `jahr` being the last
    Column("gerundet", Boolean, nullable=False, server_default=false()),
    CheckConstraint("status <> 'geheim' OR (zaehler IS NULL AND wert IS NULL)", name="geheim_ohne_zahl"),
    sqlite_with_rowid=False,
)

# The years that an indicator has on a level: what `beobachtung` says too, but not in a moment where it is large.
abdeckung = Table(
    "abdeckung",
    metadata,
    Column("datenstand_id", ForeignKey("datenstand.id"), primary_key=True),
    Column("indikator", String, primary_key=True),
    Column("ebene", String, primary_key=True),
    Column("jahr", Integer, primary_key=True),
    Column("sichtbar", Boolean, nullable=False),  # whether any area shows a value
)
