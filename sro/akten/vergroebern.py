"""Places of children are kept coarse: a point says which block it is, not which door."""

from __future__ import annotations

from dataclasses import replace

from sro.model.akte import Inhalt
from sro.model.aussage import Aussage

STEP_LAT, STEP_LON = 0.002, 0.003  # about 220 m by 200 m at 54° north


def coarse(lon: float, lat: float) -> tuple[float, float]:
    """The middle of the grid cell, degrees in WGS 84. Done before anything is kept."""
    return _middle(lon, STEP_LON), _middle(lat, STEP_LAT)


def coarsened(vorher: Inhalt, nachher: Inhalt) -> Inhalt:
    """The content as it may be kept: a point that somebody typed is made coarse, one that was kept stays as it is."""
    if not (isinstance(nachher, Aussage) and isinstance(vorher, Aussage)) or nachher.lon is None or nachher.lat is None:
        return nachher
    if (nachher.lon, nachher.lat) == (vorher.lon, vorher.lat):
        return nachher
    lon, lat = coarse(nachher.lon, nachher.lat)
    return replace(nachher, lon=lon, lat=lat)


def _middle(value: float, step: float) -> float:
    return round((value // step + 0.5) * step, 5)
