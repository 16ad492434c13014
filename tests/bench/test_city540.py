import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import shape
from shapely.ops import unary_union

from bench import city540
from sro.reference.catalogue import catalogue
from sro.reference.city import read_city


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city540")
    city540.write(folder)
    return folder


def outlines(folder: Path, ebene: str):
    content = json.loads((folder / "stadt" / "grenzen" / f"{ebene}.geojson").read_text())
    return {feature["properties"]["id"]: shape(feature["geometry"]) for feature in content["features"]}


def test_is_a_city_of_540_bezirke(folder: Path):
    stadt = read_city(folder / "stadt")
    assert [len(stadt.of_level(ebene.id)) for ebene in stadt.ebenen] == [1, 27, 540]
    assert set(outlines(folder, "stadtbezirk")) == {gebiet.id for gebiet in stadt.of_level("stadtbezirk")}


def test_outlines_are_valid_and_fit_together(folder: Path):
    bezirke, stadt = outlines(folder, "stadtbezirk"), outlines(folder, "stadt")["00"]
    assert all(outline.is_valid for outline in bezirke.values())
    together = unary_union(list(bezirke.values()))
    assert together.geom_type == "Polygon"
    assert together.equals(stadt)
    assert sum(outline.area for outline in bezirke.values()) == pytest.approx(stadt.area)


def test_figures_add_up_and_say_that_they_are_synthetic(folder: Path):
    with (folder / "zahlen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sums: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        sums[row["indikator_id"], row["zeit"], row["ebene"]] += int(row["zaehler"])
    for indikator in city540.suitable(catalogue()):
        levels = {sums[indikator.id, "2024", ebene] for ebene in indikator.ebenen}
        assert len(levels) == 1
        assert levels != {0}
    assert {row["herkunft"] for row in rows} == {"synthetisch"}


def test_same_bytes_at_every_run(folder: Path, tmp_path: Path):
    city540.write(tmp_path)
    for path in sorted(folder.rglob("*.*")):
        assert path.read_bytes() == (tmp_path / path.relative_to(folder)).read_bytes()


def test_there_are_enough_indicators_to_change_between():
    assert len(city540.suitable(catalogue())) == city540.INDICATORS
