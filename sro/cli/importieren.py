"""python -m sro import FILE...: checks, protects and publishes one delivery."""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sro.cli.wer import actor, add_who
from sro.cli.worte import protection
from sro.intake.assistent import Zuordnung, lade_profil
from sro.intake.freigabe import release, unconfirmed
from sro.intake.profilfehler import ProfilFehlerhaft
from sro.intake.uebernahme import prepare
from sro.intake.vergleich import sentences
from sro.intake.vorschau import Vorschau
from sro.model.befund import Befund, Schwere
from sro.model.datenstand import Datenstand
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import FreigabeAbgelehnt, open_store

HEADINGS = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnungen", Schwere.HINWEIS: "Hinweise"}
PROBELAUF = "Probelauf: Es wurde nichts gespeichert."
ONE = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnung", Schwere.HINWEIS: "Hinweis"}


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "import",
        help="prüft eine Lieferung (CSV, XLSX, XLS, ODS) und macht daraus einen Datenstand",
        description="Mehrere Dateien sind eine Lieferung. Solange ein Fehler darin ist oder eine Warnung nicht "
        "bestätigt ist, wird nichts gespeichert.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="DATEI", help="Tabelle als .csv, .xlsx, .xls oder .ods")
    parser.add_argument("--dry-run", action="store_true", help="nur prüfen, nichts speichern")
    parser.add_argument("--titel", help="Name des Datenstands")
    parser.add_argument("--profil", metavar="NAME", help="gespeicherte Zuordnung für Tabellen in eigener Form")
    parser.add_argument("--jahr", type=int, help="Jahr der Zahlen, wo die Tabelle selbst keines nennt (mit --profil)")
    parser.add_argument(
        "--bestaetigen",
        action="append",
        default=[],
        type=confirmation,
        metavar="CODE=GRUND",
        help="bestätigt Warnungen mit diesem Code; der Grund steht im Protokoll, bitte ohne Angaben zu Personen",
    )
    add_who(parser)
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    with without_garbage_collection():
        return _import(arguments)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Nothing to be found among a million rows, and looking for it would cost a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _import(arguments: argparse.Namespace) -> int:
    store, bestaetigt = open_store(), dict(arguments.bestaetigen)
    akteur = None if arguments.dry_run else actor(arguments)
    zuordnung = mapping(arguments)
    vorschau = prepare(
        arguments.files, store=store, katalog=catalogue(), stadt=city(), zuordnung=zuordnung, progress=tell
    )
    print_findings(vorschau.befunde)
    print_comparison(vorschau)
    if vorschau.has_errors or akteur is None:
        print(summary(vorschau, "Es wurde nichts gespeichert." if vorschau.has_errors else PROBELAUF))
        return 1 if vorschau.has_errors else 0
    try:
        made = release(vorschau, store=store, akteur=akteur, titel=arguments.titel, bestaetigt=bestaetigt)
    except FreigabeAbgelehnt as refusal:
        print(summary(vorschau, f"Es wurde nichts gespeichert. {refusal}{how_to_confirm(vorschau, bestaetigt)}"))
        return 1
    print(summary(vorschau, stored(made)))
    return 0


def mapping(arguments: argparse.Namespace) -> Zuordnung | None:
    """The saved mapping. A profile with a fixed year needs this year's: last year's figures would be replaced."""
    if not arguments.profil:
        return None
    found = lade_profil(arguments.profil)
    if found.jahr is None:
        return found
    if arguments.jahr is None:
        needed = f"Die Tabelle nennt kein Jahr, im Profil steht {found.jahr}. Bitte mit --jahr angeben, welches gilt."
        raise ProfilFehlerhaft(arguments.profil, (needed,))
    return replace(found, jahr=arguments.jahr)


def confirmation(text: str) -> tuple[str, str]:
    """ "CODE=GRUND" in two."""
    code, _, grund = text.partition("=")
    if not (code.strip() and grund.strip()):
        raise argparse.ArgumentTypeError(f"„{text}“ hat nicht die Form CODE=GRUND, etwa jahre_lueckenhaft=Umstellung.")
    return code.strip(), grund.strip()


def how_to_confirm(vorschau: Vorschau, bestaetigt: Mapping[str, str]) -> str:
    """What to add to the command; empty where a reason is not what is missing."""
    options = [f'--bestaetigen {code}="GRUND"' for code in unconfirmed(vorschau, bestaetigt)]
    return f" So geht es: {' '.join(options)}" if options else ""


def tell(sentence: str) -> None:
    """Progress goes to standard error, so that findings can be redirected."""
    print(sentence, file=sys.stderr, flush=True)


def print_findings(befunde: Sequence[Befund]) -> None:
    for schwere, heading in HEADINGS.items():
        found = [befund for befund in befunde if befund.schwere is schwere]
        if found:
            print(f"{heading}:")
            for befund in found:
                print(f"  {line(befund)}")


def line(befund: Befund) -> str:
    """ "datei.csv:7 zaehler „-3“: Satz. (negativ)", without what the finding does not have."""
    place = befund.datei + (f":{befund.zeile}" if befund.zeile else "")
    value = f"„{befund.wert}“" if befund.wert is not None else ""
    where = " ".join(part for part in (place, befund.spalte or "", value) if part)
    return f"{where}: {befund.text} ({befund.code})" if where else f"{befund.text} ({befund.code})"


def print_comparison(vorschau: Vorschau) -> None:
    """What the release changes; nothing where there is nothing to be compared with."""
    if vorschau.vergleich is None:
        return
    told = sentences(vorschau.vergleich)
    print(f"Gegenüber Datenstand {vorschau.grundlage}{':' if told else ' ändert sich nichts.'}")
    for sentence in told:
        print(f"  {sentence}")


def summary(vorschau: Vorschau, outcome: str) -> str:
    counts = Counter(befund.schwere for befund in vorschau.befunde)
    told = ", ".join(f"{counts[s]} {ONE[s] if counts[s] == 1 else HEADINGS[s]}" for s in Schwere)
    protected = f" {protection(vorschau.bericht)}" if vorschau.bericht and not vorschau.has_errors else ""
    return f"{told}.{protected} {outcome}"


def stored(datenstand: Datenstand) -> str:
    return f"Datenstand {datenstand.id} „{datenstand.titel}“ ist gespeichert und aktiv."
