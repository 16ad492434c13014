"""python -m sro demo: fills an empty store with the bundled synthetic figures and voices."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sro.model.akteur import Akteur, Rolle
from sro.reference.city import city
from sro.reference.places import ROOT
from sro.reference.stadtordner import demo_folder
from sro.store import FreigabeAbgelehnt, Store, StoreError, open_store

if TYPE_CHECKING:
    from sro.intake.vorschau import Vorschau
    from sro.model.datenstand import Datenstand

DEMO = ROOT / "data" / "demo"
STIMMEN = DEMO / "stimmen"
EINRICHTUNGEN = Path("einrichtungen") / "einrichtungen.csv"
TITEL = "Synthetische Demodaten"
QUELLE = "Erfundene Beispielliste"
WER = Akteur("Demodaten (automatisch)", Rolle.PLANUNG)
GRUND = "Synthetische Demodaten; ihre Lücken sind gewollt."


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser("demo", help="füllt einen leeren Speicher mit synthetischen Daten")
    parser.set_defaults(func=run)


def run(_: argparse.Namespace) -> int:
    """Asks first and imports the intake only where it is needed: `make run` comes by here at every start."""
    store, folder = open_store(), demo_folder()
    if folder is None:
        print(f"Für {city().name} gibt es keine Demodaten; bitte eigene Tabellen einlesen: python -m sro import DATEI")
        return 0
    if store.active_id() is None:
        failed = _fill(store, folder)
        return failed or _voices(store, folder)
    print("Es gibt schon einen Datenstand; die Demodaten werden nicht gebraucht.")
    return _voices(store, folder)


def _voices(store: Store, folder: Path) -> int:
    """Made-up voices stand beside made-up figures alone: never beside those of an office."""
    from sro.cli.demostimmen import fill_voices

    active = store.active()
    if active and all(one.synthetisch for one in active.herkunft):
        made = fill_voices(store, folder / STIMMEN.name, wer=WER)
        if made:
            print(f"{made} erfundene Stimmen und Einträge sind gespeichert.")
    return 0


def _fill(store: Store, folder: Path) -> int:
    from sro.cli.importieren import print_findings, stored, summary, tell

    result = fill(store, folder, progress=tell)
    if result is None:  # another process was quicker
        return 0
    vorschau, datenstand = result
    if datenstand is None:
        print_findings(vorschau.befunde)
        print(summary(vorschau, "Es wurde nichts gespeichert."))
        return 1
    print(summary(vorschau, stored(datenstand)))
    return 0


def fill(
    store: Store, folder: Path = DEMO, progress: Callable[[str], None] | None = None
) -> tuple[Vorschau, Datenstand | None] | None:
    """Releases all tables of the folder as one delivery, whatever they warn of; no Datenstand where there are errors.

    None where there is a Datenstand already, or where one comes in between.
    """
    if store.active():
        return None
    from sro.intake.freigabe import release
    from sro.intake.uebernahme import prepare
    from sro.reference.catalogue import catalogue

    files = sorted(folder.glob("*.csv"))
    if not files:
        raise StoreError(f"In {folder} liegen keine Demodaten.")
    vorschau = prepare(files, store=store, katalog=catalogue(), stadt=city(), progress=progress)
    if vorschau.has_errors:
        return vorschau, None
    reasons = dict.fromkeys(vorschau.warnungen, GRUND)
    try:
        made = release(vorschau, store=store, akteur=WER, titel=TITEL, bestaetigt=reasons)
    except FreigabeAbgelehnt:
        return None
    fill_facilities(store, folder / EINRICHTUNGEN)
    return vorschau, made


def fill_facilities(store: Store, file: Path) -> None:
    """Stores the made-up list of facilities, the same way as any other; nothing where there is a list or no file."""
    if store.einrichtungen_stand() or not file.is_file():
        return
    from sro.intake.einrichtungen import prepare, store_list

    with suppress(FreigabeAbgelehnt):  # somebody else's list came in between, and stays
        store_list(prepare(file, store=store, stadt=city()), store=store, akteur=WER, quelle=QUELLE)
