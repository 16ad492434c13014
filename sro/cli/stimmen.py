"""python -m sro stimmen import|export: records that people keep, as a workbook."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sro.cli.wer import actor, add_who
from sro.model.akte import Inhalt, Konflikt
from sro.model.aktenart import AKTENARTEN, Aktenart, art_of
from sro.model.gebiet import normalised
from sro.reference.city import city
from sro.store import FreigabeAbgelehnt, Store, StoreError, open_store

if TYPE_CHECKING:
    from sro.intake.akten import Vorhaben, Vorschau

PROBELAUF = "Probelauf: Es wurde nichts gespeichert."
NAMES = {normalised(art.plural).replace(" ", "-"): art for art in AKTENARTEN}


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser("stimmen", help="gibt Einträge (Bedürfnisse, Werkstätten, …) aus und liest sie ein")
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True, dest="aktion")
    reading = commands.add_parser(
        "import",
        help="prüft eine Arbeitsmappe und schreibt, was darin neu oder geändert ist",
        description="Zeilen mit id ändern diesen Eintrag, Zeilen ohne id legen einen an. Alles oder nichts.",
    )
    reading.add_argument("datei", type=Path, metavar="DATEI", help="Arbeitsmappe, am besten eine ausgegebene (.xlsx)")
    reading.add_argument("--dry-run", action="store_true", help="nur prüfen, nichts speichern")
    reading.add_argument(
        "--geprueft", action="store_true", help="bestätigt, dass in den Texten von keiner Person die Rede ist"
    )
    _add_kinds(reading)
    add_who(reading)
    reading.set_defaults(func=read)
    writing = commands.add_parser("export", help="schreibt eine Arbeitsmappe mit allen Einträgen, auch internen")
    writing.add_argument(
        "datei", type=Path, metavar="DATEI", help="Arbeitsmappe (.xlsx); eine gleichnamige wird ersetzt"
    )
    _add_kinds(writing)
    writing.set_defaults(func=write)


def read(arguments: argparse.Namespace) -> int:
    from sro.cli.importieren import print_findings
    from sro.intake.akten import prepare

    store = open_store()
    vorschau = prepare(arguments.datei, _kinds(arguments), store=store, stadt=city())
    print_findings(vorschau.befunde)
    for one in (*vorschau.neu, *vorschau.geaendert):
        print(f"  {_line(one)}")
    counts = f"{len(vorschau.neu)} neu, {len(vorschau.geaendert)} geändert, {vorschau.unveraendert} unverändert."
    if vorschau.has_errors or arguments.dry_run:
        print(f"{counts} {'Es wurde nichts gespeichert.' if vorschau.has_errors else PROBELAUF}")
        return 1 if vorschau.has_errors else 0
    _store(vorschau, store, arguments)
    print(f"{counts} Gespeichert.")
    return 0


def write(arguments: argparse.Namespace) -> int:
    from sro.export.mappe.akten import xlsx

    if arguments.datei.suffix.lower() != ".xlsx":
        raise StoreError(f"„{arguments.datei.name}“ endet nicht auf .xlsx. Bitte eine Arbeitsmappe nennen.")
    bestand, klassen = open_store().akten.bestand(), _kinds(arguments)
    arguments.datei.write_bytes(xlsx(bestand, klassen, city()))
    many = sum(len(bestand.von(klasse)) for klasse in klassen)
    print(f"{arguments.datei}: {many} Einträge, auch interne.")
    return 0


def _add_kinds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--art", nargs="+", choices=list(NAMES), metavar="ART", help=f"nur diese Arten (ohne: alle): {', '.join(NAMES)}"
    )


def _kinds(arguments: argparse.Namespace) -> Sequence[type[Inhalt]]:
    arten: Sequence[Aktenart] = [NAMES[name] for name in arguments.art] if arguments.art else AKTENARTEN
    return [art.klasse for art in arten]


def _store(vorschau: Vorschau, store: Store, arguments: argparse.Namespace) -> None:
    from sro.intake.akten import store_all

    try:
        store_all(vorschau, store=store, akteur=actor(arguments), geprueft=arguments.geprueft)
    except FreigabeAbgelehnt as refusal:
        hint = " So geht es: --geprueft" if vorschau.zu_pruefen else ""
        raise StoreError(f"{refusal} Es wurde nichts gespeichert.{hint}") from refusal
    except Konflikt as konflikt:
        raise StoreError("Eben hat jemand einen dieser Einträge geändert. Es wurde nichts gespeichert.") from konflikt


def _line(one: Vorhaben) -> str:
    name = art_of(type(one.inhalt)).name
    return f"Zeile {one.zeile}: {name}, neu" if one.neu else f"Zeile {one.zeile}: {one.akte}, geändert"
