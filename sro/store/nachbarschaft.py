"""Which areas of a level touch, from the boundaries that are in use."""

from __future__ import annotations

from functools import lru_cache

from sro.model.gebiet import GebietKey
from sro.store.grenzen import boundaries

GAP = 0.00015  # degrees, some ten metres: real outlines of neighbours often miss each other by that


def neighbours(ebene: str) -> tuple[tuple[GebietKey, GebietKey], ...]:
    """Every pair of areas of a level once; FileNotFoundError with a German sentence where there are no boundaries."""
    return _touching(ebene, boundaries(ebene).digest)


@lru_cache(maxsize=16)
def _touching(ebene: str, _digest: str) -> tuple[tuple[GebietKey, GebietKey], ...]:
    from shapely import STRtree
    from shapely.geometry import shape

    features = boundaries(ebene).geojson()["features"]
    keys = [GebietKey(ebene, feature["properties"]["id"]) for feature in features]
    outlines = [shape(feature["geometry"]).buffer(GAP / 2) for feature in features]
    first, second = STRtree(outlines).query(outlines, predicate="intersects")
    return tuple((keys[a], keys[b]) for a, b in zip(first, second, strict=True) if a < b)
