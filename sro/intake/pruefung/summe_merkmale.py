"""Parts (Hilfearten, age groups) that do not add up to their total, where all of them were delivered."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Stelle
from sro.intake.pruefung._summe import adds_up
from sro.intake.sprache import number
from sro.model.befund import Befund

CODE = "summe_merkmale"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for whole in lieferung.summen(lambda merkmal, _: bool(merkmal.summe_aus)):
        parts = _parts(whole, lieferung)
        if parts and not adds_up(parts, whole):
            names = " + ".join(lieferung.katalog.merkmal(part).name for part in whole.merkmal.summe_aus)
            total = number(sum(parts))
            text = (
                f"{names} ergeben {total}, „{whole.merkmal.name}“ ist mit {whole.text} geliefert. "
                "Bitte die Zahlen abgleichen."
            )
            yield whole.zeile.befund(CODE, whole.spalte, text)


def _parts(whole: Stelle, lieferung: Lieferung) -> list[float]:
    found = [lieferung.zahl(part, whole.gebiet, whole.jahr) for part in whole.merkmal.summe_aus]
    return [] if None in found else [part for part in found if part is not None]
