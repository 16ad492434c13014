from __future__ import annotations

from sro.model.gebiet import GebietKey
from sro.reference.city import city
from sro.store.nachbarschaft import neighbours


def test_neighbours_of_the_bundled_boundaries() -> None:
    """Facts about Lübeck: Travemünde touches Kücknitz alone, and no Stadtteil is an island."""
    pairs = {frozenset((a.id, b.id)) for a, b in neighbours("stadtteil")}
    names = {g.name: g.id for g in city().of_level("stadtteil")}
    assert frozenset((names["Travemünde"], names["Kücknitz"])) in pairs
    assert all(any(g.id in pair for pair in pairs) for g in city().of_level("stadtteil"))


def test_every_pair_comes_once_and_nobody_is_its_own_neighbour() -> None:
    pairs = neighbours("stadtbezirk")
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    assert all(a != b and isinstance(a, GebietKey) for a, b in pairs)
