"""Parts (Hilfearten, age groups) that do not add up to their total, where all of them were delivered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sro.intake.lieferung import Lieferung, Stelle
from sro.intake.pruefung._summe import adds_up
from sro.intake.sprache import number
from sro.model.befund import Befund

CODE = "summe_merkmale"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for whole in lieferung.summen(lambda merkmal, _: bool(merkmal.zerlegungen)):
        merkmal = whole.merkmal
        same_year = ((teile, whole.jahr) for teile in merkmal.summen)
        for teile, jahr in (*same_year, (merkmal.folgejahr_summe, whole.jahr + 1)):
            parts = _parts(teile, whole, jahr, lieferung)
            if parts and not adds_up(parts, whole):
                names = " + ".join(lieferung.katalog.merkmal(part).name for part in teile)
                year = f" (Zeilen von {jahr})" if jahr != whole.jahr else ""
                text = (
                    f"{names}{year} ergeben {number(sum(parts))}, „{merkmal.name}“ ist mit {whole.text} geliefert. "
                    "Bitte die Zahlen abgleichen."
                )
                yield whole.zeile.befund(CODE, whole.spalte, text)


def _parts(teile: Iterable[str], whole: Stelle, jahr: int, lieferung: Lieferung) -> list[float]:
    found = [lieferung.zahl(part, whole.gebiet, jahr) for part in teile]
    return [] if None in found else [part for part in found if part is not None]
