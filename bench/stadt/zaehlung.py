"""Made-up counts: how many there are of every Merkmal in every cell of a city and year. Sums add up exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sro.model.indikator import Anteilsart, Indikator, Katalog

GANZE = "bevoelkerung"  # the Merkmal of which all others are a share
STREUUNG, WACHSTUM = 0.2, 0.01  # of an area's rate around the city's; of its people a year
HOECHSTENS = 0.9  # of a group that a share can be
BRUCHTEIL = 4  # what is no whole number comes in quarters, whose sums are exact
ERSTES = 2005  # the year in which areas have as many people as they were made with
Zahlen = NDArray[np.float64]


@dataclass(frozen=True)
class Zaehlung:
    """`einwohner`: people of each cell; `gesamt`: how large each Merkmal is in a real city, for the proportions."""

    katalog: Katalog
    einwohner: Zahlen
    gesamt: Mapping[str, float]
    _gezaehlt: dict[tuple[str, int], Zahlen] = field(default_factory=dict, repr=False)

    def zahl(self, merkmal: str, jahr: int) -> Zahlen:
        """The counts of all cells."""
        if (merkmal, jahr) not in self._gezaehlt:
            self._gezaehlt[merkmal, jahr] = self._gezogen(merkmal, jahr)
        return self._gezaehlt[merkmal, jahr]

    def _gezogen(self, merkmal: str, jahr: int) -> Zahlen:
        found = self.katalog.merkmal(merkmal)
        if found.summe_aus:
            return np.sum([self.zahl(teil, jahr) for teil in found.summe_aus], axis=0)
        if found.folgejahr_summe:
            return np.sum([self.zahl(teil, jahr + 1) for teil in found.folgejahr_summe], axis=0)
        indikator = next((i for i in self.katalog.indikatoren if i.zaehler == merkmal), None)
        wuerfel = np.random.default_rng([crc32(merkmal.encode()), jahr])
        if indikator:
            return self._zaehler(indikator, jahr, wuerfel)
        menschen = self.einwohner * (1 + WACHSTUM * self._eigenart("wachstum") * (jahr - ERSTES))
        anteil = self.gesamt[merkmal] / self.gesamt[GANZE]
        return np.maximum(np.round(menschen * anteil * self._eigenart(merkmal) * wuerfel.uniform(0.99, 1.01)), 0)

    def _zaehler(self, indikator: Indikator, jahr: int, wuerfel: np.random.Generator) -> Zahlen:
        """Cases by chance, at a rate of each area's own."""
        merkmal, nenner = self.katalog.merkmal(indikator.zaehler), self.zahl(indikator.nenner, jahr)
        rate = self.gesamt[indikator.zaehler] / self.gesamt[indikator.nenner] * self._eigenart(merkmal.id)
        if indikator.art is Anteilsart.ANTEIL:
            return wuerfel.binomial(nenner.astype(int), np.minimum(rate, HOECHSTENS)).astype(float)
        if merkmal.negativ_moeglich:
            return np.round(nenner * rate + wuerfel.normal(0, 1, len(nenner)) * np.sqrt(nenner))
        if merkmal.ganzzahlig:
            return wuerfel.poisson(nenner * rate).astype(float)
        return np.round(nenner * rate * BRUCHTEIL) / BRUCHTEIL

    def _eigenart(self, name: str) -> Zahlen:
        """What makes each cell different, the same in all years."""
        wuerfel = np.random.default_rng(crc32(name.encode()))
        return wuerfel.lognormal(0, STREUUNG, len(self.einwohner))


def people(anzahl: int, mitte: float, streuung: float = 0.4) -> Zahlen:
    """So many cells with about `mitte` people each."""
    return np.round(np.random.default_rng(anzahl).lognormal(np.log(mitte), streuung, anzahl))
