"""python -m sro texte: which statements the office has to publish, and what is not filled in yet."""

from __future__ import annotations

import argparse
from typing import Any

from sro.reference.texte import ERKLAERUNGEN, statement, statement_file
from sro.views.texte import open_fields


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser("texte", help="prüft Impressum, Datenschutz und Barrierefreiheit auf Lücken")
    parser.set_defaults(func=run)


def run(_: argparse.Namespace) -> int:
    """Exit code 1 where something is open."""
    missing = 0
    for name, title in ERKLAERUNGEN.items():
        fields = open_fields(statement(name))
        missing += len(fields)
        print(f"{title} ({statement_file(name)}): {f'noch einzutragen: {len(fields)}' if fields else 'vollständig'}")
        for field in fields:
            print(f"  {field}")
    return 1 if missing else 0
