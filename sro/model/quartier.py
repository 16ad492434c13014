"""Quartiere: free areas of lived reality with a validity period, and how they lie to areas of the hierarchy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sro.model.gebiet import GebietKey

QUARTIER = "quartier"  # the level of a GebietKey that names a Quartier


@dataclass(frozen=True, slots=True)
class Quartier:
    """A free area of lived reality, valid for a time. It lies within `gebiete` of the hierarchy (n:m), no further."""

    id: str
    name: str
    gebiete: tuple[GebietKey, ...]
    gueltig_von: dt.date
    gueltig_bis: dt.date | None = None
    aliase: tuple[str, ...] = ()
    hinweis: str = ""

    def valid_on(self, day: dt.date) -> bool:
        return self.gueltig_von <= day and (self.gueltig_bis is None or day <= self.gueltig_bis)


@dataclass(frozen=True, slots=True)
class Raumsumme:
    """`teile` lie in `ganzes` without overlapping; with `mit_rest` they leave something of it. One is a Quartier.

    Disclosure control takes it for a sum: what is known of all but one is known of that one too.
    """

    ganzes: GebietKey
    teile: tuple[GebietKey, ...]
    mit_rest: bool = False

    @property
    def raeume(self) -> tuple[GebietKey, ...]:
        return (self.ganzes, *self.teile)
