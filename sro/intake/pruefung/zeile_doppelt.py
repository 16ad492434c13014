"""The same indicator, area and year twice, also in two files or with two spellings."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Zeile
from sro.model.befund import Befund
from sro.model.gebiet import GebietKey

CODE = "zeile_doppelt"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    first: dict[tuple[str, GebietKey, int], Zeile] = {}
    for zeile in lieferung.zeilen:
        if not (zeile.indikator and zeile.gebiet and zeile.zeit):
            continue
        before = first.setdefault((zeile.indikator.id, zeile.gebiet.key, zeile.zeit.jahr), zeile)
        if before is not zeile:
            text = (
                f"„{zeile.indikator.kurzname}“, {zeile.gebiet.name}, {zeile.zeit.jahr} steht schon in "
                f"{before.place(zeile.datei)} und noch einmal in Zeile {zeile.nummer}. Bitte eine der Zeilen löschen."
            )
            yield zeile.befund(CODE, "indikator_id", text)
