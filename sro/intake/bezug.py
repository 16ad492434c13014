"""Denominators that do not fit what was published before: another population base, other borders.

A city counts its people twice (register and official statistics), and borders of areas are moved; both change every
rate without anything having happened to people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sro.intake.sprache import number
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import GebietKey, Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung

BASIS, GRENZE = "bevoelkerungsbasis_gewechselt", "gebietsstand_gewechselt"
ANDERE_BASIS = 0.01  # of the city's population; register and official statistics are about two percent apart
ANDERE_GRENZE = 0.3  # of an area's population from one year to the next
STETIG = 0.05  # as long as the city itself changes less
GENUG = 300  # people, below which areas change by chance

Gruppe = tuple[str, GebietKey, int]  # Merkmal, area, year


def changed_bases(
    neu: Iterable[Beobachtung], active: int | None, alt: Iterable[Beobachtung], katalog: Katalog, stadt: Stadt
) -> Iterator[Befund]:
    """A warning for each group of people whose size in the city is another one than published for the same year."""
    top, told = stadt.oberste.key, set()
    now, before = (_groups((one for one in found if one.gebiet == top), katalog) for found in (neu, alt))
    for merkmal, area, jahr in sorted(now.keys() & before.keys()):
        new, old = now[merkmal, area, jahr], before[merkmal, area, jahr]
        if merkmal not in told and _apart(new, old) > ANDERE_BASIS:
            told.add(merkmal)
            text = (
                f"„{katalog.merkmal(merkmal).name}“ ({jahr}, {stadt.oberste.name}): geliefert sind {number(new)}, in "
                f"Datenstand {active} stehen {number(old)}. Das kann eine andere Bevölkerungsbasis sein (Melderegister "
                "oder amtliche Statistik). Bitte dieselbe Basis für alle Jahre liefern oder bestätigen."
            )
            yield Befund(BASIS, text, Schwere.WARNUNG)


def changed_borders(
    neu: Iterable[Beobachtung], alt: Iterable[Beobachtung], katalog: Katalog, stadt: Stadt
) -> Iterator[Befund]:
    """A warning for each area whose population leaps from one year to the next while the city's does not."""
    now = _groups(neu, katalog)
    known = {**_groups(alt, katalog), **now}
    told = set()
    for merkmal, area, jahr in sorted(_leaping(now, known)):
        if (merkmal, area) not in told and _steady(known, merkmal, stadt.oberste.key, jahr):
            told.add((merkmal, area))
            new, old = now[merkmal, area, jahr], known[merkmal, area, jahr - 1]
            name = f"{stadt.ebene(area.ebene).name} {stadt.gebiet(area).name}"
            text = (
                f"{name}: „{katalog.merkmal(merkmal).name}“ springt von {number(old)} ({jahr - 1}) auf {number(new)} "
                f"({jahr}), die Stadt nicht. Das kann ein anderer Gebietsstand sein. Bitte alle Jahre im selben "
                "Gebietsstand liefern oder bestätigen."
            )
            yield Befund(GRENZE, text, Schwere.WARNUNG)


def _leaping(now: Mapping[Gruppe, float], known: Mapping[Gruppe, float]) -> Iterator[Gruppe]:
    for (merkmal, area, jahr), new in now.items():
        old = known.get((merkmal, area, jahr - 1), 0.0)
        if min(new, old) >= GENUG and _apart(new, old) > ANDERE_GRENZE:
            yield merkmal, area, jahr


def _groups(found: Iterable[Beobachtung], katalog: Katalog) -> dict[Gruppe, float]:
    """The size of every group of people that something is counted in."""
    people = {one.id for one in katalog.merkmale if one.schwelle}
    named = (
        (katalog[one.indikator].nenner, one)
        for one in found
        if one.nenner and one.jahre == 1 and one.indikator in katalog
    )
    return {(name, one.gebiet, one.jahr): one.nenner for name, one in named if name in people and one.nenner}


def _apart(one: float, other: float) -> float:
    return abs(one - other) / max(one, other)


def _steady(known: Mapping[Gruppe, float], merkmal: str, top: GebietKey, jahr: int) -> bool:
    new, old = known.get((merkmal, top, jahr)), known.get((merkmal, top, jahr - 1))
    return bool(new and old and _apart(new, old) < STETIG)
