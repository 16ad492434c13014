"""python -m sro report: the profile of one district, or of all of a level, or a dialogue, as files to take along."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sro.auswertung.profil.profil import profile
from sro.cli.dialogbericht import material
from sro.cli.zahlenwerk import figures
from sro.export.profil.dateien import Profilformat, Profilstoff
from sro.export.spalten import Beigabe
from sro.model.gebiet import Gebiet, Stadt
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.store import StoreError, open_store
from sro.store.grenzen import boundaries


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "report",
        help="schreibt Gebietsprofile (PDF, XLSX, PPTX, CSV) oder die Dateien eines Dialogs",
        description="Barrierefreies PDF (PDF/UA-1), Arbeitsmappe und Folien mit Diagrammen, die sich bearbeiten "
        "lassen, und CSV für Programme. Ohne --gebiet entstehen die Dateien für jedes Gebiet der Ebene. Mit --dialog "
        "entstehen Protokoll (PDF und DOCX), Folien (PPTX), Handreichung (PDF) und Termine (ICS) eines Dialogs.",
    )
    forms = [form.value for form in Profilformat]
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--ebene", metavar="EBENE", help="Ebene des Gebiets, etwa stadtteil")
    what.add_argument("--dialog", metavar="NUMMER", help="Kennung eines Dialogs, etwa QD-1")
    parser.add_argument("--gebiet", metavar="ID", help="Nummer oder Name des Gebiets (ohne: alle der Ebene)")
    parser.add_argument("--datenstand", type=int, metavar="ID", help="Nummer (ohne: der aktive)")
    parser.add_argument("--format", nargs="+", choices=forms, help="nur diese Formate (ohne: alle)")
    parser.add_argument("--out", type=Path, required=True, metavar="ORDNER", help="Zielordner; wird angelegt")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.dialog:
        return _dialogue(arguments)
    store, stadt = open_store(), city()
    werk = figures(store, arguments.datenstand)
    areas = _areas(stadt, arguments.ebene, arguments.gebiet)
    grenzen, liste = boundaries(arguments.ebene).geojson(), store.einrichtungen()
    beigabe = Beigabe(werk.datenstand, publication())
    _make_folder(arguments.out)
    for gebiet in areas:
        stoff = Profilstoff(profile(werk, gebiet.key, liste), werk, lambda: grenzen, beigabe)
        for form in map(Profilformat, dict.fromkeys(arguments.format or Profilformat)):
            target = arguments.out / stoff.name(form)
            target.write_bytes(stoff.file(form))
            print(target)
    return 0


def _dialogue(arguments: argparse.Namespace) -> int:
    if arguments.gebiet or arguments.datenstand is not None or arguments.format:
        raise StoreError("--gebiet, --datenstand und --format gelten nur für Profile, nicht zusammen mit --dialog.")
    stoff = material(open_store(), arguments.dialog)
    _make_folder(arguments.out)
    for form in stoff.formate:
        target = arguments.out / stoff.name(form)
        target.write_bytes(stoff.file(form))
        print(target)
    return 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(f"{folder}: Hier liegt schon eine Datei. Bitte einen Ordner nennen.") from error
    except OSError as error:
        raise StoreError(f"{folder}: Der Ordner lässt sich nicht anlegen. Bitte Pfad und Rechte prüfen.") from error


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
