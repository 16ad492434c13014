"""python -m sro einrichtungen import|show: the list of facilities, checked and replaced as a whole."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sro.cli.wer import actor, add_who
from sro.model.befund import Schwere
from sro.model.einrichtung import Einrichtung, by_kind
from sro.reference.city import city
from sro.store import FreigabeAbgelehnt, Store, StoreError, open_store

if TYPE_CHECKING:
    from sro.intake.einrichtungen import Vorschau

NOTHING = "Es gibt noch keine Liste von Einrichtungen. Einlesen mit: python -m sro einrichtungen import DATEI"
PROBELAUF = "Probelauf: Es wurde nichts gespeichert."


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser("einrichtungen", help="liest die Liste der Einrichtungen ein und zeigt sie")
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True, dest="aktion")
    reading = commands.add_parser(
        "import",
        help="prüft eine Liste (CSV, XLSX, XLS, ODS) und ersetzt damit die bisherige",
        description="Die neue Liste ersetzt die bisherige als Ganzes. Solange ein Fehler darin ist, wird nichts "
        "gespeichert.",
    )
    reading.add_argument("datei", type=Path, metavar="DATEI", help="Tabelle als .csv, .xlsx, .xls oder .ods")
    reading.add_argument("--dry-run", action="store_true", help="nur prüfen, nichts speichern")
    reading.add_argument("--quelle", default="", help="Quellenangabe, die an der Liste steht (ohne: der Dateiname)")
    add_who(reading)
    reading.set_defaults(func=read)
    showing = commands.add_parser("show", help="zeigt die Liste, nach Arten und Namen")
    showing.set_defaults(func=show)


def read(arguments: argparse.Namespace) -> int:
    from sro.cli.importieren import print_findings
    from sro.intake.einrichtungen import prepare

    store = open_store()
    vorschau = prepare(arguments.datei, store=store, stadt=city())
    print_findings(vorschau.befunde)
    if vorschau.has_errors or arguments.dry_run:
        print(f"{_counts(vorschau)} {'Es wurde nichts gespeichert.' if vorschau.has_errors else PROBELAUF}")
        return 1 if vorschau.has_errors else 0
    print(f"{_counts(vorschau)} {_stored(vorschau, store, arguments)}")
    return 0


def show(_: argparse.Namespace) -> int:
    liste = open_store().einrichtungen()
    if liste is None:
        print(NOTHING)
        return 0
    mark = " Synthetisch: erfundene Einrichtungen." if liste.synthetisch else ""
    when = f"{liste.zeitpunkt.astimezone():%d.%m.%Y %H:%M}"
    print(f"{_number(len(liste.einrichtungen))}, eingelesen am {when}. Quelle: {liste.quelle}.{mark}")
    for art, group in by_kind(liste.einrichtungen).items():
        print(f"{art} ({len(group)})")
        for one in group:
            print(f"  {_line(one)}")
    return 0


def _stored(vorschau: Vorschau, store: Store, arguments: argparse.Namespace) -> str:
    from sro.intake.einrichtungen import store_list

    before = store.einrichtungen()
    try:
        made = store_list(vorschau, store=store, akteur=actor(arguments), quelle=arguments.quelle)
    except FreigabeAbgelehnt as refusal:
        raise StoreError(str(refusal)) from refusal
    replaced = f" Sie ersetzen {_number(len(before.einrichtungen))} der bisherigen Liste." if before else ""
    return f"{_number(len(made.einrichtungen))} sind gespeichert.{replaced}"


def _counts(vorschau: Vorschau) -> str:
    counts = Counter(befund.schwere for befund in vorschau.befunde)
    notes = counts[Schwere.HINWEIS]
    return f"{counts[Schwere.FEHLER]} Fehler, {notes} {'Hinweis' if notes == 1 else 'Hinweise'}."


def _number(count: int) -> str:
    return f"{count} Einrichtung" if count == 1 else f"{count} Einrichtungen"


def _line(one: Einrichtung) -> str:
    areas = ", ".join(key.id for key in one.gebiete)
    places = "" if one.plaetze is None else f", {one.plaetze} Plätze"
    mark = " [synthetisch]" if one.synthetisch else ""
    return f"{one.name} ({one.traeger}, {one.traegerart}; Gebiet {areas}{places}){mark}"
