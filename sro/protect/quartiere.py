"""How figures of Quartiere hang together with those of areas: sums that stadt.yaml names, and what a map tells anybody.

A Quartier lies within its `gebiete`: all of them together are the Quartier and a rest. Nobody delivers that rest, but
whoever has both figures has it too, so few people in it are protected like any few. Where several areas contain the
Quartier, they are first added up. Two Quartiere of which nobody said how they lie to each other have no relation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sro.model.gebiet import GebietKey, Stadt
from sro.model.quartier import QUARTIER, Quartier, Raumsumme


class Aufteilung(NamedTuple):
    """`ganzes` is the sum of `teile`; of interest once one of the Quartiere `wenn` has a figure."""

    ganzes: GebietKey
    teile: tuple[GebietKey, ...]
    wenn: frozenset[GebietKey]


def aufteilungen(stadt: Stadt) -> Iterator[Aufteilung]:
    for summe in stadt.raumsummen:
        rest = (_rest(summe.ganzes, summe.teile),) if summe.mit_rest else ()
        yield Aufteilung(summe.ganzes, (*summe.teile, *rest), frozenset(r for r in summe.raeume if r.ebene == QUARTIER))
    for quartier in stadt.quartiere:
        key, gebiete = GebietKey(QUARTIER, quartier.id), _aeusserste(quartier, stadt)
        if any(_sagt_mehr(summe, key, gebiete) for summe in stadt.raumsummen):
            continue
        ganzes = gebiete[0] if len(gebiete) == 1 else _genannt(" + ".join(map(_name, gebiete)))
        if len(gebiete) > 1:
            yield Aufteilung(ganzes, gebiete, frozenset({key}))
        yield Aufteilung(ganzes, (key, _rest(ganzes, (key,))), frozenset({key}))


def _aeusserste(quartier: Quartier, stadt: Stadt) -> tuple[GebietKey, ...]:
    """The areas that contain it, without those that lie in another of them."""
    alle = dict.fromkeys(quartier.gebiete)
    return tuple(g for g in alle if not any(g != anderes and stadt.touches(g, anderes) for anderes in alle))


def _sagt_mehr(summe: Raumsumme, quartier: GebietKey, gebiete: tuple[GebietKey, ...]) -> bool:
    """Whether a sum says already that the Quartier lies in these areas."""
    if quartier == summe.ganzes:
        return not summe.mit_rest and set(summe.teile) == set(gebiete)
    return quartier in summe.teile and gebiete == (summe.ganzes,)


def _rest(ganzes: GebietKey, ohne: tuple[GebietKey, ...]) -> GebietKey:
    return _genannt(f"{_name(ganzes)} ohne {' und '.join(map(_name, ohne))}")


def _name(raum: GebietKey) -> str:
    return raum.id if raum.ebene == QUARTIER else f"{raum.ebene} {raum.id}"


def _genannt(name: str) -> GebietKey:
    """A piece of the city that nobody delivers figures of."""
    return GebietKey(QUARTIER, name)
