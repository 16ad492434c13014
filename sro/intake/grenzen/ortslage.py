"""Do the shapes lie where the city lies? A wrong CRS shows here, and so does a wrong column."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely
from pyproj import CRS

from sro.intake.grenzen.formen import WGS84
from sro.intake.grenzen.lage import Lagen
from sro.intake.grenzen.woerter import flaeche, ort
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import GebietKey

GEBRAEUCHLICH = (4326, 25832, 25833, 4647, 31467, 31468, 3857)  # what German offices deliver
RAND = 0.005  # degrees (300 to 550 m) by which an area may leave its published extent
DRINNEN = 1 / 3  # share of an area that must lie in its published extent
ABWEICHUNG = 0.3  # share of the published area that is told
EARTH_RADIUS_KM = 6371.0


def check_place(frame: geopandas.GeoDataFrame, lagen: Lagen, file: str) -> list[Befund]:
    """One error where less than half of the shapes lie in the city, with the CRS in which they would."""
    if _lies_inside(frame, lagen):
        return []
    west, south, east, north = frame.total_bounds
    text = (
        f"Im Koordinatensystem „{frame.crs.name}“ liegen die Flächen nicht in {lagen.stadt.name}, "
        f"sondern bei {_where(frame, lagen)}"
    )
    return [
        Befund(
            "falsches_crs",
            f"{text}. {_remedy(frame, lagen)}",
            datei=file,
            wert=f"{west:.6g}, {south:.6g}, {east:.6g}, {north:.6g}",
        )
    ]


def check_areas(areas: dict[str, shapely.Geometry], ebene: str, lagen: Lagen, file: str) -> list[Befund]:
    """Areas (degrees) that lie elsewhere than published (error), or are much larger or smaller (warning)."""
    sizes = geopandas.GeoSeries(areas, crs=WGS84).to_crs(lagen.metres).area
    befunde = []
    for id, area in areas.items():
        key = GebietKey(ebene, id)
        name = f"{id} {lagen.stadt.gebiet(key).name}"
        extent, published = lagen.extent(key), lagen.flaeche(key)
        if extent is not None and _share_inside(area, extent) < DRINNEN:
            text = (
                f"{name} liegt in der Datei bei {_point(area)}, veröffentlicht ist {_point(extent)}. "
                "Bitte prüfen, ob die Spalte stimmt (--spalte), oder die Lage in gebiete.csv berichtigen."
            )
            befunde.append(Befund("lage_widerspricht", text, datei=file, wert=id))
        elif published and abs(sizes[id] - published) > ABWEICHUNG * published:
            text = (
                f"{name} hat in der Datei {flaeche(sizes[id])}, veröffentlicht sind {flaeche(published)}. "
                "Bitte prüfen, ob Gebiete zusammengelegt oder Wasserflächen anders gezählt sind."
            )
            befunde.append(Befund("flaeche_weicht_ab", text, Schwere.WARNUNG, file, wert=id))
    return befunde


def _lies_inside(frame: geopandas.GeoDataFrame, lagen: Lagen) -> bool:
    bounds = frame.geometry.to_crs(WGS84).bounds.to_numpy()
    boxes = [shapely.box(*row) if np.isfinite(row).all() else shapely.Polygon() for row in bounds]
    return 2 * int(shapely.intersects(boxes, lagen.rahmen).sum()) >= len(frame)


def _where(frame: geopandas.GeoDataFrame, lagen: Lagen) -> str:
    west, south, east, north = frame.geometry.to_crs(WGS84).total_bounds
    if (
        not np.isfinite([west, south, east, north]).all()
        or max(abs(south), abs(north)) > 90
        or max(abs(west), abs(east)) > 180
    ):
        west, south, east, north = frame.total_bounds
        return f"x = {west:.0f} bis {east:.0f}, y = {south:.0f} bis {north:.0f}"
    lat, lon = (south + north) / 2, (west + east) / 2
    return f"{ort(lat, lon)}, {_kilometres((lat, lon), lagen.stadt.mittelpunkt):.0f} km entfernt"


def _remedy(frame: geopandas.GeoDataFrame, lagen: Lagen) -> str:
    for turned in (False, True):
        for epsg in GEBRAEUCHLICH:
            if _lies_inside(_reread(frame, CRS.from_epsg(epsg), turned), lagen):
                if turned:
                    return (
                        "Bitte neu exportieren: Die beiden Koordinaten sind vertauscht (richtig: erst Ost, dann Nord)."
                    )
                return f"Das Koordinatensystem ist falsch angegeben; bitte mit --crs {epsg} einlesen."
    return "Bitte prüfen, ob es die richtige Datei ist, und das Koordinatensystem mit --crs angeben."


def _reread(frame: geopandas.GeoDataFrame, crs: CRS, turned: bool) -> geopandas.GeoDataFrame:
    shapes = (
        shapely.transform(frame.geometry.to_numpy(), lambda xy: xy[:, ::-1]) if turned else frame.geometry.to_numpy()
    )
    return geopandas.GeoDataFrame(geometry=shapes, crs=crs)


def _share_inside(area: shapely.Geometry, extent: shapely.Polygon) -> float:
    inside = shapely.intersection(area, shapely.box(*extent.buffer(RAND).bounds))
    return float(inside.area / area.area)


def _point(area: shapely.Geometry) -> str:
    return ort(area.centroid.y, area.centroid.x)


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two places (latitude, longitude in degrees)."""
    (a_lat, a_lon), (b_lat, b_lon) = np.radians(one), np.radians(other)
    half = np.sin((b_lat - a_lat) / 2) ** 2 + np.cos(a_lat) * np.cos(b_lat) * np.sin((b_lon - a_lon) / 2) ** 2
    return float(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))
