"""The bundled schematic map: what it promises, and that the script makes exactly what is bundled."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import geopandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts import mosaik
from sro.reference.city import city
from sro.reference.places import ROOT

FOLDER = ROOT / "geodata" / "luebeck"
PRIWALL = "33"


@pytest.fixture(scope="module")
def built() -> tuple[mosaik.Mosaik, dict[str, str]]:
    return mosaik.build(FOLDER)


@pytest.fixture(scope="module")
def bezirke() -> geopandas.GeoDataFrame:
    """The bundled Stadtbezirke in metres."""
    frame = geopandas.read_file(FOLDER / "grenzen" / "stadtbezirk.geojson")
    return frame.set_index("id").to_crs(25832)


@pytest.fixture(scope="module")
def facts() -> dict[str, dict[str, str]]:
    with (FOLDER / "gebiete.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file) if row["ebene"] == "stadtbezirk"}


def test_the_script_makes_exactly_what_is_bundled(built: tuple[mosaik.Mosaik, dict[str, str]]) -> None:
    for ebene, text in built[1].items():
        assert (FOLDER / "grenzen" / f"{ebene}.geojson").read_text(encoding="utf-8") == text, ebene


def test_nine_tenths_of_the_neighbourhoods_are_kept_and_none_invented(
    built: tuple[mosaik.Mosaik, dict[str, str]],
) -> None:
    assert built[0].kept() >= 0.9
    assert built[0].invented() == 0


def test_every_level_is_complete() -> None:
    counts = {}
    for ebene in city().ebenen:
        frame = geopandas.read_file(FOLDER / "grenzen" / f"{ebene.id}.geojson")
        assert list(frame["id"]) == [g.id for g in city().of_level(ebene.id)]
        assert frame.is_valid.all()
        counts[ebene.id] = len(frame)
    assert counts == {"stadt": 1, "stadtteil": 10, "stadtbezirk": 35}


def test_every_bezirk_is_one_piece_without_gaps_or_overlaps(bezirke: geopandas.GeoDataFrame) -> None:
    assert set(bezirke.geom_type) == {"Polygon"}
    assert bezirke.is_valid_coverage()
    mainland = bezirke.drop(PRIWALL).union_all()
    assert mainland.geom_type == "Polygon"
    assert not mainland.interiors
    assert bezirke.geometry[PRIWALL].distance(mainland) > 100


def test_areas_and_places_are_right(bezirke: geopandas.GeoDataFrame, facts: dict[str, dict[str, str]]) -> None:
    for id, row in facts.items():
        assert abs(bezirke.area[id] - float(row["flaeche_km2"]) * 1e6) < mosaik.ZELLE_M2 * 0.6, id
        point = geopandas.GeoSeries.from_xy([float(row["lon"])], [float(row["lat"])], crs=4326).to_crs(25832)[0]
        assert bezirke.geometry[id].centroid.distance(point) < 1200, id


def test_coarser_levels_are_the_union_of_the_finer(bezirke: geopandas.GeoDataFrame) -> None:
    teile = geopandas.read_file(FOLDER / "grenzen" / "stadtteil.geojson").set_index("id").to_crs(25832)
    for teil in city().of_level("stadtteil"):
        children = [child.id for child in city().children(teil.key)]
        assert teile.area[teil.id] == pytest.approx(bezirke.area[children].sum(), rel=1e-9)


def lagen(sizes: list[int]) -> Iterator[mosaik.Lage]:
    """A row of areas, each beside the next."""
    x = 0.0
    for n, size in enumerate(sizes):
        side = size**0.5 + 1
        nachbarn = {str(m) for m in (n - 1, n + 1) if 0 <= m < len(sizes)}
        yield mosaik.Lage(str(n), (x + side / 2, 0), x, -side / 2, x + side, side / 2, size, frozenset(nachbarn))
        x += side


@settings(max_examples=15, deadline=None)
@given(sizes=st.lists(st.integers(3, 25), min_size=2, max_size=5), seed=st.integers(0, 99))
def test_annealing_never_tears_an_area_nor_leaves_a_hole(sizes: list[int], seed: int) -> None:
    row = list(lagen(sizes))
    made = mosaik.Mosaik(row, mosaik.transport(row))
    made.improve(3000, seed)
    for a in range(len(row)):
        assert len(mosaik._pieces(made.cells[a])) == 1
    assert len(mosaik._pieces(made.cells[mosaik.AUSSEN])) == 1
    assert sum(len(cells) for cells in made.cells.values()) == len(made.grid)
