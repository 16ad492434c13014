"""Published facts about where the areas of a city lie, from the optional columns of gebiete.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyproj import CRS
from shapely import Polygon, box

from sro.model.gebiet import GebietKey, Stadt
from sro.reference.places import city_folder
from sro.reference.stadtordner import read_areas

SPIELRAUM = 0.05  # degrees (3 to 5 km) by which a city may reach beyond its published extent
UNBEKANNT = 0.5  # degrees around the middle of a city whose extent is not published


@dataclass(frozen=True)
class Lage:
    """What is published about one area: extent in degrees, area in m², OSM relation; None where it is not."""

    extent: Polygon | None
    flaeche: float | None
    relation: int | None


class Lagen:
    """The facts about all areas of a city; a coarser area's extent is that of all areas that it contains."""

    def __init__(self, stadt: Stadt, known: dict[GebietKey, Lage]) -> None:
        self.stadt = stadt
        self._known = known

    def extent(self, key: GebietKey) -> Polygon | None:
        """The rectangle (degrees) around an area; None where it is not published."""
        own = self._known[key].extent if key in self._known else None
        if own:
            return own
        parts = [self.extent(child.key) for child in self.stadt.children(key)]
        rectangles = [part for part in parts if part is not None]
        if not parts or len(rectangles) < len(parts):
            return None
        wests, souths, easts, norths = zip(*(part.bounds for part in rectangles), strict=True)
        return box(min(wests), min(souths), max(easts), max(norths))

    def flaeche(self, key: GebietKey) -> float | None:
        return self._known[key].flaeche if key in self._known else None

    def relation(self, key: GebietKey) -> int | None:
        return self._known[key].relation if key in self._known else None

    @property
    def rahmen(self) -> Polygon:
        """The rectangle (degrees) in which everything of the city must lie."""
        extent = self.extent(self.stadt.oberste.key)
        lat, lon = self.stadt.mittelpunkt
        west, south, east, north = extent.bounds if extent else (lon, lat, lon, lat)
        margin = SPIELRAUM if extent else UNBEKANNT
        return box(west - margin, south - margin, east + margin, north + margin)

    @property
    def metres(self) -> CRS:
        """A projection around the middle of the city, equal in area, in metres."""
        lat, lon = self.stadt.mittelpunkt
        return CRS.from_proj4(f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m")


def read_lagen(stadt: Stadt) -> Lagen:
    """The facts in gebiete.csv of the city's folder."""
    return Lagen(stadt, _read(city_folder()))


@lru_cache(maxsize=4)
def _read(folder: Path) -> dict[GebietKey, Lage]:
    return {GebietKey(row["ebene"], row["id"]): _lage(row) for row in read_areas(folder)}


def _lage(row: dict[str, str]) -> Lage:
    sides = [row.get(side) for side in ("west", "sued", "ost", "nord")]
    flaeche, relation = row.get("flaeche_km2"), row.get("osm_relation")
    return Lage(
        extent=box(*(float(side) for side in sides if side)) if all(sides) else None,
        flaeche=float(flaeche) * 1e6 if flaeche else None,
        relation=int(relation) if relation else None,
    )
