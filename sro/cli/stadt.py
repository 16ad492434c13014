"""python -m sro stadt: lays out the folder of a new city, and says what is still missing in it."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from pathlib import Path
from typing import Any

from sro.model.gebiet import normalised
from sro.reference.places import ROOT, RULES

TEMPLATES = ROOT / "data" / "vorlage"
EXTRA = {"katalog": ("indikatoren.yaml", RULES), "leitbild": ("leitbild.yaml",)}
LEVELS = ("stadt", "stadtteil", "stadtbezirk")
NAMES = {"stadtteil": "Beispielteil", "stadtbezirk": "Beispielbezirk"}
SAUBER, OFFEN, FALSCH_BENUTZT = 0, 1, 2


def register(subparsers: Any) -> None:
    """Adds `stadt` with its two commands; each sets `func`, which takes the arguments and returns the exit code."""
    parser = subparsers.add_parser("stadt", help="legt den Ordner einer neuen Stadt an und prüft ihn")
    commands = parser.add_subparsers(dest="stadt", required=True, metavar="BEFEHL")
    new = commands.add_parser(
        "neu",
        help="schreibt einen Ordner mit Vorlagen",
        description="Schreibt Vorlagen zum Ausfüllen; was es schon gibt, wird nicht überschrieben.",
    )
    new.add_argument("ordner", metavar="ORDNER", type=Path, help="etwa geodata/kiel; sein Name wird die Kennung")
    new.add_argument("--name", help="Name der Stadt (sonst aus dem Namen des Ordners)")
    new.add_argument(
        "--ebenen", type=int, choices=(1, 2, 3), default=3, help="wie viele Ebenen mit der Stadt (sonst 3)"
    )
    new.add_argument(
        "--mit", nargs="+", choices=sorted(EXTRA), default=[], help="was die Stadt außerdem selbst schreibt"
    )
    new.set_defaults(func=_new)
    commands.add_parser("pruefen", help="zeigt, was da ist und was fehlt").set_defaults(func=_check)


def _new(args: argparse.Namespace) -> int:
    written = files(args.ordner, args.name or args.ordner.name.capitalize(), args.ebenen, args.mit)
    there = [name for name in written if (args.ordner / name).exists()]
    if there:
        print(f"In {args.ordner} gibt es schon {', '.join(there)}; es wurde nichts geschrieben.", file=sys.stderr)
        return FALSCH_BENUTZT
    args.ordner.mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        (args.ordner / name).write_text(text, encoding="utf-8")
        print(f"Geschrieben: {args.ordner / name}")
    print(f"Bitte ausfüllen und prüfen mit: SRO_STADT={args.ordner} python -m sro stadt pruefen")
    return SAUBER


def files(folder: Path, name: str, count: int, extra: list[str]) -> dict[str, str]:
    """Name → text of every file of a new city with `count` levels (1 to 3)."""
    levels = LEVELS[:count]
    names = ["stadt.yaml", *(one for kind in extra for one in EXTRA[kind])]
    found = {one: _filled((TEMPLATES / one).read_text(encoding="utf-8"), folder, name, levels) for one in names}
    return {**found, "gebiete.csv": _areas(name, levels)}


def _filled(text: str, folder: Path, name: str, levels: tuple[str, ...]) -> str:
    id = "-".join(normalised(folder.name).split()) or "stadt"
    gone = tuple(f"  - {{id: {level}," for level in LEVELS if level not in levels)
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(gone)) if gone else text
    return kept.replace("KENNUNG", id).replace("NAME", name).replace("EBENEN", f"[{', '.join(levels)}]")


def _areas(name: str, levels: tuple[str, ...]) -> str:
    """The table with the city and one example per level, in the first row of which stands what to fill in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("ebene", "id", "name", "aliase", "eltern_ebene", "eltern_id"))
    writer.writerow((levels[0], "00", name, "", "", ""))
    for level, parent in zip(levels[1:], levels, strict=False):
        writer.writerow((level, "01", NAMES[level], "", parent, "00" if parent == levels[0] else "01"))
    return out.getvalue()


def _check(_: argparse.Namespace) -> int:
    from sro.cli.stadtpruefung import report

    lines, open_points = report()
    print("\n".join(lines))
    if open_points:
        print(f"\nNoch offen ({len(open_points)}):")
        print("\n".join(f"- {one}" for one in open_points))
        return OFFEN
    print("\nNichts offen.")
    return SAUBER
