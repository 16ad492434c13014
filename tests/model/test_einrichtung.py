"""Facilities of an area follow from the hierarchy."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.einrichtung import (
    Einrichtung,
    Einrichtungsart,
    Einrichtungsliste,
    Traegerart,
    alphabetical,
    by_kind,
    in_area,
)
from sro.model.gebiet import GebietKey
from tests.intake.kleine_stadt import STADT

BEZIRKE = [area.key for area in STADT.of_level("stadtbezirk")]
ALTSTADT, BAHNHOF, HAFEN = BEZIRKE
KITA, SPIELPLATZ = Einrichtungsart.KITA, Einrichtungsart.SPIELPLATZ


def facility(
    name: str, *gebiete: GebietKey, art: Einrichtungsart = KITA, id: str = "", synthetisch: bool = False
) -> Einrichtung:
    return Einrichtung(id or name, name, art, "Träger", Traegerart.FREI, gebiete, synthetisch)


def test_an_area_has_its_own_facilities_and_those_of_the_areas_inside() -> None:
    one, two, both = facility("C", BAHNHOF), facility("A", HAFEN), facility("B", ALTSTADT, BAHNHOF)
    found = {key: in_area((one, two, both), key, STADT) for key in (*BEZIRKE, GebietKey("stadtteil", "02"))}
    assert found == {
        ALTSTADT: (both,),
        BAHNHOF: (both, one),
        HAFEN: (two,),
        GebietKey("stadtteil", "02"): (two, both, one),
    }
    with pytest.raises(KeyError):
        in_area((one,), GebietKey("stadtteil", "99"), STADT)


def test_the_same_id_on_another_level_is_another_area() -> None:
    """Stadtteil 02 has no Stadtbezirk 01, though there is a Stadtbezirk 02 in it."""
    assert in_area((facility("A", ALTSTADT),), GebietKey("stadtteil", "02"), STADT) == ()


@given(st.lists(st.lists(st.sampled_from(BEZIRKE), min_size=1, max_size=3, unique=True), max_size=8))
def test_what_lies_in_a_part_lies_in_the_whole(areas: list[list[GebietKey]]) -> None:
    every = [facility(f"N{n}", *keys) for n, keys in enumerate(areas)]
    for area in STADT.gebiete:
        inside = set(in_area(every, area.key, STADT))
        parts = [set(in_area(every, child.key, STADT)) for child in STADT.children(area.key)]
        assert not parts or inside == set().union(*parts)
    assert set(in_area(every, STADT.oberste.key, STADT)) == set(every)


def test_sorted_as_in_a_german_directory() -> None:
    names = ["Zwerg", "Ärmel", "Bär", "Apfel", "öko", "Ofen"]
    assert [one.name for one in alphabetical(facility(name, HAFEN) for name in names)] == [
        "Ärmel",
        "Apfel",
        "Bär",
        "öko",
        "Ofen",
        "Zwerg",
    ]


def test_kinds_come_in_their_order_and_only_those_that_occur() -> None:
    found = by_kind([facility("B", HAFEN, art=SPIELPLATZ), facility("C", HAFEN), facility("A", HAFEN)])
    assert [(art, [one.name for one in group]) for art, group in found.items()] == [
        (KITA, ["A", "C"]),
        (SPIELPLATZ, ["B"]),
    ]


def test_a_list_is_made_up_where_any_of_it_is() -> None:
    when = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    real, made_up = facility("A", HAFEN), facility("B", HAFEN, synthetisch=True)
    assert not Einrichtungsliste(1, when, "Q", (real,)).synthetisch
    assert Einrichtungsliste(1, when, "Q", (real, made_up)).synthetisch
