"""python -m sro export: the protected values of a Datenstand as a table for machines."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sro.cli.datenstand import chosen
from sro.export.csv import table_csv
from sro.export.spalten import Zelle
from sro.model.datenstand import Datenstand
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import Store, StoreError, open_store

COLUMNS = (
    "indikator_id",
    "ebene",
    "gebiet_id",
    "gebiet",
    "zeit",
    "jahre",
    "zaehler",
    "nenner",
    "wert",
    "status",
    "herkunft",
    "gerundet_auf",
)


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "export",
        help="schreibt die geschützten Werte eines Datenstands",
        description="CSV in UTF-8 mit Komma und Dezimalpunkt. Geheime Zellen sind leer; warum, sagt die Spalte status. "
        "jahre sagt, wie viele Jahre ein Wert zusammenfasst; zeit ist das letzte. gerundet_auf ist leer, wo "
        "Zahlen genau sind.",
    )
    parser.add_argument("--datenstand", type=int, metavar="ID", help="Nummer (ohne: der aktive)")
    parser.add_argument("--indikator", nargs="+", default=[], metavar="ID", help="nur diese Indikatoren")
    parser.add_argument("--ebene", metavar="EBENE", help="nur diese Ebene")
    parser.add_argument("--format", choices=["csv"], default="csv", help="Dateiformat")
    parser.add_argument("--out", type=Path, metavar="DATEI", help="Zieldatei (ohne: Standardausgabe)")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    store, katalog, stadt = open_store(), catalogue(), city()
    datenstand = chosen(store, arguments.datenstand)
    indicators = _indicators(store, datenstand, katalog, arguments.indikator)
    ebene = _level(stadt, arguments.ebene)
    rows = [
        row(one, datenstand, katalog, stadt)
        for indikator in indicators
        for one in store.values(datenstand.id, indikator, ebene=ebene)
    ]
    table = table_csv(COLUMNS, rows)
    if arguments.out is None:
        sys.stdout.buffer.write(table)
    else:
        arguments.out.write_bytes(table)
    return 0


def row(one: Beobachtung, datenstand: Datenstand, katalog: Katalog, stadt: Stadt) -> tuple[Zelle, ...]:
    """One observation; `herkunft` is "synthetisch" or the indicator's source."""
    area = stadt.gebiet(one.gebiet).name if stadt.is_raum(one.gebiet) else ""
    source = katalog[one.indikator].quelle if one.indikator in katalog else ""
    herkunft = "synthetisch" if datenstand.is_synthetic(one.indikator) else source
    when = (one.jahr, one.jahre)
    numbers = (one.zaehler, one.nenner, one.wert)
    basis = datenstand.rundungsbasis if one.gerundet else None
    return (one.indikator, one.gebiet.ebene, one.gebiet.id, area, *when, *numbers, one.status.value, herkunft, basis)


def _indicators(store: Store, datenstand: Datenstand, katalog: Katalog, wanted: Sequence[str]) -> list[str]:
    """Those wanted (default all) that the Datenstand has, in the order of the catalogue."""
    present = store.coverage(datenstand.id)
    unknown = [one for one in wanted if one not in present]
    if unknown:
        raise StoreError(f"Datenstand {datenstand.id} enthält „{unknown[0]}“ nicht. Möglich: {', '.join(present)}.")
    order = [indikator.id for indikator in katalog.indikatoren]
    known = [one for one in order if one in present]
    return [one for one in (*known, *sorted(present.keys() - set(order))) if not wanted or one in wanted]


def _level(stadt: Stadt, wanted: str | None) -> str | None:
    levels = [ebene.id for ebene in stadt.alle_ebenen]
    if wanted is not None and wanted not in levels:
        raise StoreError(f"Die Ebene „{wanted}“ gibt es nicht. Möglich: {', '.join(levels)}.")
    return wanted
