"""Boundaries as files: GeoJSON in EPSG:4326, written all at once; coarser levels dissolved along with them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from pyproj import Geod

from sro.intake.grenzen.formen import WGS84
from sro.intake.grenzen.lage import Lagen
from sro.intake.grenzen.woerter import german
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import Stadt
from sro.store.dateien import write_whole
from sro.store.grenzen import imported_file

ERDE = Geod(ellps="GRS80")
DEZIMALEN = 6  # about ten centimetres
MAX_BYTES = 400_000  # what a browser should have to fetch for one level
TOLERANZEN = (2, 5, 10, 20, 50, 100, 200)  # metres, tried in turn until the file is small enough
SPLITTER = 1000.0  # m²: holes between areas that vanish when they are dissolved


@dataclass(frozen=True, slots=True)
class Blatt:
    """The boundaries of one level, ready to be written (degrees)."""

    ebene: str
    areas: dict[str, shapely.Geometry]
    quelle: str
    schematisch: bool = False
    abgeleitet: str | None = None

    def text(self) -> str:
        head: dict[str, Any] = {
            "type": "FeatureCollection",
            "ebene": self.ebene,
            "schematisch": self.schematisch,
            "quelle": self.quelle,
        }
        if self.abgeleitet:
            head["abgeleitet"] = self.abgeleitet
        features = ",\n".join(_feature(id, area) for id, area in self.areas.items())
        return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "features": [\n{features}\n]}}\n'


def _feature(id: str, area: shapely.Geometry) -> str:
    geometry = json.loads(shapely.to_geojson(shapely.orient_polygons(_rounded(area))))
    return json.dumps({"type": "Feature", "properties": {"id": id}, "geometry": geometry}, separators=(",", ":"))


def _rounded(area: shapely.Geometry) -> shapely.Geometry:
    """Every point rounded for itself, so that lines which two areas share stay the same; valid as before."""
    rounded = shapely.remove_repeated_points(shapely.transform(area, lambda points: np.round(points, DEZIMALEN)))
    return rounded if rounded.is_valid else shapely.set_precision(area, 10**-DEZIMALEN)


def slimmed(blatt: Blatt, lagen: Lagen) -> tuple[Blatt, list[Befund]]:
    """The same boundaries with fewer points where the file would be larger than 400 kB; shared lines stay shared."""
    size = len(blatt.text().encode())
    if size <= MAX_BYTES:
        return blatt, []
    rounded = {id: _rounded(area) for id, area in blatt.areas.items()}  # shared points become equal points
    metric = geopandas.GeoSeries(rounded, crs=WGS84).to_crs(lagen.metres)
    for metres in TOLERANZEN:
        lighter = geopandas.GeoSeries(
            shapely.coverage_simplify(metric.to_numpy(), metres), metric.index, crs=metric.crs
        )
        areas = dict(lighter.make_valid().to_crs(WGS84).items())
        blatt = Blatt(blatt.ebene, areas, blatt.quelle, blatt.schematisch, blatt.abgeleitet)
        if len(blatt.text().encode()) <= MAX_BYTES:
            break
    text = (
        f"Die Grenzen wurden auf {metres} m genau vereinfacht, damit die Karte schnell lädt "
        f"({german(size / 1000, 0)} kB → {german(len(blatt.text().encode()) / 1000, 0)} kB)."
    )
    return blatt, [Befund("vereinfacht", text, Schwere.HINWEIS)]


def derived(blatt: Blatt, stadt: Stadt) -> tuple[list[Blatt], list[Befund]]:
    """The coarser levels that were not delivered themselves, dissolved; only where every area is complete."""
    blaetter: list[Blatt] = []
    befunde: list[Befund] = []
    finer = blatt
    for ebene in reversed(stadt.ebenen[: stadt.ebene(blatt.ebene).rang]):
        parts = {g.id: [finer.areas.get(c.id) for c in stadt.children(g.key)] for g in stadt.of_level(ebene.id)}
        if any(part is None for found in parts.values() for part in found):
            text = f"Die Ebene {ebene.name} wurde nicht abgeleitet, weil Gebiete fehlen."
            return blaetter, [*befunde, Befund("nicht_abgeleitet", text, Schwere.HINWEIS)]
        unions = {id: _dissolved(found) for id, found in parts.items()}
        finer = Blatt(ebene.id, unions, blatt.quelle, blatt.schematisch, abgeleitet=blatt.ebene)
        if not delivered(ebene.id):
            blaetter.append(finer)
            text = (
                f"Die Grenzen der Ebene {ebene.name} wurden aus der Ebene {stadt.ebene(blatt.ebene).name} abgeleitet."
            )
            befunde.append(Befund("abgeleitet", text, Schwere.HINWEIS))
    return blaetter, befunde


def delivered(ebene: str) -> bool:
    """Whether boundaries of a level were imported themselves, not derived from another level."""
    path = imported_file(ebene)
    return path.is_file() and "abgeleitet" not in json.loads(path.read_text(encoding="utf-8"))


def _dissolved(parts: list[Any]) -> shapely.Geometry:
    """The union, without the slivers that separate digitising leaves between neighbours."""
    union = shapely.get_parts(shapely.union_all(parts))
    kept = [shapely.Polygon(p.exterior, [r for r in p.interiors if _square_metres(r) > SPLITTER]) for p in union]
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)


def _square_metres(ring: shapely.LinearRing) -> float:
    return abs(float(ERDE.geometry_area_perimeter(shapely.Polygon(ring))[0]))


def write(blaetter: list[Blatt], *, wer: Akteur) -> tuple[Path, ...]:
    """Writes all levels or none; OSError where there is no place for them. NichtErlaubt for whoever may not."""
    wer.require(Rolle.PLANUNG)
    return write_whole({imported_file(blatt.ebene): blatt.text() for blatt in blaetter})


def reset(stadt: Stadt, ebene: str | None = None, *, wer: Akteur) -> tuple[Path, ...]:
    """Removes the imported boundaries of a level (None: of all) and what was derived from them.

    NichtErlaubt for whoever may not.
    """
    wer.require(Rolle.PLANUNG)
    removed = []
    for level in stadt.ebenen:
        path = imported_file(level.id)
        if path.is_file():
            origin = json.loads(path.read_text(encoding="utf-8")).get("abgeleitet")
            if ebene in (None, level.id, origin):
                path.unlink()
                removed.append(path)
    return tuple(removed)
