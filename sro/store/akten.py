"""The one door for records that people keep: every change is a new version, and nobody overwrites anybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, insert, select, union, update

from sro.akten.bestand import Bestand
from sro.akten.rollen import role_needed
from sro.model.akte import Akte, Fassung, Inhalt, Konflikt, Zustand
from sro.model.aktenart import art_of, art_of_id
from sro.model.akteur import Akteur, Rolle
from sro.store.aktenform import from_json, to_json
from sro.store.engine import writing
from sro.store.rows import now, storable
from sro.store.tables import akte as table


@dataclass(frozen=True, slots=True)
class Aenderung:
    """One change of many: a new record (`akte` empty), or a record's next version on top of version `basis`."""

    inhalt: Inhalt
    akte: str = ""
    basis: int = 0


class Aktenlager:
    """Records with all their versions. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def stand(self) -> int:
        """A number that grows with every change of any record; 0 in an empty store."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.max(table.c.lfd))) or 0

    def bestand(self) -> Bestand:
        """All records as they stand."""
        with self._engine.connect() as connection:
            rows = connection.execute(_ends()).all()
        return Bestand(rows[-1].lfd if rows else 0, _current(rows))

    def akte(self, akte: str) -> Akte[Inhalt]:
        """One record as it stands; KeyError where there is none or it was removed."""
        with self._engine.connect() as connection:
            found = _current(connection.execute(_ends(akte)).all())
        if not found:
            raise KeyError(akte)
        return found[0]

    def verlauf(self, akte: str) -> tuple[Fassung, ...]:
        """All versions of a record, newest first; empty where there never was one."""
        query = select(table).where(table.c.akte == akte).order_by(table.c.nummer.desc())
        with self._engine.connect() as connection:
            return tuple(_version(row) for row in connection.execute(query))

    def entfernt(self) -> tuple[Fassung, ...]:
        """The last version of each record that was removed and can come back; the last removed first."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(table).order_by(table.c.lfd)).all()
        last: dict[str, Row[Any]] = {}
        gone: dict[str, Row[Any]] = {}
        for row in rows:
            gone.pop(row.akte, None)
            if row.zustand == Zustand.ENTFERNT and row.akte in last:
                gone[row.akte] = last[row.akte]
            elif row.zustand == Zustand.GILT:
                last[row.akte] = row
        return tuple(_version(row) for row in reversed(gone.values()))

    def anlegen(self, inhalt: Inhalt, *, wer: Akteur, schluessel: str = "") -> Akte[Inhalt]:
        """A new record. With a `schluessel` that was used before, the record that it made then; nothing is written.

        Konflikt where that record is gone.
        """
        wer.require(role_needed(None, inhalt))
        with writing(self._engine).begin() as connection:
            known = _made_with(connection, schluessel)
            made = known or _write_new(connection, inhalt, wer.name, schluessel or None)
            return _read(connection, made)

    def aendern(self, akte: str, inhalt: Inhalt, *, basis: int, wer: Akteur, schluessel: str = "") -> Akte[Inhalt]:
        """The next version of a record. Konflikt where the newest one is not `basis` any more; nothing is written.

        A `schluessel` that was used before writes nothing again and gives the record as it is.
        """
        with writing(self._engine).begin() as connection:
            if _made_with(connection, schluessel):
                _require_role(connection, akte, inhalt, wer)
            else:
                _write_next(connection, Aenderung(inhalt, akte, basis), wer, schluessel or None)
            return _read(connection, akte)

    def einspielen(self, aenderungen: Sequence[Aenderung], *, wer: Akteur) -> tuple[Akte[Inhalt], ...]:
        """Many changes, all or nothing; Konflikt at the first record that somebody else changed."""
        with writing(self._engine).begin() as connection:
            ids = [_apply(connection, one, wer) for one in aenderungen]
            return tuple(_read(connection, one) for one in ids)

    def entfernen(self, akte: str, *, basis: int, grund: str, wer: Akteur) -> None:
        """The record is no longer shown; its history stays. Konflikt as with `aendern`."""
        wer.require(Rolle.PLANUNG)
        with writing(self._engine).begin() as connection:
            _require_newest(connection, akte, basis)
            _write(connection, akte, basis + 1, wer.name, Zustand.ENTFERNT, None, grund=grund)

    def zurueckholen(self, akte: str, nummer: int, *, basis: int, wer: Akteur) -> Akte[Inhalt]:
        """An earlier version once more, as the newest; also of a record that was removed. KeyError where it is gone."""
        wer.require(Rolle.PLANUNG)
        found = {one.nummer: one.inhalt for one in self.verlauf(akte)}[nummer]
        if found is None:
            raise KeyError(nummer)
        with writing(self._engine).begin() as connection:
            _require_newest(connection, akte, basis, removed_too=True)
            _write(connection, akte, basis + 1, wer.name, Zustand.GILT, found)
            return _read(connection, akte)

    def tilgen(self, akte: str, *, grund: str, wer: Akteur) -> None:
        """Takes the content of all versions away for good, for instance because a name slipped in. Cannot be undone.

        The key of the browser's entry stays, so that the entry does not come back when it is sent again.
        """
        wer.require(Rolle.PLANUNG)
        with writing(self._engine).begin() as connection:
            newest = _newest(connection, akte)
            if newest is None:
                raise KeyError(akte)
            gone = {"inhalt": None, "zustand": Zustand.GETILGT.value, "grund": ""}
            connection.execute(update(table).where(table.c.akte == akte).values(gone))
            _write(connection, akte, newest.nummer + 1, wer.name, Zustand.GETILGT, None, grund=grund)


def _apply(connection: Connection, one: Aenderung, wer: Akteur) -> str:
    if one.akte:
        return _write_next(connection, one, wer, None)
    wer.require(role_needed(None, one.inhalt))
    return _write_new(connection, one.inhalt, wer.name, None)


def _write_new(connection: Connection, inhalt: Inhalt, wer: str, schluessel: str | None) -> str:
    kind = art_of(type(inhalt)).kuerzel
    made = select(func.count(table.c.akte.distinct())).where(table.c.art == kind)
    name = f"{kind}-{(connection.scalar(made) or 0) + 1}"
    _write(connection, name, 1, wer, Zustand.GILT, inhalt, schluessel=schluessel)
    return name


def _write_next(connection: Connection, one: Aenderung, wer: Akteur, schluessel: str | None) -> str:
    _require_role(connection, one.akte, one.inhalt, wer)
    newest = _require_newest(connection, one.akte, one.basis)
    if _content(newest) != one.inhalt:
        _write(connection, one.akte, one.basis + 1, wer.name, Zustand.GILT, one.inhalt, schluessel=schluessel)
    return one.akte


def _write(
    connection: Connection,
    akte: str,
    nummer: int,
    wer: str,
    zustand: Zustand,
    inhalt: Inhalt | None,
    *,
    grund: str = "",
    schluessel: str | None = None,
) -> None:
    row = {
        "akte": akte,
        "nummer": nummer,
        "art": art_of_id(akte).kuerzel,
        "zeitpunkt": now(),
        "wer": storable(wer),
        "zustand": zustand.value,
        "inhalt": None if inhalt is None else to_json(inhalt),
        "grund": storable(grund),
        "schluessel": schluessel,
    }
    connection.execute(insert(table).values(row))


def _require_role(connection: Connection, akte: str, inhalt: Inhalt, wer: Akteur) -> None:
    """Asked before anything else: a Konflikt brings the record along, which not everybody may read."""
    newest = _newest(connection, akte)
    wer.require(role_needed(None if newest is None else _content(newest), inhalt))


def _require_newest(connection: Connection, akte: str, basis: int, removed_too: bool = False) -> Row[Any]:
    """The newest version, if it is `basis`. Asked inside the transaction that writes, so nobody can come in between."""
    newest = _newest(connection, akte)
    if newest is None:
        raise KeyError(akte)
    if newest.nummer != basis or not (removed_too or newest.zustand == Zustand.GILT):
        raise Konflikt(_read(connection, akte) if newest.zustand == Zustand.GILT else None)
    return newest


def _newest(connection: Connection, akte: str) -> Row[Any] | None:
    return connection.execute(
        select(table).where(table.c.akte == akte).order_by(table.c.nummer.desc()).limit(1)
    ).first()


def _made_with(connection: Connection, schluessel: str) -> str:
    """The record that an entry of a browser became, empty where it is new."""
    if not schluessel:
        return ""
    return connection.scalar(select(table.c.akte).where(table.c.schluessel == schluessel)) or ""


def _read(connection: Connection, akte: str) -> Akte[Inhalt]:
    found = _current(connection.execute(_ends(akte)).all())
    if not found:
        raise Konflikt(None)
    return found[0]


def _ends(akte: str | None = None) -> Select[Any]:
    """The first and the newest version of one record, or of each: notes of a dialogue have hundreds between them."""
    lfd = table.c.lfd
    ends = [select(find(lfd)).group_by(table.c.akte) for find in (func.min, func.max)]
    if akte is not None:
        ends = [one.where(table.c.akte == akte) for one in ends]
    return select(table).where(lfd.in_(union(*ends))).order_by(lfd)


def _current(rows: Sequence[Row[Any]]) -> tuple[Akte[Inhalt], ...]:
    """Of rows in the order of their writing: each record that still is, with its newest version."""
    versions: dict[str, list[Row[Any]]] = {}
    for row in rows:
        versions.setdefault(row.akte, []).append(row)
    return tuple(_record(found) for found in versions.values() if found[-1].zustand == Zustand.GILT)


def _record(versions: Sequence[Row[Any]]) -> Akte[Inhalt]:
    first, last = versions[0], versions[-1]
    content = from_json(last.art, last.inhalt)
    moment = last.zeitpunkt.replace(tzinfo=dt.UTC)
    return Akte(last.akte, last.nummer, content, moment, last.wer, first.wer, last.lfd)


def _version(row: Row[Any]) -> Fassung:
    zeitpunkt = row.zeitpunkt.replace(tzinfo=dt.UTC)
    return Fassung(row.akte, row.nummer, zeitpunkt, row.wer, Zustand(row.zustand), _content(row), row.grund, row.lfd)


def _content(row: Row[Any]) -> Inhalt | None:
    return None if row.inhalt is None else from_json(row.art, row.inhalt)
