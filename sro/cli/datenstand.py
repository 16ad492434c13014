"""python -m sro datenstand list|show|activate|protokoll: which Datenstände there are, which is shown, who chose it."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from sro.cli.wer import actor, add_who
from sro.cli.worte import protection
from sro.model.datenstand import Datenstand
from sro.model.protokoll import Eintrag, Vorgang
from sro.store import Store, StoreError, open_store

WORDS = {
    Vorgang.FREIGABE: "hat freigegeben: Datenstand",
    Vorgang.AKTIVIERUNG: "hat aktiviert: Datenstand",
    Vorgang.EINRICHTUNGEN: "hat eingelesen: Liste der Einrichtungen",
}
NOTHING = "Es gibt noch keinen Datenstand. Eigene Tabellen einlesen: python -m sro import DATEI"


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser("datenstand", help="zeigt Datenstände und wählt den angezeigten")
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True, dest="aktion")
    _add(commands, "list", list_all, "alle Datenstände, der neueste zuerst")
    show = _add(commands, "show", show_one, "Herkunft, Umfang und Geheimhaltung eines Datenstands")
    show.add_argument("id", type=int, nargs="?", metavar="ID", help="Nummer (ohne: der aktive)")
    activate = _add(commands, "activate", activate_one, "zeigt ab jetzt diesen Datenstand")
    activate.add_argument("id", type=int, metavar="ID", help="Nummer aus „datenstand list“")
    add_who(activate)
    _add(commands, "protokoll", show_log, "wer wann was freigegeben oder aktiviert hat, das Neueste zuerst")


def list_all(_: argparse.Namespace) -> int:
    found = open_store().datenstaende()
    for datenstand in found:
        print(_line(datenstand))
    if not found:
        print(NOTHING)
    return 0


def show_one(arguments: argparse.Namespace) -> int:
    store = open_store()
    datenstand = chosen(store, arguments.id)
    print(_line(datenstand))
    print(protection(store.bericht(datenstand.id)))
    coverage = store.coverage(datenstand.id)
    for indikator in sorted(coverage):
        levels = ", ".join(f"{ebene} {_span(years)}" for ebene, years in coverage[indikator].items())
        print(f"  {indikator}: {levels}{' (synthetisch)' if datenstand.is_synthetic(indikator) else ''}")
    for name, sha256 in sorted({(one.dateiname, one.sha256) for one in datenstand.herkunft}):
        print(f"  {name}: SHA-256 {sha256}")
    return 0


def activate_one(arguments: argparse.Namespace) -> int:
    datenstand = open_store().activate(arguments.id, actor(arguments))
    print(f"Datenstand {datenstand.id} „{datenstand.titel}“ ist jetzt aktiv.")
    return 0


def show_log(_: argparse.Namespace) -> int:
    found = open_store().protokoll()
    for entry in found:
        print(_entry(entry))
        for one in entry.angaben.bestaetigt:
            print(f"  bestätigt {one.code}: {one.grund}")
        for file in entry.angaben.dateien:
            print(f"  {file.name}: SHA-256 {file.sha256}")
    if not found:
        print("Das Protokoll ist leer.")
    return 0


def chosen(store: Store, datenstand_id: int | None) -> Datenstand:
    """The one with this number, else the active one; StoreError where the store is empty."""
    if datenstand_id is not None:
        return store.datenstand(datenstand_id)
    active = store.active()
    if active is None:
        raise StoreError(NOTHING)
    return active


def _add(commands: Any, name: str, run: Any, description: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=description, description=description)
    parser.set_defaults(func=run)
    return parser


def _line(datenstand: Datenstand) -> str:
    mark = "*" if datenstand.aktiv else " "
    indicators = {one.indikator for one in datenstand.herkunft}
    noun = "Indikator" if len(indicators) == 1 else "Indikatoren"
    synthetic = ", synthetisch" if any(one.synthetisch for one in datenstand.herkunft) else ""
    made = _when(datenstand.erstellt)
    return f"{mark} {datenstand.id:>3}  {made}  {datenstand.titel} ({len(indicators)} {noun}{synthetic})"


def _entry(entry: Eintrag) -> str:
    number = "" if entry.datenstand_id is None else f" {entry.datenstand_id}"
    return f"{_when(entry.zeitpunkt)}  {entry.wer} {WORDS[entry.was]}{number}"


def _when(moment: dt.datetime) -> str:
    return f"{moment.astimezone():%d.%m.%Y %H:%M}"


def _span(years: tuple[int, ...]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
