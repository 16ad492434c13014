"""Between the model and the tables: what is written, what is read."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, insert, select

from sro.model.datenstand import Datenstand, Herkunft
from sro.model.gebiet import area_key
from sro.model.geheimhaltung import Geheimhaltung, Verfahren
from sro.model.jahreszahlen import Jahreszahlen
from sro.model.protokoll import Angaben, Bestaetigung, Datei, Eintrag, Vorgang
from sro.model.wert import Beobachtung, Status
from sro.store.tables import abdeckung, aktivierung, datenstand, herkunft, protokoll

if TYPE_CHECKING:
    from sro.protect.schutz import Schutzbericht


STATUS = {status.value: status for status in Status}
SHOWN = (Status.OK, Status.NULL)
BATCH = 20_000  # rows that are handed to the database at a time
VALUES = (
    "datenstand_id",
    "indikator",
    "ebene",
    "gebiet",
    "jahr",
    "status",
    "zaehler",
    "nenner",
    "wert",
    "vorlaeufig",
    "revidiert",
    "jahre",
    "gerundet",
)


def now() -> dt.datetime:
    """UTC without zone, as the tables hold it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def storable(text: str) -> str:
    """The text without what not every database and no file takes: NUL and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def write_datenstand(connection: Connection, titel: str, bericht: Schutzbericht, geheimhaltung: Geheimhaltung) -> int:
    """A new Datenstand without values; its number."""
    row = {"erstellt": now(), "titel": storable(titel), "bericht": asdict(bericht)}
    row["geheimhaltung"] = asdict(geheimhaltung)
    return connection.scalars(insert(datenstand).values(row).returning(datenstand.c.id)).one()


def write_herkunft(connection: Connection, datenstand_id: int, found: Iterable[Herkunft]) -> None:
    rows = [{"datenstand_id": datenstand_id, **asdict(one)} for one in found]
    if rows:
        connection.execute(insert(herkunft), rows)


def write_values(connection: Connection, datenstand_id: int, found: Sequence[Beobachtung]) -> None:
    """As plain tuples, in batches: a million rows in half the time, and never twice in memory."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    statement = f"INSERT INTO beobachtung ({', '.join(VALUES)}) VALUES ({', '.join(mark for _ in VALUES)})"  # noqa: S608
    for start in range(0, len(found), BATCH):
        rows = [_values(datenstand_id, one) for one in found[start : start + BATCH]]
        connection.exec_driver_sql(statement, rows)


def write_coverage(connection: Connection, datenstand_id: int, found: Iterable[Beobachtung]) -> None:
    """The years that each indicator has on each level, and whether any area shows a value in them."""
    years: dict[tuple[str, str, int], bool] = {}
    for one in found:
        key = (one.indikator, one.gebiet.ebene, one.jahr)
        years[key] = one.status in SHOWN or years.get(key, False)
    names = ("datenstand_id", "indikator", "ebene", "jahr", "sichtbar")
    rows = [dict(zip(names, (datenstand_id, *key, shown), strict=True)) for key, shown in years.items()]
    if rows:
        connection.execute(insert(abdeckung), rows)


def write_activation(connection: Connection, datenstand_id: int) -> None:
    connection.execute(insert(aktivierung), {"datenstand_id": datenstand_id, "zeitpunkt": now()})


def write_entry(connection: Connection, datenstand_id: int | None, wer: str, was: Vorgang, angaben: Angaben) -> None:
    row = {
        "zeitpunkt": now(),
        "wer": storable(wer),
        "was": was.value,
        "datenstand_id": datenstand_id,
        "angaben": asdict(angaben),
    }
    connection.execute(insert(protokoll), row)


def read_active(connection: Connection) -> int | None:
    """The number of the Datenstand that was activated last."""
    return connection.scalar(select(aktivierung.c.datenstand_id).order_by(aktivierung.c.id.desc()).limit(1))


def read_stand(connection: Connection) -> int:
    """The number of the newest activation, 0 where there is none; every release and every activation adds one."""
    return connection.scalar(select(func.max(aktivierung.c.id))) or 0


def read_datenstaende(connection: Connection) -> tuple[Datenstand, ...]:
    """All, newest first."""
    active = read_active(connection)
    sources = _read_herkunft(connection)
    return tuple(
        Datenstand(
            row.id,
            row.erstellt.replace(tzinfo=dt.UTC),
            row.titel,
            row.id == active,
            sources.get(row.id, ()),
            _geheimhaltung(row.geheimhaltung),
        )
        for row in connection.execute(select(datenstand).order_by(datenstand.c.id.desc()))
    )


def read_entries(connection: Connection) -> tuple[Eintrag, ...]:
    """The whole Protokoll, newest first."""
    return tuple(
        Eintrag(
            row.id,
            row.zeitpunkt.replace(tzinfo=dt.UTC),
            row.wer,
            Vorgang(row.was),
            row.datenstand_id,
            _angaben(row.angaben),
        )
        for row in connection.execute(select(protokoll).order_by(protokoll.c.id.desc()))
    )


def read_value(row: Sequence[Any]) -> Beobachtung:
    """A row in the order of VALUES; there may be hundreds of thousands of them."""
    _, indikator, ebene, gebiet, jahr, status, zaehler, nenner, wert, vorlaeufig, revidiert, jahre, gerundet = row
    key, state = area_key(ebene, gebiet), STATUS[status]
    return Beobachtung(
        indikator, key, jahr, state, zaehler, nenner, wert, bool(vorlaeufig), bool(revidiert), jahre, bool(gerundet)
    )


def read_numbers(found: Iterable[Sequence[Any]]) -> dict[int, Jahreszahlen]:
    """From rows of year, status and value."""
    years: defaultdict[tuple[int, bool], list[float]] = defaultdict(list)
    ok = Status.OK.value
    for jahr, status, wert in found:
        years[jahr, status == ok].append(wert)
    return {
        jahr: Jahreszahlen(tuple(years.get((jahr, True), ())), len(years.get((jahr, False), ())))
        for jahr in sorted({jahr for jahr, _ in years})
    }


def _read_herkunft(connection: Connection) -> dict[int, tuple[Herkunft, ...]]:
    sources: dict[int, tuple[Herkunft, ...]] = {}
    for row in connection.execute(select(herkunft).order_by(*herkunft.primary_key)):
        one = Herkunft(row.indikator, row.dateiname, row.sha256, row.synthetisch)
        sources[row.datenstand_id] = (*sources.get(row.datenstand_id, ()), one)
    return sources


def _geheimhaltung(found: dict[str, Any]) -> Geheimhaltung:
    return Geheimhaltung(Verfahren(found["verfahren"]), found["rundungsbasis"], found["null_zeigen"])


def _angaben(found: dict[str, Any]) -> Angaben:
    dateien = tuple(Datei(**one) for one in found["dateien"])
    return Angaben(dateien, tuple(Bestaetigung(**one) for one in found["bestaetigt"]))


def _values(datenstand_id: int, one: Beobachtung) -> tuple[Any, ...]:
    """In the order of VALUES."""
    return (
        datenstand_id,
        one.indikator,
        *one.gebiet,
        one.jahr,
        one.status.value,
        one.zaehler,
        one.nenner,
        one.wert,
        one.vorlaeufig,
        one.revidiert,
        one.jahre,
        one.gerundet,
    )
