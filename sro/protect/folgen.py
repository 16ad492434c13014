"""What follows within one area from the figures that it has: the same for every area with the same Merkmale."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog
from sro.protect.aufloesung import Kombination, aufloesen
from sro.protect.beziehungen import Beziehung, familien_von, mit_rest, ueber_merkmale, zaehlt
from sro.protect.regeln import schwellen
from sro.protect.zellen import Schluessel

ORT = GebietKey("", "")  # stands for any area


class Folgen(NamedTuple):
    """Combinations of what is delivered, with the Merkmale that they count."""

    beziehungen: list[Beziehung]
    geloest: dict[Schluessel, Kombination]
    teile_von: dict[Schluessel, tuple[str, ...]]


class Familien:
    """The Merkmale of a catalogue by what sums tie together."""

    def __init__(self, katalog: Katalog) -> None:
        self.streng = schwellen(katalog)
        self.von = familien_von(katalog)
        self._merkmale = katalog.merkmale
        self._bekannte: dict[tuple[str, frozenset[str]], Folgen] = {}

    def merkmale(self, familie: str) -> list[str]:
        return [m.id for m in self._merkmale if self.von[m.id] == familie]

    def folgen(self, familie: str, geliefert: Container[str]) -> Folgen:
        """What follows where an area has these Merkmale of the family."""
        da = frozenset(merkmal for merkmal in self.merkmale(familie) if merkmal in geliefert)
        if (familie, da) not in self._bekannte:
            self._bekannte[familie, da] = self._folgen(familie, da)
        return self._bekannte[familie, da]

    def _folgen(self, familie: str, geliefert: frozenset[str]) -> Folgen:
        summen = [m for m in self._merkmale if self.von[m.id] == familie and zaehlt(m, self.streng)]
        beziehungen = list(ueber_merkmale(summen, 0, [ORT]))
        bekannt = {Schluessel(merkmal, 0, ORT) for merkmal in geliefert}
        geloest = aufloesen([b.gleichung for b in beziehungen], bekannt)
        teile_von: dict[Schluessel, tuple[str, ...]] = {zelle: (zelle.merkmal,) for zelle in geloest}
        mit_rest(beziehungen, bekannt, geloest, teile_von)
        return Folgen(beziehungen, geloest, teile_von)
