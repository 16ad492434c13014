"""Reads the patterns at which nothing is noted down, because a child may be telling of harm (§ 8a SGB VIII)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from sro.reference.places import ROOT


def signalwoerter() -> tuple[str, ...]:
    """Those of the app; read once. Each is understood by Python and by the browser alike."""
    return read_signalwoerter(ROOT / "data" / "signalwoerter.txt")


@lru_cache(maxsize=4)
def read_signalwoerter(path: Path) -> tuple[str, ...]:
    """One pattern a line; ValueError with a sentence where one is no pattern."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    found = tuple(line for line in lines if line and not line.startswith("#"))
    for pattern in found:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{path.name}: „{pattern}“ ist kein gültiges Muster ({error}); bitte ändern.") from None
    return found
