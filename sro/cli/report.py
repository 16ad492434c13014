"""python -m sro report: the profile of one district, or of all of a level, as files to take along."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sro.auswertung.profil import profile
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.cli.datenstand import chosen
from sro.export import profilheft
from sro.export.dateiname import file_name
from sro.model.gebiet import Gebiet, Stadt
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import StoreError, open_store
from sro.store.grenzen import boundaries


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "report",
        help="schreibt Gebietsprofile als PDF",
        description="Barrierefreies PDF (PDF/UA-1), A4. Ohne --gebiet entsteht eines für jedes Gebiet der Ebene.",
    )
    parser.add_argument("--ebene", required=True, metavar="EBENE", help="Ebene des Gebiets, etwa stadtteil")
    parser.add_argument("--gebiet", metavar="ID", help="Nummer oder Name des Gebiets (ohne: alle der Ebene)")
    parser.add_argument("--datenstand", type=int, metavar="ID", help="Nummer (ohne: der aktive)")
    parser.add_argument("--out", type=Path, required=True, metavar="ORDNER", help="Zielordner; wird angelegt")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    store, stadt = open_store(), city()
    datenstand = chosen(store, arguments.datenstand)
    werk = Zahlenwerk(
        datenstand, catalogue(), stadt, lambda indikator, ebene: store.values(datenstand.id, indikator, ebene=ebene)
    )
    areas = _areas(stadt, arguments.ebene, arguments.gebiet)
    grenzen = boundaries(arguments.ebene).geojson()
    liste = store.einrichtungen()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for gebiet in areas:
        target = arguments.out / file_name("Profil", gebiet, "pdf")
        target.write_bytes(profilheft.pdf(profile(werk, gebiet.key, liste), stadt, grenzen))
        print(target)
    return 0


def _areas(stadt: Stadt, ebene: str, wanted: str | None) -> tuple[Gebiet, ...]:
    levels = [e.id for e in stadt.ebenen if e.rang]
    if ebene not in levels:
        raise StoreError(f"Profile gibt es nicht für die Ebene „{ebene}“. Möglich: {', '.join(levels)}.")
    if wanted is None:
        return stadt.of_level(ebene)
    found = stadt.find(ebene, wanted)
    if found is None:
        known = ", ".join(f"{g.id} {g.name}" for g in stadt.of_level(ebene)[:12])
        raise StoreError(f"„{wanted}“ gibt es auf der Ebene „{ebene}“ nicht. Es gibt zum Beispiel: {known}.")
    return (found,)
