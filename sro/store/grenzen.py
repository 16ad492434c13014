"""The one door through which boundaries are read: those that were imported at run time, else the bundled ones."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sro.reference.city import city
from sro.reference.places import city_folder, var_folder


@dataclass(frozen=True, slots=True)
class Grenzen:
    """The boundaries of one level, GeoJSON in EPSG:4326.

    `digest` changes with the content, for addresses that may be cached for ever. `quelle` is the attribution that has
    to be shown. `abgeleitet` names the level from which the
    boundaries were dissolved, None if they were delivered themselves.
    """

    ebene: str
    path: Path
    digest: str
    schematisch: bool
    quelle: str
    ids: tuple[str, ...]
    abgeleitet: str | None = None

    def content(self) -> bytes:
        return self.path.read_bytes()

    def geojson(self) -> dict[str, Any]:
        """The FeatureCollection; the only property of a feature is its `id`."""
        read: dict[str, Any] = json.loads(self.content())
        return read


def imported_file(ebene: str) -> Path:
    """Where imported boundaries of a level lie; works for levels of the city and for "quartier"."""
    return var_folder() / "grenzen" / city().id / f"{ebene}.geojson"


def bundled_file(ebene: str) -> Path:
    """Where the boundaries lie that came along with the city."""
    return city_folder() / "grenzen" / f"{ebene}.geojson"


def boundaries(ebene: str) -> Grenzen:
    """The boundaries of a level that are in use; FileNotFoundError with a German sentence if there are none."""
    for path in (imported_file(ebene), bundled_file(ebene)):
        if path.is_file():
            stat = path.stat()
            return _read(ebene, path, stat.st_mtime_ns, stat.st_size)
    raise FileNotFoundError(
        f"Für die Ebene „{ebene}“ liegen keine Grenzen vor; "
        f"einlesen mit: python -m sro geodata import DATEI --ebene {ebene}"
    )


@lru_cache(maxsize=32)
def _read(ebene: str, path: Path, _mtime: int, _size: int) -> Grenzen:
    content = path.read_bytes()
    collection = json.loads(content)
    return Grenzen(
        ebene=ebene,
        path=path,
        digest=hashlib.sha256(content).hexdigest()[:12],
        schematisch=collection["schematisch"],
        quelle=collection["quelle"],
        ids=tuple(feature["properties"]["id"] for feature in collection["features"]),
        abgeleitet=collection.get("abgeleitet"),
    )
