"""A piece of a delivered table with its findings at their cells. Only for whoever delivered: cells are unprotected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sro.model.befund import Befund, Schwere


@dataclass(frozen=True, slots=True)
class Fund:
    """A finding and where it is in the file: row and columns counted from 1; without columns it is about the row."""

    befund: Befund
    zeile: int
    spalten: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ausschnitt:
    """Rows of one sheet by their numbers: the header, the first ones, and those around `funde`.

    `umfang` is how many rows the sheet has below its header. `weitere` counts findings of rows that are not shown.
    `genutzt` are the columns that are read.
    """

    datei: str
    blatt: str
    kopf: Mapping[int, tuple[str, ...]] = field(repr=False)
    zeilen: Mapping[int, tuple[str, ...]] = field(repr=False)
    umfang: int
    funde: tuple[Fund, ...] = field(repr=False)
    weitere: Mapping[Schwere, int] = field(default_factory=dict)
    genutzt: tuple[int, ...] = ()
