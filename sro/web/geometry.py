"""Boundaries as the map gets them: in the order of the city's areas, with names, under an address by content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.web.assets import GEOMETRY_PREFIX

FORM = 1  # grows where the body is made in another way: browsers keep it for good


@dataclass(frozen=True, slots=True)
class Geometrie:
    """One level's boundaries, ready to be served; the digest changes with what `body` says."""

    ebene: str
    digest: str

    @property
    def url(self) -> str:
        return f"{GEOMETRY_PREFIX}/{self.digest}/{self.ebene}.geojson"

    @property
    def body(self) -> bytes:
        with _making:  # a browser may ask for it while the warm-up makes it
            return _body(self.ebene, self.digest)


def geometry(ebene: str) -> Geometrie:
    """The boundaries of a level that are in use now. The address comes at once, the body where it is asked for: a page
    needs no more than the address."""
    return Geometrie(ebene, _digest(ebene, boundaries(ebene).digest))


def served(ebene: str, digest: str) -> bytes | None:
    """The body under an address; None where the level is unknown or the address is not today's."""
    if ebene not in {e.id for e in city().ebenen}:
        return None
    current = geometry(ebene)
    return current.body if current.digest == digest else None


_making = Lock()


@lru_cache(maxsize=16)
def _digest(ebene: str, grenzen: str) -> str:
    """Of everything that the body is made of: the boundaries, and names and order of the areas."""
    areas = [(gebiet.id, gebiet.name) for gebiet in city().of_level(ebene)]
    return hashlib.sha256(json.dumps([FORM, grenzen, areas]).encode()).hexdigest()[:12]


@lru_cache(maxsize=16)
def _body(ebene: str, _digest: str) -> bytes:
    grenzen = boundaries(ebene)
    by_id = {feature["properties"]["id"]: feature for feature in grenzen.geojson()["features"]}
    features = [
        {**by_id[gebiet.id], "properties": {"id": gebiet.id, "name": gebiet.name}}
        for gebiet in city().of_level(ebene)
        if gebiet.id in by_id
    ]
    content = {"type": "FeatureCollection", "quelle": grenzen.quelle, "features": features}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def drawn(ebene: str) -> tuple[str, ...]:
    """The ids of the areas that the map draws, in its order."""
    known = set(boundaries(ebene).ids)
    return tuple(g.id for g in city().of_level(ebene) if g.id in known)
