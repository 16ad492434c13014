"""Between lists of facilities and their tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from sro.model.einrichtung import Einrichtung, Einrichtungsart, Einrichtungsliste, Ort, Traegerart, alphabetical
from sro.model.gebiet import GebietKey
from sro.store.errors import FreigabeAbgelehnt
from sro.store.rows import now
from sro.store.tables import einrichtung, einrichtungsliste


def write_list(connection: Connection, einrichtungen: Sequence[Einrichtung], quelle: str) -> Einrichtungsliste:
    """A new list."""
    made = now()
    row = {"zeitpunkt": made, "quelle": quelle}
    number = connection.scalars(insert(einrichtungsliste).values(row).returning(einrichtungsliste.c.id)).one()
    connection.execute(insert(einrichtung), [_row(number, one) for one in einrichtungen])
    return Einrichtungsliste(number, made.replace(tzinfo=dt.UTC), quelle, alphabetical(einrichtungen))


def read_stand(connection: Connection) -> int:
    """The number of the newest list, 0 where there is none."""
    return connection.scalar(select(func.max(einrichtungsliste.c.id))) or 0


def read_list(connection: Connection) -> Einrichtungsliste | None:
    """The newest list, sorted by name."""
    newest = select(einrichtungsliste).order_by(einrichtungsliste.c.id.desc()).limit(1)
    found = connection.execute(newest).first()
    if found is None:
        return None
    rows = connection.execute(select(einrichtung).where(einrichtung.c.liste_id == found.id))
    return Einrichtungsliste(
        found.id, found.zeitpunkt.replace(tzinfo=dt.UTC), found.quelle, alphabetical(_facility(row) for row in rows)
    )


def require_unchanged(connection: Connection, stand: int) -> None:
    """Asked inside the transaction that writes, so nobody can come in between."""
    if read_stand(connection) != stand:
        raise FreigabeAbgelehnt(
            "Inzwischen ist eine andere Liste von Einrichtungen eingelesen worden. Bitte noch einmal einlesen."
        )


def _facility(row: Row[Any]) -> Einrichtung:
    return Einrichtung(
        id=row.id,
        name=row.name,
        art=Einrichtungsart(row.art),
        traeger=row.traeger,
        traegerart=Traegerart(row.traegerart),
        gebiete=tuple(GebietKey(*key) for key in row.gebiete),
        synthetisch=row.synthetisch,
        ort=None if row.lon is None else Ort(row.lon, row.lat),
        plaetze=row.plaetze,
        hinweis=row.hinweis,
    )


def _row(liste_id: int, one: Einrichtung) -> dict[str, Any]:
    return {
        "liste_id": liste_id,
        "id": one.id,
        "name": one.name,
        "art": one.art.value,
        "traeger": one.traeger,
        "traegerart": one.traegerart.value,
        "gebiete": [list(key) for key in one.gebiete],
        "lon": one.ort.lon if one.ort else None,
        "lat": one.ort.lat if one.ort else None,
        "plaetze": one.plaetze,
        "hinweis": one.hinweis,
        "synthetisch": one.synthetisch,
    }
