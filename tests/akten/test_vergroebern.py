"""No exact place of a child is kept, whoever typed it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from sro.akten.vergroebern import STEP_LAT, STEP_LON, coarse, coarsened
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf

LON, LAT = some.floats(10.5, 11.0), some.floats(53.7, 54.1)
EMPTY = Aussage()


@given(LON, LAT)
def test_a_coarse_point_is_near_and_stays_where_it_is(lon: float, lat: float) -> None:
    east, north = coarse(lon, lat)
    assert abs(east - lon) <= STEP_LON / 2 + 1e-5
    assert abs(north - lat) <= STEP_LAT / 2 + 1e-5
    assert coarse(east, north) == (east, north)


@given(LON, LAT, some.floats(0, 0.4), some.floats(0, 0.4))
def test_all_points_of_a_cell_are_one(lon: float, lat: float, right: float, up: float) -> None:
    east, north = coarse(lon, lat)
    assert coarse(east + right * STEP_LON, north + up * STEP_LAT) == (east, north)


@given(LON, LAT)
def test_a_point_that_was_typed_is_made_coarse_and_a_kept_one_is_not_moved(lon: float, lat: float) -> None:
    typed = replace(EMPTY, lon=lon, lat=lat)
    assert coarsened(EMPTY, typed) == replace(typed, **dict(zip(("lon", "lat"), coarse(lon, lat), strict=True)))
    assert coarsened(typed, replace(typed, ort="am Markt")) == replace(typed, ort="am Markt")


def test_what_has_no_point_stays_as_it_is() -> None:
    half = replace(EMPTY, lon=10.7)
    assert coarsened(EMPTY, half) is half
    assert coarsened(Bedarf(), named := Bedarf(titel="x")) is named
