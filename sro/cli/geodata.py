"""python -m sro geodata: boundaries imported, fetched from OpenStreetMap, listed, removed.

What reads maps is imported where it is used: it takes a second to load, which no other command should wait for.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sro.cli.wer import operator
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import Stadt
from sro.reference.city import city
from sro.store.grenzen import boundaries, imported_file

if TYPE_CHECKING:
    from sro.intake.grenzen import Ergebnis

SAUBER, BEFUNDE, FALSCH_BENUTZT = 0, 1, 2
MARKE = {Schwere.FEHLER: "Fehler", Schwere.WARNUNG: "Warnung", Schwere.HINWEIS: "Hinweis"}


def register(subparsers: Any) -> None:
    """Adds `geodata` with its four commands; each sets `func`, which takes the arguments and returns the exit code."""
    parser = subparsers.add_parser("geodata", help="Grenzen der Gebiete einlesen, holen, auflisten")
    commands = parser.add_subparsers(dest="geodata", required=True, metavar="BEFEHL")
    _add_import(commands)
    _add_osm(commands)
    listing = commands.add_parser("list", help="zeigt, welche Grenzen in Gebrauch sind")
    listing.set_defaults(func=_list)
    removing = commands.add_parser("reset", help="entfernt eingelesene Grenzen; es gelten wieder die mitgelieferten")
    removing.add_argument("--ebene", help="nur diese Ebene (und was aus ihr abgeleitet ist)")
    removing.set_defaults(func=_reset)


def _add_import(commands: Any) -> None:
    parser = commands.add_parser(
        "import",
        help="liest Grenzen aus einer Datei",
        description="Liest die Grenzen einer Ebene aus GeoJSON, GeoPackage oder Shapefile (auch gezippt). "
        "Geschrieben wird nur, wenn nichts fehlt und nichts widerspricht.",
    )
    parser.add_argument("datei", metavar="DATEI", type=Path)
    parser.add_argument("--ebene", required=True, help="Ebene der Gebiete, etwa stadtbezirk")
    parser.add_argument("--spalte", help="Spalte mit Ids oder Namen (sonst wird sie gesucht)")
    parser.add_argument("--layer", help="Kartenebene eines GeoPackage, das mehrere enthält")
    parser.add_argument("--crs", help="Koordinatensystem, etwa 25832 oder EPSG:31467 (sonst nennt es die Datei)")
    parser.add_argument("--quelle", help="Quellenangabe, die an jeder Karte steht")
    parser.add_argument("--zusammenfassen", action="store_true", help="mehrere Objekte eines Gebiets sind Teilflächen")
    _add_common(parser)
    parser.set_defaults(func=_import)


def _add_osm(commands: Any) -> None:
    parser = commands.add_parser(
        "osm",
        help="holt Grenzen aus OpenStreetMap",
        description="Holt die Grenzen einer Ebene von einem Overpass-Server (© OpenStreetMap-Mitwirkende, ODbL).",
    )
    parser.add_argument("--ebene", help="Ebene der Gebiete (sonst die feinste)")
    parser.add_argument("--server", help="Adresse des Overpass-Servers (sonst SRO_OVERPASS_URL oder overpass-api.de)")
    _add_common(parser)
    parser.set_defaults(func=_osm)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unvollstaendig", action="store_true", help="auch schreiben, wenn Gebiete fehlen")
    parser.add_argument("--dry-run", action="store_true", help="nur prüfen, nichts schreiben")


def _import(args: argparse.Namespace) -> int:
    from sro.intake.grenzen import import_boundaries

    stadt = city()
    if _unknown_level(stadt, args.ebene):
        return FALSCH_BENUTZT
    if not args.datei.is_file():
        print(f"Die Datei „{args.datei}“ gibt es nicht. Bitte den Pfad prüfen.", file=sys.stderr)
        return FALSCH_BENUTZT
    ergebnis = import_boundaries(
        args.datei,
        args.ebene,
        stadt,
        wer=operator(),
        key_column=args.spalte,
        crs=args.crs,
        layer=args.layer,
        source=args.quelle,
        join=args.zusammenfassen,
        allow_incomplete=args.unvollstaendig,
        dry_run=args.dry_run,
    )
    return _report(ergebnis, args.dry_run)


def _osm(args: argparse.Namespace) -> int:
    from sro.intake.grenzen import import_osm

    stadt = city()
    ebene = args.ebene or stadt.ebenen[-1].id
    if _unknown_level(stadt, ebene):
        return FALSCH_BENUTZT
    ergebnis = import_osm(
        ebene, stadt, wer=operator(), url=args.server, allow_incomplete=args.unvollstaendig, dry_run=args.dry_run
    )
    return _report(ergebnis, args.dry_run)


def _list(_args: argparse.Namespace) -> int:
    stadt = city()
    for ebene in stadt.ebenen:
        try:
            grenzen = boundaries(ebene.id)
        except FileNotFoundError as error:
            print(error)
            continue
        origin = "eingelesen" if grenzen.path == imported_file(ebene.id) else "mitgeliefert"
        if grenzen.abgeleitet:
            origin = f"abgeleitet aus {stadt.ebene(grenzen.abgeleitet).name}"
        kind = "schematisch, " if grenzen.schematisch else ""
        total = len(stadt.of_level(ebene.id))
        print(f"{ebene.name}: {len(grenzen.ids)} von {total} Gebieten, {kind}{origin}. {grenzen.quelle}")
    return SAUBER


def _reset(args: argparse.Namespace) -> int:
    from sro.intake.grenzen import reset

    stadt = city()
    if args.ebene and _unknown_level(stadt, args.ebene):
        return FALSCH_BENUTZT
    removed = reset(stadt, args.ebene, wer=operator())
    for path in removed:
        print(f"Entfernt: {path}")
    if not removed:
        print("Es waren keine Grenzen eingelesen.")
    return SAUBER


def _unknown_level(stadt: Stadt, ebene: str) -> bool:
    known = [e.id for e in stadt.ebenen]
    if ebene not in known:
        print(f"Die Ebene „{ebene}“ gibt es nicht. Bitte eine von: {', '.join(known)}.", file=sys.stderr)
    return ebene not in known


def _report(ergebnis: Ergebnis, dry_run: bool) -> int:
    for befund in ergebnis.befunde:
        print(_line(befund))
    for path in ergebnis.geschrieben:
        print(f"Geschrieben: {path}")
    if ergebnis.fehler:
        print(f"{len(ergebnis.fehler)} Fehler; nichts geschrieben.")
        return BEFUNDE
    if dry_run:
        print("Probelauf ohne Fehler; nichts geschrieben.")
    return SAUBER


def _line(befund: Befund) -> str:
    return f"{MARKE[befund.schwere]} [{befund.code}] {befund.text}"
