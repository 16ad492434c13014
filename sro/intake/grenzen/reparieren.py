"""One valid shape per area: invalid polygons repaired, several rows for one area joined where that was asked for."""

from __future__ import annotations

from collections import defaultdict

import geopandas
import shapely

from sro.intake.grenzen.formen import WGS84
from sro.intake.grenzen.lage import Lagen
from sro.intake.grenzen.woerter import flaeche, german
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import GebietKey

UNMERKLICH, UNTRAGBAR = 0.001, 0.05  # shares of the area that a repair may change silently, and at all


def repair(
    frame: geopandas.GeoDataFrame, names: dict[int, str], lagen: Lagen, file: str
) -> tuple[geopandas.GeoSeries, list[Befund]]:
    """The shapes in EPSG:4326 by row, polygons only and valid; `names` says what to call a row.

    A ring that crosses itself at a spike loses next to nothing: repaired, and told. A bow-tie, whose halves cancel
    out, does not say which area was meant: it blocks where the repair changes more than 5 % of the area.
    """
    metric = frame.geometry.to_crs(lagen.metres)
    befunde = []
    repaired = {}
    for row, shape in metric.items():
        mended = _only_polygons(
            shape if shape.is_valid else shapely.make_valid(shape, method="structure", keep_collapsed=False)
        )
        repaired[row] = mended
        if not shape.is_valid or mended.is_empty:
            befunde.append(_told(int(row), names[int(row)], shape, mended, file))
    return geopandas.GeoSeries(repaired, crs=lagen.metres).to_crs(WGS84), befunde


def _told(row: int, name: str, before: shapely.Geometry, after: shapely.Geometry, file: str) -> Befund:
    change = abs(after.area - before.area) / max(after.area, before.area, 1.0)
    reason = f"{row}. Objekt ({name}): Das Polygon ist ungültig ({_reason(before)})"
    if after.area < 1 or change > UNTRAGBAR:
        text = (
            f"{reason}; eine Reparatur änderte die Fläche von {flaeche(before.area)} auf {flaeche(after.area)}. "
            "Bitte den Umriss im GIS berichtigen."
        )
        return Befund("polygon_unbrauchbar", text, datei=file, zeile=row, wert=name)
    schwere = Schwere.HINWEIS if change <= UNMERKLICH else Schwere.WARNUNG
    text = f"{reason}; es wurde repariert, die Fläche änderte sich um {german(change * 100, 2)} %."
    return Befund("polygon_repariert", text, schwere, file, row, wert=name)


def _reason(shape: shapely.Geometry) -> str:
    reason = shapely.is_valid_reason(shape).split("[")[0].strip()
    return REASON.get(reason, reason)


REASON = {
    "Self-intersection": "der Umriss kreuzt sich selbst",
    "Ring Self-intersection": "der Umriss berührt sich selbst",
    "Hole lies outside shell": "eine Aussparung liegt außerhalb",
    "Nested shells": "Teilflächen liegen ineinander",
    "Duplicate Rings": "ein Umriss kommt doppelt vor",
    "Too few points in geometry component": "zu wenige Punkte",
    "Interior is disconnected": "das Innere ist zerschnitten",
    "Valid Geometry": "ohne Fläche",
}


def _only_polygons(shape: shapely.Geometry) -> shapely.Geometry:
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    parts = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts) if parts else shapely.Polygon()


def one_per_area(
    shapes: geopandas.GeoSeries, ids: dict[int, str], ebene: str, lagen: Lagen, join: bool, file: str
) -> tuple[dict[str, shapely.Geometry], list[Befund]]:
    """The shape of every area that the rows name, in the order of the city.

    Several rows for one area are an error that names them, unless `join` says that they are its parts.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for row, id in sorted(ids.items()):
        rows[id].append(row)
    areas, befunde = {}, []
    for gebiet in lagen.stadt.of_level(ebene):
        found = rows.get(gebiet.id, [])
        if found:
            areas[gebiet.id] = shapely.union_all([shapes[row] for row in found]) if len(found) > 1 else shapes[found[0]]
        if len(found) > 1:
            befunde.append(_doubled(gebiet.key, gebiet.name, found, join, file))
    return areas, befunde


def _doubled(key: GebietKey, name: str, rows: list[int], join: bool, file: str) -> Befund:
    listed = ", ".join(str(row) for row in rows)
    if join:
        text = f"{key.id} {name}: Die Objekte {listed} wurden zu einem Gebiet zusammengefasst."
        return Befund("gebiet_zusammengefasst", text, Schwere.HINWEIS, file, rows[0], wert=key.id)
    text = (
        f"{key.id} {name} kommt mehrfach vor (Objekte {listed}). "
        "Bitte eines entfernen oder, wenn es Teilflächen sind, --zusammenfassen angeben."
    )
    return Befund("gebiet_doppelt", text, datei=file, zeile=rows[1], wert=key.id)
