"""Reads the ordinary words that look like a name or a street and are none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sro.reference.places import ROOT
from sro.reference.yaml_file import load


@dataclass(frozen=True, slots=True)
class Alltagsworte:
    """`kein_nachname` follows "Frau", `niemand` "says" something; `keine_anschrift` is in lower case."""

    kein_nachname: frozenset[str]
    niemand: frozenset[str]
    keine_anschrift: frozenset[str]


def alltagsworte() -> Alltagsworte:
    """Those of the app; read once."""
    return read_alltagsworte(ROOT / "data" / "alltagsworte.yaml")


@lru_cache(maxsize=4)
def read_alltagsworte(path: Path) -> Alltagsworte:
    content = load(path, "data")
    return Alltagsworte(**{name: frozenset(words) for name, words in content.items()})
