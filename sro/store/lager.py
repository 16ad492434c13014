"""The store: publishes Datenstände and reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, Engine, select

from sro.model.akteur import Akteur, Rolle
from sro.model.datenstand import Datenstand, Herkunft
from sro.model.einrichtung import Einrichtung, Einrichtungsliste
from sro.model.gebiet import GebietKey, Stadt
from sro.model.geheimhaltung import Geheimhaltung
from sro.model.jahreszahlen import Jahreszahlen
from sro.model.protokoll import SCHWELLE_ERHOEHT, Angaben, Eintrag, Vorgang
from sro.model.wert import Beobachtung
from sro.reference.city import city
from sro.reference.places import database_url
from sro.store import einrichtungen as facilities
from sro.store import rows
from sro.store.akten import Aktenlager
from sro.store.engine import make_engine, writing
from sro.store.errors import DATABASE_ERRORS, Ausfall, FreigabeAbgelehnt, UnknownDatenstandError
from sro.store.schema import upgrade
from sro.store.tables import abdeckung, beobachtung, datenstand
from sro.store.ursache import stoerung_of
from sro.store.verfahren import changed_rules

if TYPE_CHECKING:  # reading needs nothing of disclosure control, whose solver takes a second to load
    from sro.protect.schutz import Schutzbericht, Schutzergebnis

NICHTS = Angaben()
Coverage = Mapping[str, Mapping[str, tuple[int, ...]]]  # indicator -> level -> years, ascending


def open_store(url: str | None = None, stadt: Stadt | None = None) -> Store:
    """The store behind a SQLAlchemy URL (default: places.database_url()), brought to the newest schema.

    `stadt` (default: the city that is shown) gives the order of areas. StoreError where the database is not to be had.
    """
    engine = make_engine(url or database_url())
    try:
        upgrade(engine)
    except DATABASE_ERRORS as error:
        engine.dispose()
        fault = stoerung_of(error)
        if fault is None or isinstance(error, Ausfall):
            raise
        raise Ausfall(fault, engine.url.render_as_string(hide_password=True), getattr(error, "orig", "")) from error
    return Store(engine, stadt or city())


class Store:
    """Immutable Datenstände; the newest activation is shown. Safe to share between threads."""

    def __init__(self, engine: Engine, stadt: Stadt) -> None:
        self._engine = engine
        self.akten = Aktenlager(engine)
        self._position = {gebiet.key: n for n, gebiet in enumerate(stadt.gebiete)}

    def publish(
        self,
        ergebnis: Schutzergebnis,
        herkunft: Sequence[Herkunft],
        titel: str,
        *,
        wer: Akteur,
        stand: int,
        angaben: Angaben = NICHTS,
    ) -> Datenstand:
        """Writes a new Datenstand with its entry in the Protokoll, all or nothing, and activates it.

        `stand` is what `stand()` said before the delivery was checked; FreigabeAbgelehnt where somebody released or
        activated anything since, and where earlier Datenstände of the kind were protected by another method.
        NichtErlaubt for whoever may not release, TypeError for anything that did not come out of disclosure control,
        ValueError where disclosure control itself says that hidden cells can be computed.
        """
        from sro.protect.schutz import Schutzergebnis

        wer.require(Rolle.PLANUNG)
        if not isinstance(ergebnis, Schutzergebnis):
            raise TypeError(f"publish nimmt nur ein Schutzergebnis, nicht {type(ergebnis).__name__}")
        if ergebnis.bericht.aufgedeckt:
            raise ValueError(f"{ergebnis.bericht.aufgedeckt} geheime Zellen ließen sich errechnen; nichts geschrieben")
        _require_answered(ergebnis.bericht, angaben)
        with writing(self._engine).begin() as connection:
            _require_unchanged(connection, stand)
            _require_same_rules(connection, herkunft, ergebnis.geheimhaltung)
            datenstand_id = rows.write_datenstand(connection, titel, ergebnis.bericht, ergebnis.geheimhaltung)
            rows.write_herkunft(connection, datenstand_id, herkunft)
            rows.write_values(connection, datenstand_id, ergebnis.beobachtungen)
            rows.write_coverage(connection, datenstand_id, ergebnis.beobachtungen)
            rows.write_activation(connection, datenstand_id)
            rows.write_entry(connection, datenstand_id, wer.name, Vorgang.FREIGABE, angaben)
        return self.datenstand(datenstand_id)

    def datenstaende(self) -> tuple[Datenstand, ...]:
        """All of them, newest first."""
        with self._engine.connect() as connection:
            return rows.read_datenstaende(connection)

    def datenstand(self, datenstand_id: int) -> Datenstand:
        """One by its number; UnknownDatenstandError if there is none."""
        for found in self.datenstaende():
            if found.id == datenstand_id:
                return found
        raise UnknownDatenstandError(datenstand_id)

    def active(self) -> Datenstand | None:
        """The one that is shown; None in an empty store."""
        active = self.active_id()
        return None if active is None else self.datenstand(active)

    def active_id(self) -> int | None:
        """The number of the one that is shown; cheap enough to be asked at every rerun of a page."""
        with self._engine.connect() as connection:
            return rows.read_active(connection)

    def stand(self) -> int:
        """A number that grows with each release and each activation; 0 in an empty store."""
        with self._engine.connect() as connection:
            return rows.read_stand(connection)

    def activate(self, datenstand_id: int, wer: Akteur) -> Datenstand:
        """Shows this one from now on; NichtErlaubt for whoever may not, UnknownDatenstandError if there is none."""
        wer.require(Rolle.PLANUNG)
        self.datenstand(datenstand_id)
        with writing(self._engine).begin() as connection:
            rows.write_activation(connection, datenstand_id)
            rows.write_entry(connection, datenstand_id, wer.name, Vorgang.AKTIVIERUNG, NICHTS)
        return self.datenstand(datenstand_id)

    def protokoll(self) -> tuple[Eintrag, ...]:
        """Who did what, newest first; Datenstände from before there was a Protokoll have no entry."""
        with self._engine.connect() as connection:
            return rows.read_entries(connection)

    def einrichtungen(self) -> Einrichtungsliste | None:
        """The newest list of facilities, sorted by name; None where there never was one."""
        with self._engine.connect() as connection:
            return facilities.read_list(connection)

    def einrichtungen_stand(self) -> int:
        """The number of that list, 0 where there is none; cheap enough to be asked at every rerun of a page."""
        with self._engine.connect() as connection:
            return facilities.read_stand(connection)

    def replace_einrichtungen(
        self, einrichtungen: Sequence[Einrichtung], quelle: str, *, wer: Akteur, stand: int, angaben: Angaben = NICHTS
    ) -> Einrichtungsliste:
        """Writes a new list with its entry in the Protokoll, all or nothing; it is shown from now on.

        `stand` is what `einrichtungen_stand()` said before the list was checked; FreigabeAbgelehnt where there is
        another since, ValueError for an empty list, NichtErlaubt for whoever may not.
        """
        wer.require(Rolle.PLANUNG)
        if not einrichtungen:
            raise ValueError("eine leere Liste ersetzt keine")
        with writing(self._engine).begin() as connection:
            facilities.require_unchanged(connection, stand)
            written = facilities.write_list(connection, einrichtungen, quelle)
            rows.write_entry(connection, None, wer.name, Vorgang.EINRICHTUNGEN, angaben)
        return written

    def bericht(self, datenstand_id: int) -> Schutzbericht:
        """What disclosure control said when it was published; UnknownDatenstandError if there is none."""
        from sro.protect.schutz import Schutzbericht

        with self._engine.connect() as connection:
            found = connection.scalar(select(datenstand.c.bericht).where(datenstand.c.id == datenstand_id))
        if found is None:
            raise UnknownDatenstandError(datenstand_id)
        return Schutzbericht(**found)

    def values(
        self,
        datenstand_id: int,
        indikator: str,
        *,
        ebene: str | None = None,
        gebiet: GebietKey | None = None,
        jahr: int | None = None,
    ) -> tuple[Beobachtung, ...]:
        """One indicator's observations, areas in the city's order, then years; empty where there are none."""
        column = beobachtung.c
        query = select(*(column[name] for name in rows.VALUES))
        query = query.where(column.datenstand_id == datenstand_id, column.indikator == indikator)
        query = query.where(*_narrowed(ebene, gebiet, jahr))
        with self._engine.connect() as connection:
            found = [rows.read_value(row) for row in connection.execute(query).all()]
        return tuple(sorted(found, key=self._order))

    def shown(self, datenstand_id: int, indikator: str, ebene: str) -> Mapping[int, Jahreszahlen]:
        """Year → the values that one level shows in it, of all areas; much quicker than all observations."""
        column = beobachtung.c
        query = select(column.jahr, column.status, column.wert).where(
            column.datenstand_id == datenstand_id,
            column.indikator == indikator,
            column.ebene == ebene,
            column.wert.is_not(None),
        )
        with self._engine.connect() as connection:
            return rows.read_numbers(connection.execute(query).all())

    def periods(self, datenstand_id: int, indikator: str, ebene: str) -> tuple[tuple[int, int], ...]:
        """The pooled periods of a level, each by its last year and its length."""
        column = beobachtung.c
        query = select(column.jahr, column.jahre).distinct().order_by(column.jahr, column.jahre)
        query = query.where(column.datenstand_id == datenstand_id, column.indikator == indikator)
        with self._engine.connect() as connection:
            found = connection.execute(query.where(column.ebene == ebene, column.jahre > 1))
            return tuple((jahr, jahre) for jahr, jahre in found)

    def available(self, datenstand_id: int) -> Coverage:
        """Indicator → level → years in which at least one area shows a value."""
        return self._years(datenstand_id, abdeckung.c.sichtbar)

    def coverage(self, datenstand_id: int) -> Coverage:
        """Indicator → level → years that have rows at all, be they all suppressed."""
        return self._years(datenstand_id)

    def close(self) -> None:
        """Gives the connections back."""
        self._engine.dispose()

    def _years(self, datenstand_id: int, *conditions: ColumnElement[bool]) -> Coverage:
        column = abdeckung.c
        query = select(column.indikator, column.ebene, column.jahr)
        query = query.where(column.datenstand_id == datenstand_id, *conditions)
        years: dict[str, dict[str, list[int]]] = {}
        with self._engine.connect() as connection:
            for indikator, ebene, jahr in connection.execute(query):
                years.setdefault(indikator, {}).setdefault(ebene, []).append(jahr)
        return {i: {e: tuple(sorted(found)) for e, found in levels.items()} for i, levels in years.items()}

    def _order(self, found: Beobachtung) -> tuple[int, GebietKey, int]:
        return (self._position.get(found.gebiet, len(self._position)), found.gebiet, found.jahr)


def _require_answered(bericht: Schutzbericht, angaben: Angaben) -> None:
    """Cells that only a lower threshold may have shown need somebody who answers for them."""
    if bericht.frueher_gezeigt and all(one.code != SCHWELLE_ERHOEHT for one in angaben.bestaetigt):
        raise FreigabeAbgelehnt(
            f"{bericht.frueher_gezeigt} Zellen sind nur nach einer früheren, niedrigeren Schwelle gezeigt worden. "
            f"Bitte {SCHWELLE_ERHOEHT} mit einem Grund bestätigen."
        )


def _require_unchanged(connection: Connection, stand: int) -> None:
    """Asked inside the transaction that writes, so nobody can come in between."""
    if rows.read_stand(connection) != stand:
        raise FreigabeAbgelehnt(
            f"Inzwischen ist Datenstand {rows.read_active(connection)} freigegeben oder aktiviert worden. "
            "Bitte die Lieferung noch einmal prüfen und dann freigeben."
        )


def _require_same_rules(connection: Connection, herkunft: Sequence[Herkunft], jetzt: Geheimhaltung) -> None:
    kinds = {one.synthetisch for one in herkunft}
    if changed := changed_rules(rows.read_datenstaende(connection), kinds, jetzt):
        raise FreigabeAbgelehnt(changed)


def _narrowed(ebene: str | None, gebiet: GebietKey | None, jahr: int | None) -> list[ColumnElement[bool]]:
    column = beobachtung.c
    wanted = [(column.ebene, ebene), (column.jahr, jahr)]
    if gebiet:
        wanted += [(column.ebene, gebiet.ebene), (column.gebiet, gebiet.id)]
    return [field == value for field, value in wanted if value is not None]
