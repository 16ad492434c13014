"""python -m sro audit: attacks a published Datenstand like an outsider, alone and together with the others."""

from __future__ import annotations

import argparse
from typing import Any

from sro.cli.datenstand import chosen
from sro.intake.frueher import published_before
from sro.model.datenstand import Datenstand
from sro.protect import Schutzbericht, Verrat, audit, audit_together
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import Store, open_store
from sro.views.words import number


def register(subparsers: Any) -> None:
    text = "greift einen Datenstand an wie jemand von außen und sagt, was sich errechnen lässt"
    parser = subparsers.add_parser("audit", help=text, description=text)
    parser.add_argument("--datenstand", type=int, metavar="ID", help="Nummer (ohne: der aktive)")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    store = open_store()
    datenstand = chosen(store, arguments.datenstand)
    values = tuple(v for name in sorted(store.coverage(datenstand.id)) for v in store.values(datenstand.id, name))
    found = audit(values, catalogue(), city())
    print(f"Datenstand {datenstand.id} „{datenstand.titel}“")
    print(report(found, store.bericht(datenstand.id)))
    together = _together(store, datenstand)
    print(f"Errechnet zusammen mit anderen Datenständen: {len(together)}, falls deren Zahlen noch gelten")
    for one in together:
        print(f"  „{one.zelle.merkmal}“ in {one.zelle.gebiet.ebene} {one.zelle.gebiet.id}, {one.zelle.jahr} ({one.wo})")
    return 1 if found.aufgedeckt or together else 0


def report(found: Schutzbericht, published: Schutzbericht) -> str:
    """What the attack found, and from the import what was hidden why: from outside that cannot be told."""
    width = "keine" if found.kleinste_breite is None else number(found.kleinste_breite)
    lines = [
        f"Zellen angegriffen: {number(found.zellen)}, davon geheim: {number(found.geheim)} ({_share(found)})",
        f"Errechnet oder zu eng eingegrenzt: {number(found.aufgedeckt)}",
        f"Kleinste Spanne einer geheimen Zelle: {width}",
        f"Beim Import verborgen: {number(published.geheim_regel or 0)} zu klein, "
        f"{number(published.geheim_ergaenzend or 0)} ergänzend",
    ]
    return "\n".join(lines)


def _share(found: Schutzbericht) -> str:
    return f"{number(100 * found.geheim / found.zellen, 1) if found.zellen else 0} %"


def _together(store: Store, datenstand: Datenstand) -> list[Verrat]:
    """Synthetic and real figures each with their own kind."""
    found = []
    for synthetisch in sorted({one.synthetisch for one in datenstand.herkunft}):
        names = sorted({one.indikator for one in datenstand.herkunft if one.synthetisch == synthetisch})
        values = tuple(v for name in names for v in store.values(datenstand.id, name))
        others = published_before(store, synthetisch, ohne=datenstand.id)
        found += audit_together(values, others, catalogue(), city())
    return found
