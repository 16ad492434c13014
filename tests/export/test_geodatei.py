"""Files for a GIS, read back as a GIS does."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import pandas as pd
import pyogrio

from sro.export.codebuch import codebook
from sro.export.geodatei import geojson, gpkg
from sro.export.spalten import SPALTEN
from sro.model.wert import Status
from tests.beispiele import ANTEIL
from tests.export.mitgift import BEIGABE, KATALOG, STADTTEILE, beobachtet, umrisse

BUCH = codebook([ANTEIL], KATALOG, BEIGABE)


def read(tmp_path: Path) -> tuple[geopandas.GeoDataFrame, Path]:
    path = tmp_path / "karte.gpkg"
    path.write_bytes(gpkg(beobachtet(), ANTEIL, umrisse(), BEIGABE, BUCH))
    return geopandas.read_file(path, layer="stadtteil"), path


def test_geopackage_has_the_areas_in_wgs84_with_hidden_values_as_null(tmp_path: Path) -> None:
    layer, _ = read(tmp_path)
    assert layer.crs.to_epsg() == 4326
    assert list(layer["gebiet_id"]) == [g.id for g in STADTTEILE]  # without the city, which has no outline here
    assert list(layer["status"]) == [s.value for s in Status]
    assert list(layer["wert"].isna()) == [False, False, True, True, True]
    assert list(layer["zaehler"].isna()) == [False, False, True, True, False]
    assert layer["wert"][1] == 0
    assert set(layer.geom_type) == {"MultiPolygon"}


def test_geopackage_has_short_typed_fields(tmp_path: Path) -> None:
    _, path = read(tmp_path)
    info = pyogrio.read_info(path, layer="stadtteil")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert {types[name] for name in ("wert", "zaehler", "unten_95")} == {"OFTReal"}
    assert types["gebiet_id"] == "OFTString"
    assert types["jahr"].startswith("OFTInteger")
    assert all(len(name) <= 14 for name in types)


def test_geopackage_says_where_it_comes_from(tmp_path: Path) -> None:
    layer, path = read(tmp_path)
    metadata = pyogrio.read_info(path, layer="stadtteil")["layer_metadata"]
    assert metadata["DATENSTAND"] == "3"
    assert "dl-de/by-2-0" in metadata["LIZENZ"]
    assert "Synthetische Daten" in metadata["HINWEISE"]
    assert "keine amtlichen Grenzen" in metadata["HINWEISE"]
    assert set(layer["schematisch"]) == {True}
    book = pyogrio.read_dataframe(path, layer="codebuch")
    assert set(book["name"]) >= {spalte.titel for spalte in SPALTEN} | {"Datenstand", "Lizenz", "Definition"}


def test_a_map_without_any_value_is_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "leer.gpkg"
    path.write_bytes(gpkg([], ANTEIL, umrisse(), BEIGABE, BUCH))
    assert len(geopandas.read_file(path, layer="stadtteil")) == 0


def test_geojson_and_geopackage_have_the_same_values(tmp_path: Path) -> None:
    layer, _ = read(tmp_path)
    features = json.loads(geojson(beobachtet(), ANTEIL, umrisse(), BEIGABE))["features"]
    for name in ("gebiet_id", "status", "zaehler", "nenner", "wert", "unten_95", "oben_95"):
        packed = [None if pd.isna(value) else value for value in layer[name]]
        assert [feature["properties"][name] for feature in features] == packed
