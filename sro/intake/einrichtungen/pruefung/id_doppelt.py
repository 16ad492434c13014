"""The same id for two facilities."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import Liste, Zeile
from sro.model.befund import Befund

CODE = "id_doppelt"


def check(liste: Liste) -> Iterator[Befund]:
    first: dict[str, Zeile] = {}
    for zeile in liste.filled("id"):
        before = first.setdefault(zeile["id"], zeile)
        if before is not zeile:
            text = f"Die id „{zeile['id']}“ hat schon Zeile {before.roh.nummer}. Bitte jede id nur einmal vergeben."
            yield zeile.befund(CODE, "id", text)
