"""Places of statements: all that were said in one coarse cell stand at one point."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sro.akten.vergroebern import coarse
from sro.model.akte import Akte
from sro.model.aussage import Aussage, Valenz

MOST_LON, MOST_LAT = 180, 85  # degrees; beyond them no map shows anything


@dataclass(frozen=True)
class Fundort:
    """One cell of the grid with its statements; `lon` and `lat` are its middle, degrees in WGS 84."""

    lon: float
    lat: float
    aussagen: tuple[Akte[Aussage], ...]

    @property
    def id(self) -> str:
        return place_id(self.lon, self.lat)

    @property
    def zahlen(self) -> dict[Valenz, int]:
        """Statements by kind, in the order of the kinds; those that do not occur are 0."""
        return by_kind(self.aussagen)


@dataclass(frozen=True)
class Verortung:
    """Statements with a place, and those without one, which no map can show."""

    orte: tuple[Fundort, ...]
    ohne: tuple[Akte[Aussage], ...]

    @property
    def verortet(self) -> int:
        return sum(len(ort.aussagen) for ort in self.orte)

    def ort(self, ort_id: str | None) -> Fundort | None:
        return next((ort for ort in self.orte if ort.id == ort_id), None)


def verortung(akten: Iterable[Akte[Aussage]]) -> Verortung:
    """Statements by cell, cells from north to south and west to east. A point is coarsened once more: it costs nothing,

    and a point that came in some other way never shows a door.
    """
    cells: dict[tuple[float, float], list[Akte[Aussage]]] = {}
    without = []
    for akte in akten:
        point = _point(akte.inhalt)
        if point is None:
            without.append(akte)
        else:
            cells.setdefault(point, []).append(akte)
    ordered = sorted(cells, key=lambda point: (-point[1], point[0]))
    return Verortung(tuple(Fundort(*point, tuple(cells[point])) for point in ordered), tuple(without))


def place_of(aussage: Aussage) -> str | None:
    """The id of a statement's cell; None where it has no point."""
    point = _point(aussage)
    return place_id(*point) if point else None


def place_id(lon: float, lat: float) -> str:
    return f"{lon:.4f},{lat:.4f}"


def by_kind(akten: Iterable[Akte[Aussage]]) -> dict[Valenz, int]:
    """Statements by kind, in the order of the kinds."""
    counted = Counter(akte.inhalt.valenz for akte in akten)
    return {valenz: counted[valenz] for valenz in Valenz}


def _point(aussage: Aussage) -> tuple[float, float] | None:
    lon, lat = aussage.lon, aussage.lat
    if lon is None or lat is None or not (math.isfinite(lon) and math.isfinite(lat)):
        return None
    return coarse(lon, lat) if abs(lon) <= MOST_LON and abs(lat) <= MOST_LAT else None
