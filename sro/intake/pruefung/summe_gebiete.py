"""Areas that do not add up to the area that contains them, where all of them were delivered."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Stelle
from sro.intake.pruefung._summe import adds_up
from sro.intake.sprache import number
from sro.model.befund import Befund

CODE = "summe_gebiete"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    children = lieferung.stadt.children
    for whole in lieferung.summen(lambda _, gebiet: bool(children(gebiet))):
        parts = _parts(whole, lieferung)
        if parts and not adds_up(parts, whole):
            yield whole.zeile.befund(CODE, whole.spalte, _text(whole, parts, lieferung))


def _parts(whole: Stelle, lieferung: Lieferung) -> list[float]:
    """The same quantity and year in every area of the next level; empty where one was not delivered."""
    children = lieferung.stadt.children(whole.gebiet)
    found = [lieferung.zahl(whole.merkmal.id, child.key, whole.jahr) for child in children]
    return [] if None in found else [part for part in found if part is not None]


def _text(whole: Stelle, parts: list[float], lieferung: Lieferung) -> str:
    level = lieferung.stadt.ebene(lieferung.stadt.children(whole.gebiet)[0].ebene)
    area = lieferung.stadt.gebiet(whole.gebiet).name
    total = number(sum(parts))
    subject = f"{len(parts)} {level.plural} ergeben" if len(parts) > 1 else f"Der einzige {level.name} ergibt"
    return (
        f"{subject} für „{whole.merkmal.name}“ {whole.jahr} {total}, für {area} ist {whole.text} geliefert. "
        "Bitte die Zahlen abgleichen; Fälle ohne Zuordnung gehören auf beiden Ebenen nicht hinein."
    )
