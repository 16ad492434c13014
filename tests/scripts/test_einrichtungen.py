"""The bundled list: reproducible, everywhere, evidently made up, and clean to our own rules."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import Point, shape

from sro.cli.demo import DEMO, EINRICHTUNGEN, fill_facilities
from sro.intake.einrichtungen import prepare
from sro.model.einrichtung import Einrichtung, Einrichtungsart, in_area
from sro.reference.city import city
from sro.reference.places import ROOT
from sro.store import Store, open_store

FILE = DEMO / EINRICHTUNGEN


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}")


@pytest.fixture
def facilities(store: Store) -> tuple[Einrichtung, ...]:
    vorschau = prepare(FILE, store=store, stadt=city())
    assert vorschau.befunde == ()
    return vorschau.einrichtungen


def test_the_script_writes_the_bundled_file(tmp_path: Path) -> None:
    out = tmp_path / "liste.csv"
    subprocess.run([sys.executable, "scripts/einrichtungen.py", "--out", str(out)], cwd=ROOT, check=True)
    assert out.read_bytes() == FILE.read_bytes()


def test_every_name_and_provider_says_that_it_is_made_up(facilities: tuple[Einrichtung, ...]) -> None:
    assert all(one.synthetisch and one.name.startswith("Beispiel-") for one in facilities)
    assert [one.traeger for one in facilities if "Beispiel" not in one.traeger and "beispiel" not in one.traeger] == []
    assert [name for name, times in Counter(one.name for one in facilities).items() if times > 1] == []


def test_a_place_lies_in_its_area_and_no_office_of_help_has_one(facilities: tuple[Einrichtung, ...]) -> None:
    placed = [one for one in facilities if one.ort]
    assert {len(one.gebiete) for one in placed} == {1}
    assert [one for one in placed if one.art is Einrichtungsart.HZE] == []
    content = json.loads((ROOT / "geodata" / "luebeck" / "grenzen" / "stadtbezirk.geojson").read_text(encoding="utf-8"))
    outlines = {one["properties"]["id"]: shape(one["geometry"]) for one in content["features"]}
    assert [one for one in placed if one.ort and not outlines[one.gebiete[0].id].contains(Point(*_degrees(one)))] == []


def _degrees(one: Einrichtung) -> tuple[float, float]:
    assert one.ort
    return one.ort.lon, one.ort.lat


def test_every_area_has_some_and_the_large_ones_have_more(facilities: tuple[Einrichtung, ...]) -> None:
    counts = {area.id: len(in_area(facilities, area.key, city())) for area in city().of_level("stadtbezirk")}
    assert len(counts) == 35
    assert min(counts.values()) >= 1
    assert max(counts, key=lambda id: counts[id]) == "02", "the most young people live there"


def test_all_kinds_that_planning_lists_occur(facilities: tuple[Einrichtung, ...]) -> None:
    kinds = Counter(one.art for one in facilities)
    assert set(kinds) == set(Einrichtungsart) - {Einrichtungsart.SONSTIGE}
    assert kinds[Einrichtungsart.KITA] > kinds[Einrichtungsart.GRUNDSCHULE] > kinds[Einrichtungsart.FOERDERZENTRUM]


def test_it_fills_an_empty_store_and_never_replaces_a_list(store: Store, tmp_path: Path) -> None:
    fill_facilities(store, tmp_path / "nicht_da.csv")
    assert store.einrichtungen() is None
    fill_facilities(store, FILE)
    fill_facilities(store, FILE)
    assert store.einrichtungen_stand() == 1
    found = store.einrichtungen()
    assert found is not None
    assert found.synthetisch
