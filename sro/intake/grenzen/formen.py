"""The shapes in a file, with the coordinate system (CRS) in which they are meant."""

from __future__ import annotations

import warnings
from typing import Any

import geopandas
import pyogrio
from pyproj import CRS
from pyproj.exceptions import CRSError

from sro.intake.grenzen.datei import Art, Quelldatei, refuse
from sro.model.befund import Befund, Schwere

WGS84 = CRS.from_epsg(4326)


def read_shapes(
    source: Quelldatei, crs: str | None, layer: str | None
) -> tuple[geopandas.GeoDataFrame, tuple[Befund, ...]]:
    """All polygons with their attributes in the stated CRS, numbered from 1 (index); UnreadableError if there are none.

    `crs` overrules what the file states, which is told.
    """
    frame = _frame(source, _layer(source, layer))
    stated = _stated(source, frame)
    told = _parsed(source.name, crs, "--crs") if crs else None
    if told is None and stated is None:
        text = (
            "Die Datei nennt kein Koordinatensystem (bei Shapefiles fehlt die .prj). "
            "Bitte mit --crs angeben, etwa --crs 25832."
        )
        raise refuse(source.name, "crs_fehlt", text)
    befunde = []
    if told and stated and not told.equals(stated, ignore_axis_order=True):
        text = f"Die Datei nennt „{stated.name}“, gelesen wird sie wie angegeben als „{told.name}“."
        befunde.append(Befund("crs_ueberstimmt", text, Schwere.WARNUNG, source.name))
    polygons, left_out = _polygons(source, frame)
    return polygons.set_crs(told or stated, allow_override=True), (*befunde, *left_out)


def _layer(source: Quelldatei, layer: str | None) -> str | None:
    """The layer to be read: the one that was named, else the only one with shapes."""
    if source.art is not Art.GEOPACKAGE:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            layers = [str(name) for name, kind in pyogrio.list_layers(source.path) if kind is not None]
        except pyogrio.errors.DataSourceError as error:
            raise _broken(source, error) from error
    if layer in layers or (layer is None and len(layers) == 1):
        return layer or layers[0]
    if not layers:
        raise refuse(source.name, "ohne_flaechen", "Das GeoPackage enthält keine Kartenebene. Bitte neu exportieren.")
    wrong = f"hat keine Kartenebene „{layer}“" if layer else "enthält mehrere Kartenebenen"
    text = f"Das GeoPackage {wrong}; bitte eine mit --layer wählen: {', '.join(layers)}."
    raise refuse(source.name, "layer_unklar", text)


def _frame(source: Quelldatei, layer: str | None) -> geopandas.GeoDataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the reader warns of (unclosed rings, unknown CRS) is checked below
        try:
            read = geopandas.read_file(source.path, layer=layer, on_invalid="ignore")
        except Exception as error:  # the reader raises what its drivers raise
            raise _broken(source, error) from error
    if not isinstance(read, geopandas.GeoDataFrame):
        raise _without_areas(source, "gar keine Geometrie")
    return read


def _broken(source: Quelldatei, error: Exception) -> Exception:
    text = f"Die Datei lässt sich als {source.art} nicht lesen ({error}). Bitte vollständig neu exportieren."
    return refuse(source.name, "datei_kaputt", text)


def _stated(source: Quelldatei, frame: geopandas.GeoDataFrame) -> CRS | None:
    """What the file itself says; a GeoJSON that says nothing means EPSG:4326 (RFC 7946)."""
    if source.art is not Art.GEOJSON:
        crs = CRS(frame.crs) if frame.crs else None
        return crs if crs and (crs.is_geographic or crs.is_projected) else None  # "undefined" is no statement
    if "crs" not in source.kopf:
        return WGS84
    member: Any = source.kopf["crs"]
    name = member.get("properties", {}).get("name") if isinstance(member, dict) else None
    return _parsed(source.name, str(name), "Das Feld „crs“ der Datei") if name else None


def _parsed(name: str, text: str, where: str) -> CRS:
    try:
        return CRS.from_user_input(f"EPSG:{text}" if text.strip().isdigit() else text)
    except CRSError as error:
        told = (
            f"{where} nennt das unbekannte Koordinatensystem „{text[:60]}“. Bitte mit --crs angeben, etwa --crs 25832."
        )
        raise refuse(name, "crs_unbekannt", told) from error


def _polygons(source: Quelldatei, frame: geopandas.GeoDataFrame) -> tuple[geopandas.GeoDataFrame, tuple[Befund, ...]]:
    """The rows with polygons; points and lines beside them (labels, centre lines) are left out and counted."""
    frame.index = range(1, len(frame) + 1)
    frame.geometry = frame.geometry.force_2d()
    kinds = frame.geom_type.where(~(frame.geometry.isna() | frame.geometry.is_empty), "ohne Geometrie").fillna(
        "ohne Geometrie"
    )
    wanted = kinds.isin(["Polygon", "MultiPolygon", "GeometryCollection"])
    others = kinds[~wanted]
    counted = ", ".join(f"{n} × {GERMAN.get(kind, kind)}" for kind, n in others.value_counts().items())
    if not wanted.any():
        raise _without_areas(source, counted or "keine Objekte")
    if others.empty:
        return frame, ()
    text = f"Nur Flächen werden gelesen; ausgelassen wurden: {counted} (Objekte {_rows(others.index)})."
    return frame[wanted], (Befund("ohne_flaeche", text, Schwere.HINWEIS, source.name),)


GERMAN = {"Point": "Punkt", "MultiPoint": "Punkt", "LineString": "Linie", "MultiLineString": "Linie"}


def _without_areas(source: Quelldatei, found: str) -> Exception:
    text = f"Die Datei enthält keine Flächen, sondern {found}. Bitte die Umrisse als Polygone exportieren."
    return refuse(source.name, "ohne_flaechen", text)


def _rows(index: Any) -> str:
    return ", ".join(str(row) for row in list(index)[:10]) + (" …" if len(index) > 10 else "")
