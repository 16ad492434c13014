"""Rounding: which multiple stands for a count, and which counts a multiple can stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor

from sro.model.indikator import Katalog
from sro.protect.blaetter import Blaetter, grenzen
from sro.protect.zellen import Schluessel


def vielfaches(wert: float, basis: int) -> float:
    """The nearest multiple of the base; halfway between two, the upper one."""
    return float(floor(wert / basis + 0.5) * basis)


@dataclass(frozen=True)
class Rundung:
    """How one installation rounds. Whatever it says of a leaf depends on the leaf's rounded value alone."""

    katalog: Katalog

    @property
    def basis(self) -> int:
        return self.katalog.geheimhaltung.rundungsbasis

    @property
    def mindestbreite(self) -> int:
        """So wide at least is the interval of a small count: as wide as what a rounded zero can stand for."""
        return (self.basis - 1) // 2

    @property
    def spiel(self) -> tuple[int, int]:
        """How far a count may lie below and above its multiple."""
        return self.basis // 2, (self.basis - 1) // 2

    def fenster(self, gerundet: float) -> tuple[float, float]:
        """The counts that are rounded to a multiple, whole ones from the smallest to the largest."""
        ab, auf = self.spiel
        return gerundet - ab, gerundet + auf

    @cached_property
    def _grenzen(self) -> Mapping[str, int]:
        return grenzen(self.katalog)

    @cached_property
    def negativ(self) -> frozenset[str]:
        return frozenset(m.id for m in self.katalog.merkmale if m.negativ_moeglich)

    def grenze(self, zelle: Schluessel) -> int:
        """Below so many a cell is protected; the rest of a sum is as strict as its strictest part."""
        return max((self._grenzen.get(merkmal, 0) for merkmal in zelle.merkmal.split(" + ")), default=0)

    def vielleicht_klein(self, blatt: Schluessel, gerundet: float) -> bool:
        """Whether a count that is rounded like this may be too small to be known."""
        unten, oben = self.fenster(gerundet)
        return max(unten, -oben) < self.grenze(blatt)

    def runden(self, werte: Mapping[Schluessel, float], blaetter: Blaetter) -> dict[Schluessel, float]:
        """What is published of each cell about persons.

        Small leaves enter every sum as their multiple, all others together as what they are, rounded once: so no sum
        tells more of a small leaf than its own multiple does, and large sums stay as good as rounding can be.
        """
        gerundet: dict[Schluessel, float] = {}
        for zelle in werte:
            if zelle in blaetter.bekannt:
                gerundet[zelle] = self._gerundet(zelle, werte, blaetter)
        return gerundet

    def _gerundet(self, zelle: Schluessel, werte: Mapping[Schluessel, float], blaetter: Blaetter) -> float:
        grosse = kleine = 0.0
        for blatt in blaetter.von(zelle):
            wert = sum(gewicht * werte[teil] for teil, gewicht in blaetter.kombination[blatt].items())
            rund = vielfaches(wert, self.basis)
            if self.vielleicht_klein(blatt, rund):
                kleine += rund
            else:
                grosse += wert
        return vielfaches(grosse, self.basis) + kleine
