"""Places of children are kept coarse: a point says which block it is, not which door."""

from __future__ import annotations

STEP_LAT, STEP_LON = 0.002, 0.003  # about 220 m by 200 m at 54° north


def coarse(lon: float, lat: float) -> tuple[float, float]:
    """The middle of the grid cell, degrees in WGS 84. Done before anything is kept."""
    return _middle(lon, STEP_LON), _middle(lat, STEP_LAT)


def _middle(value: float, step: float) -> float:
    return round((value // step + 0.5) * step, 5)
