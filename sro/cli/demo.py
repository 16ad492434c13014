"""python -m sro demo: fills an empty store with the bundled synthetic figures."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sro.reference.city import city
from sro.reference.places import ROOT
from sro.store import Store, StoreError, open_store

if TYPE_CHECKING:
    from sro.intake.uebernahme import Uebernahme

DEMO = ROOT / "data" / "demo"
TITEL = "Synthetische Demodaten"
CITY = "luebeck"  # the tables are made for its areas


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser("demo", help="füllt einen leeren Speicher mit synthetischen Daten")
    parser.set_defaults(func=run)


def run(_: argparse.Namespace) -> int:
    """Asks first and imports the intake only where it is needed: `make run` comes by here at every start."""
    store = open_store()
    if city().id != CITY:
        print(f"Die Demodaten gehören zu Lübeck; für {city().name} bitte eigene Tabellen einlesen.")
        return 0
    if store.active_id() is not None:
        print("Es gibt schon einen Datenstand; die Demodaten werden nicht gebraucht.")
        return 0
    return _fill(store)


def _fill(store: Store) -> int:
    from sro.cli.importieren import print_findings, summary, tell

    result = fill(store, progress=tell)
    if result is None:  # another process was quicker
        return 0
    if result.has_errors:
        print_findings(result.befunde)
    print(summary(result))
    return 1 if result.has_errors else 0


def fill(store: Store, folder: Path = DEMO, progress: Callable[[str], None] | None = None) -> Uebernahme | None:
    """Takes all tables of the folder over as one delivery; None where there is a Datenstand already."""
    if store.active():
        return None
    from sro.intake.uebernahme import take_over
    from sro.reference.catalogue import catalogue

    files = sorted(folder.glob("*.csv"))
    if not files:
        raise StoreError(f"In {folder} liegen keine Demodaten.")
    return take_over(files, store=store, katalog=catalogue(), stadt=city(), titel=TITEL, progress=progress)
