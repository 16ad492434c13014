"""python -m sro demo: fills an empty store with the bundled synthetic figures."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sro.cli.importieren import print_findings, summary, tell
from sro.intake.uebernahme import Uebernahme, take_over
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.places import ROOT
from sro.store import Store, StoreError, open_store

DEMO = ROOT / "data" / "demo"
TITEL = "Synthetische Demodaten"


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser("demo", help="füllt einen leeren Speicher mit synthetischen Daten")
    parser.set_defaults(func=run)


def run(_: argparse.Namespace) -> int:
    result = fill(open_store(), progress=tell)
    if result is None:
        print("Es gibt schon einen Datenstand; die Demodaten werden nicht gebraucht.")
        return 0
    if result.has_errors:
        print_findings(result.befunde)
    print(summary(result))
    return 1 if result.has_errors else 0


def fill(store: Store, folder: Path = DEMO, progress: Callable[[str], None] | None = None) -> Uebernahme | None:
    """Takes all tables of the folder over as one delivery; None where there is a Datenstand already."""
    if store.active():
        return None
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise StoreError(f"In {folder} liegen keine Demodaten.")
    return take_over(files, store=store, katalog=catalogue(), stadt=city(), titel=TITEL, progress=progress)
