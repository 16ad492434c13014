"""Cells of a made-up map: none overlap, none are missing, groups hang together."""

from __future__ import annotations

import pytest
from shapely import Polygon
from shapely.ops import unary_union

from bench.stadt.kacheln import Kacheln, kacheln


@pytest.fixture(scope="module", params=[(35, 5), (540, 27)], ids=str)
def made(request: pytest.FixtureRequest) -> Kacheln:
    anzahl, gruppen = request.param
    return kacheln(anzahl, gruppen, stuecke=6)


def test_cells_are_valid_and_fill_the_whole_without_overlap(made: Kacheln) -> None:
    zellen = [Polygon(zelle) for zelle in made.zellen]
    ganz = made.umriss()
    assert all(zelle.is_valid for zelle in zellen)
    assert ganz.geom_type == "Polygon"
    assert unary_union(zellen).equals(ganz)
    assert sum(zelle.area for zelle in zellen) == pytest.approx(ganz.area)


def test_groups_are_as_many_as_asked_for_and_share_out_the_cells_evenly(made: Kacheln) -> None:
    sizes = [made.gruppen.count(gruppe) for gruppe in sorted(set(made.gruppen))]
    assert len(sizes) in (5, 27)
    assert max(sizes) - min(sizes) <= 2
    assert sum(made.umriss(gruppe).area for gruppe in set(made.gruppen)) == pytest.approx(made.umriss().area)


def test_the_same_at_every_run(made: Kacheln) -> None:
    again = kacheln(len(made.zellen), len(set(made.gruppen)), stuecke=6)
    assert again == made
