"""Areas, lengths and places as the findings about boundaries write them."""

from __future__ import annotations

from collections.abc import Iterable


def german(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def flaeche(square_metres: float) -> str:
    """ "340 m²" or "1,25 km²"."""
    if square_metres < 100_000:
        return f"{german(square_metres, 0)} m²"
    return f"{german(square_metres / 1e6, 2)} km²"


def ort(lat: float, lon: float) -> str:
    """ "53,8655° Nord, 10,6857° Ost"; whatever is no degree is written as it stands."""
    if abs(lat) > 90 or abs(lon) > 180:
        return f"x = {german(lon, 0)}, y = {german(lat, 0)}"
    return f"{german(lat, 2)}° Nord, {german(lon, 2)}° Ost"


def aufzaehlung(words: Iterable[str], at_most: int = 40) -> str:
    """ "a, b und c"; what is too much to read is counted."""
    listed = list(words)
    if len(listed) > at_most:
        listed = [*listed[:at_most], f"{len(listed) - at_most} weitere"]
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} und {listed[-1]}"
