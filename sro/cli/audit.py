"""python -m sro audit: attacks a published Datenstand like an outsider, alone and together with the others."""

from __future__ import annotations

import argparse
from typing import Any

from sro.cli.datenstand import chosen
from sro.intake.nachpruefung import audited
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import open_store
from sro.views.lieferung.nachpruefung import audit_lines


def register(subparsers: Any) -> None:
    text = "greift einen Datenstand an wie jemand von außen und sagt, was sich errechnen lässt"
    parser = subparsers.add_parser("audit", help=text, description=text)
    parser.add_argument("--datenstand", type=int, metavar="ID", help="Nummer (ohne: der aktive)")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    store = open_store()
    datenstand = chosen(store, arguments.datenstand)
    found = audited(store, datenstand, catalogue(), city())
    print(f"Datenstand {datenstand.id} „{datenstand.titel}“")
    together, before = len(found.zusammen), found.frueher_gezeigt
    zeilen = audit_lines(found.gefunden, found.veroeffentlicht, found.anteil_geheim, together, before)
    for what, much in zeilen:
        print(f"  {what}: {much}")
    for one in found.zusammen:
        print(f"  {one.zelle}, falls die Zahlen von {one.wo} noch gelten")
    return 0 if found.sicher else 1
