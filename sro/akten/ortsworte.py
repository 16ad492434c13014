"""Words that only one city has: its name behind an address, and schools whose name does not say that they are one."""

from __future__ import annotations

import re
from functools import lru_cache

from sro.model.gebiet import Stadt

UPPER, LETTER = "A-ZÄÖÜ", "A-Za-zÀ-ÖØ-öø-ž"
COUNTED = (
    r"\s?(?:m\b|km\b|cm\b|%|x\b|mal\b|Uhr|Meter|Minuten|Kilometer|Jahre|Stunden|Euro|"
    rf"(?!{{names}})[{UPPER}][{LETTER}]+|bis\b|oder\b|[-–]\s?\d)"
)


def counted(stadt: Stadt) -> re.Pattern[str]:
    """What follows a number of things, not of a house: "Fußweg 2 Meter breit", "Hansestraße 5 Bäume".

    The name of the city follows a house's number.
    """
    return _counted((stadt.oberste.name, stadt.name.rpartition(" ")[2]))


def named_school(stadt: Stadt, pattern: str) -> re.Pattern[str]:
    """The pattern, and the city's schools that no pattern knows (`schulnamen` in its stadt.yaml)."""
    return _with_names(pattern, stadt.schulnamen)


@lru_cache(maxsize=8)
def _counted(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(COUNTED.format(names="|".join(map(re.escape, names))))


@lru_cache(maxsize=8)
def _with_names(pattern: str, names: tuple[str, ...]) -> re.Pattern[str]:
    own = "".join(rf"|\b{re.escape(name)}\b" for name in names)
    return re.compile(pattern + own)
