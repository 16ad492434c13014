"""Between the model and the tables: what is written, what is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, insert, select

from sro.model.datenstand import Datenstand, Herkunft
from sro.model.gebiet import GebietKey
from sro.model.protokoll import Angaben, Bestaetigung, Datei, Eintrag, Vorgang
from sro.model.wert import Beobachtung, Status
from sro.store.tables import aktivierung, beobachtung, datenstand, herkunft, protokoll

if TYPE_CHECKING:
    from sro.protect.schutz import Schutzbericht


def now() -> dt.datetime:
    """UTC without zone, as the tables hold it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def write_datenstand(connection: Connection, titel: str, bericht: Schutzbericht) -> int:
    """A new Datenstand without values; its number."""
    row = {"erstellt": now(), "titel": titel, "bericht": asdict(bericht)}
    return connection.scalars(insert(datenstand).values(row).returning(datenstand.c.id)).one()


def write_herkunft(connection: Connection, datenstand_id: int, found: Iterable[Herkunft]) -> None:
    rows = [{"datenstand_id": datenstand_id, **asdict(one)} for one in found]
    if rows:
        connection.execute(insert(herkunft), rows)


def write_values(connection: Connection, datenstand_id: int, found: Iterable[Beobachtung]) -> None:
    rows = [_row(datenstand_id, one) for one in found]
    if rows:
        connection.execute(insert(beobachtung), rows)


def write_activation(connection: Connection, datenstand_id: int) -> None:
    connection.execute(insert(aktivierung), {"datenstand_id": datenstand_id, "zeitpunkt": now()})


def write_entry(connection: Connection, datenstand_id: int, wer: str, was: Vorgang, angaben: Angaben) -> None:
    row = {
        "zeitpunkt": now(),
        "wer": wer,
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
        Datenstand(row.id, row.erstellt.replace(tzinfo=dt.UTC), row.titel, row.id == active, sources.get(row.id, ()))
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


def read_value(row: Row[Any]) -> Beobachtung:
    return Beobachtung(
        indikator=row.indikator,
        gebiet=GebietKey(row.ebene, row.gebiet),
        jahr=row.jahr,
        status=Status(row.status),
        zaehler=row.zaehler,
        nenner=row.nenner,
        wert=row.wert,
        vorlaeufig=row.vorlaeufig,
        revidiert=row.revidiert,
    )


def _read_herkunft(connection: Connection) -> dict[int, tuple[Herkunft, ...]]:
    sources: dict[int, tuple[Herkunft, ...]] = {}
    for row in connection.execute(select(herkunft).order_by(*herkunft.primary_key)):
        one = Herkunft(row.indikator, row.dateiname, row.sha256, row.synthetisch)
        sources[row.datenstand_id] = (*sources.get(row.datenstand_id, ()), one)
    return sources


def _angaben(found: dict[str, Any]) -> Angaben:
    dateien = tuple(Datei(**one) for one in found["dateien"])
    return Angaben(dateien, tuple(Bestaetigung(**one) for one in found["bestaetigt"]))


def _row(datenstand_id: int, one: Beobachtung) -> dict[str, Any]:
    return {
        "datenstand_id": datenstand_id,
        "indikator": one.indikator,
        "ebene": one.gebiet.ebene,
        "gebiet": one.gebiet.id,
        "jahr": one.jahr,
        "status": one.status.value,
        "zaehler": one.zaehler,
        "nenner": one.nenner,
        "wert": one.wert,
        "vorlaeufig": one.vorlaeufig,
        "revidiert": one.revidiert,
    }
