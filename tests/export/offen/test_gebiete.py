from __future__ import annotations

import json
from dataclasses import replace

import pytest
from shapely.geometry import shape

from sro.export.offen.gebiete import areas_geojson, licence_of, values_geojson
from sro.model.wert import Status
from sro.reference.herausgabe import LIZENZEN
from tests.beispiele import ANTEIL
from tests.export.mitgift import BEIGABE, LUEBECK, STADTTEILE, VORLAGE, beobachtet, umrisse


def test_areas_without_figures() -> None:
    content = json.loads(areas_geojson([LUEBECK, *STADTTEILE], umrisse(), BEIGABE))
    assert [f["id"] for f in content["features"]] == [f"stadtteil:{g.id}" for g in STADTTEILE]
    assert content["features"][3]["properties"]["gebiet_id"] == "04"
    assert content["features"][3]["properties"]["teil_von_id"] == "00"
    assert not content["synthetisch"]
    assert all(shape(f["geometry"]).is_valid for f in content["features"])


def test_values_with_their_status_source_and_notes() -> None:
    content = json.loads(values_geojson(beobachtet(), ANTEIL, umrisse(), BEIGABE))
    found = [f["properties"] for f in content["features"]]
    assert [p["status"] for p in found] == [s.value for s in Status]
    assert [p["wert"] for p in found] == [pytest.approx(13.711111), 0, None, None, None]
    assert {(p["synthetisch"], p["schematisch"], p["lizenz"], p["datenstand"]) for p in found} == {
        (True, True, "dl-de/by-2-0", 3)
    }
    assert content["synthetisch"]
    assert content["hinweise"][0] == "Synthetische Daten – keine echten Zahlen"
    assert content["hinweise"][-1] == "Schematische Karte, keine amtlichen Grenzen"


def test_boundaries_have_a_licence_of_their_own() -> None:
    osm, office = umrisse("© OpenStreetMap-Mitwirkende (ODbL)", False), umrisse("Vermessung", False)
    assert licence_of(umrisse(), VORLAGE) == VORLAGE.lizenz
    assert licence_of(osm, VORLAGE) == LIZENZEN["odbl"]
    assert licence_of(office, VORLAGE) is None
    assert licence_of(office, replace(VORLAGE, lizenz_grenzen=LIZENZEN["dl-de/zero-2-0"])) == LIZENZEN["dl-de/zero-2-0"]
