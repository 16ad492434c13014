"""Reads the first names by which a text may give a person away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sro.reference.places import ROOT

AMBIGUOUS = "?"


@dataclass(frozen=True, slots=True)
class Vornamen:
    """`sicher` are names and nothing else; `mehrdeutig` are ordinary words as well (Rosa, August, Kai)."""

    sicher: frozenset[str]
    mehrdeutig: frozenset[str]


def vornamen() -> Vornamen:
    """Those of the app; read once."""
    return read_vornamen(ROOT / "data" / "vornamen.txt")


@lru_cache(maxsize=4)
def read_vornamen(path: Path) -> Vornamen:
    """One name a line; lines with "#" are remarks, a "?" behind a name marks an ordinary word."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    names = [line for line in lines if line and not line.startswith("#")]
    ambiguous = frozenset(name.rstrip(AMBIGUOUS) for name in names if name.endswith(AMBIGUOUS))
    return Vornamen(frozenset(name for name in names if not name.endswith(AMBIGUOUS)), ambiguous)
