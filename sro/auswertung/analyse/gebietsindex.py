"""A Sozialindex of the areas of a level in one year, with what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sro.auswertung.gebietswerte import alphabetical, area_values
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet, GebietKey
from sro.stats.sozialindex import Indexwert, Komponente, Sozialindex, social_index
from sro.stats.standardisiert import Luecke


@dataclass(frozen=True)
class Gebietsindex:
    """`zeilen`: every area in the order of the alphabet with its index or what it lacks."""

    komponenten: tuple[Komponente, ...]
    ebene: str
    jahr: int
    index: Sozialindex
    zeilen: tuple[tuple[Gebiet, Indexwert | Luecke], ...]


def area_index(werk: Zahlenwerk, komponenten: Sequence[Komponente], ebene: str, jahr: int) -> Gebietsindex:
    """The index of one year; refusals are in `index.grund`."""
    areas = alphabetical(werk.stadt, ebene)
    seen = [b for k in komponenten for b in area_values(werk, k.indikator, ebene, jahr).beobachtungen]
    found = social_index(komponenten, [area.key for area in areas], seen)
    by_area: dict[GebietKey, Indexwert | Luecke] = {one.gebiet: one for one in found.werte}
    by_area.update(found.ohne)
    rows = tuple((area, by_area[area.key]) for area in areas if area.key in by_area)
    return Gebietsindex(tuple(komponenten), ebene, jahr, found, rows)
