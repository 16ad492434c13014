"""Boundaries as the map gets them: in the order of the city's areas, with names, under an address by content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.web.assets import GEOMETRY_PREFIX


@dataclass(frozen=True, slots=True)
class Geometrie:
    """One level's boundaries, ready to be served."""

    ebene: str
    digest: str
    body: bytes

    @property
    def url(self) -> str:
        return f"{GEOMETRY_PREFIX}/{self.digest}/{self.ebene}.geojson"


def geometry(ebene: str) -> Geometrie:
    """The boundaries of a level that are in use now."""
    grenzen = boundaries(ebene)
    return _prepared(ebene, grenzen.digest)


def served(ebene: str, digest: str) -> bytes | None:
    """The body under an address; None where the level is unknown or the address is not today's."""
    if ebene not in {e.id for e in city().ebenen}:
        return None
    current = geometry(ebene)
    return current.body if current.digest == digest else None


@lru_cache(maxsize=16)
def _prepared(ebene: str, _digest: str) -> Geometrie:
    grenzen = boundaries(ebene)
    by_id = {feature["properties"]["id"]: feature for feature in grenzen.geojson()["features"]}
    features = [
        {**by_id[gebiet.id], "properties": {"id": gebiet.id, "name": gebiet.name}}
        for gebiet in city().of_level(ebene)
        if gebiet.id in by_id
    ]
    content = {"type": "FeatureCollection", "quelle": grenzen.quelle, "features": features}
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Geometrie(ebene, hashlib.sha256(body).hexdigest()[:12], body)


def drawn(ebene: str) -> tuple[str, ...]:
    """The ids of the areas that the map draws, in its order."""
    known = set(boundaries(ebene).ids)
    return tuple(g.id for g in city().of_level(ebene) if g.id in known)
