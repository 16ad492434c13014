"""python -m sro import FILE...: checks, protects and publishes one delivery."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sro.cli.worte import protection
from sro.intake.uebernahme import Uebernahme, take_over
from sro.model.befund import Befund, Schwere
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import open_store

HEADINGS = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnungen", Schwere.HINWEIS: "Hinweise"}
ONE = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnung", Schwere.HINWEIS: "Hinweis"}


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "import",
        help="prüft eine Lieferung (CSV, XLSX) und macht daraus einen Datenstand",
        description="Mehrere Dateien sind eine Lieferung. Solange ein Fehler darin ist, wird nichts gespeichert.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="DATEI", help="Tabelle als .csv oder .xlsx")
    parser.add_argument("--dry-run", action="store_true", help="nur prüfen, nichts speichern")
    parser.add_argument("--titel", help="Name des Datenstands")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    result = take_over(
        arguments.files,
        store=open_store(),
        katalog=catalogue(),
        stadt=city(),
        titel=arguments.titel,
        dry_run=arguments.dry_run,
        progress=tell,
    )
    print_findings(result.befunde)
    print(summary(result))
    return 1 if result.has_errors else 0


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


def summary(result: Uebernahme) -> str:
    counts = Counter(befund.schwere for befund in result.befunde)
    told = ", ".join(f"{counts[s]} {ONE[s] if counts[s] == 1 else HEADINGS[s]}" for s in Schwere)
    return f"{told}. {_outcome(result)}"


def _outcome(result: Uebernahme) -> str:
    if result.has_errors:
        return "Es wurde nichts gespeichert."
    protected = protection(result.bericht) if result.bericht else ""
    if result.datenstand is None:
        return f"{protected} Probelauf: Es wurde nichts gespeichert."
    return f"{protected} Datenstand {result.datenstand.id} „{result.datenstand.titel}“ ist gespeichert und aktiv."
