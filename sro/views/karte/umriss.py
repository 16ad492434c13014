"""Outlines of areas as paths of an SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from sro.views.theme import Theme

Grenzen = Mapping[str, Any]  # a GeoJSON FeatureCollection in WGS 84; a feature's property "id" is the area's id
Ring = list[list[float]]  # positions: longitude, latitude


@dataclass(frozen=True, slots=True)
class Projektion:
    """Equirectangular with true shape at the middle: at the size of a city nobody sees the difference."""

    west: float
    north: float
    shrink: float  # of a degree of longitude against one of latitude
    scale: float  # pixels a degree of latitude

    def __call__(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.shrink * self.scale, (self.north - lat) * self.scale


def outlines(grenzen: Grenzen) -> dict[str, list[Ring]]:
    """The rings of each area by its id."""
    return {feature["properties"]["id"]: list(_rings(feature["geometry"])) for feature in grenzen["features"]}


def fit(rings: Iterable[Ring], width: float, height: float) -> tuple[Projektion, float, float]:
    """The projection that fills the room, and the pixels that the rings then take."""
    lons, lats = zip(*(position[:2] for ring in rings for position in ring), strict=True)
    shrink = cos(radians((min(lats) + max(lats)) / 2))
    wide, tall = (max(lons) - min(lons)) * shrink, max(lats) - min(lats)
    scale = min(width / wide, height / tall)
    return Projektion(min(lons), max(lats), shrink, scale), wide * scale, tall * scale


def path(rings: Iterable[Ring], projektion: Projektion) -> str:
    """The `d` of a <path>; points closer than half a pixel to the one before are left out."""
    return "".join(_closed(ring, projektion) for ring in rings)


def svg_borders(rings: Iterable[Ring], projektion: Projektion, theme: Theme, unit: float = 1) -> str:
    """The lines between areas, over their fills: a fine one in a wider one, dark and light, so that one of the two is
    seen beside every fill. `unit` is what stands for a pixel.
    """
    drawn = path(rings, projektion)
    looks = ((theme.border, 2.4), (theme.ink, 0.7))
    lines = "".join(f'<path d="{drawn}" stroke="{c}" stroke-width="{w * unit:g}"/>' for c, w in looks)
    return f'<g fill="none" stroke-linejoin="round">{lines}</g>'


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def _closed(ring: Ring, projektion: Projektion) -> str:
    points: list[tuple[float, float]] = []
    for x, y in (projektion(*position[:2]) for position in ring):
        if not points or abs(x - points[-1][0]) + abs(y - points[-1][1]) >= 0.5:
            points.append((x, y))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
