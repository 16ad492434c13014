"""Which pooled cells tell nothing of their own, because they are the sum of what is shown of their years.

That is the rule for denominators: the people of three years together, beside the people of each year. Where it holds,
the years need not be looked at together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from scipy.cluster.hierarchy import DisjointSet

from sro.protect.beziehungen import Gruppe
from sro.protect.folgen import ORT, Familien
from sro.protect.zellen import Schluessel

GENAU = 1e-7  # a little stricter than the system, which tells a contradiction with its place


class Deckung:
    """Tells for the shown values of a publication whether a pooled cell is covered by them.

    `geheim` are cells that are hidden or may have to be: they cover nothing.
    """

    def __init__(self, familien: Familien, werte: Mapping[Schluessel, float], geheim: Set[Schluessel]) -> None:
        self._familien = familien
        self._werte = werte
        self._geheim = geheim

    def deckt(self, zelle: Schluessel) -> bool:
        """Whether the cell is shown and all its years are, themselves or by what their own area shows."""
        if zelle.merkmal not in self._familien.streng:
            return True
        if not self._gezeigt(zelle):
            return False
        jahre = [self._wert(einzelne) for einzelne in zelle.einzelne]
        return None not in jahre and abs(sum(wert or 0.0 for wert in jahre) - self._werte[zelle]) <= GENAU

    def _gezeigt(self, zelle: Schluessel) -> bool:
        return zelle in self._werte and zelle not in self._geheim

    def _wert(self, zelle: Schluessel) -> float | None:
        """The value of a single year, where it is shown or follows within the area."""
        if self._gezeigt(zelle):
            return self._werte[zelle]
        familie = self._familien.von[zelle.merkmal]
        alle = [zelle._replace(merkmal=merkmal) for merkmal in self._familien.merkmale(familie)]
        da = {eine.merkmal: self._werte[eine] for eine in alle if self._gezeigt(eine)}
        kombination = self._familien.folgen(familie, da).geloest.get(Schluessel(zelle.merkmal, 0, ORT))
        return None if kombination is None else sum(w * da[teil.merkmal] for teil, w in kombination.items())


def ist_gebuendelt(gruppe: Gruppe) -> bool:
    return gruppe[2] > 1


def einzelne_jahre(gruppe: Gruppe) -> set[Gruppe]:
    """The groups of the years that a group pools."""
    familie, jahr, jahre = gruppe
    return {(familie, jahr - davor, 1) for davor in range(jahre)}


def stuecke(gruppen: Iterable[Gruppe], paare: Iterable[tuple[Gruppe, Gruppe]]) -> dict[Gruppe, int]:
    """For each group the first year of all that windows and pairs tie it to: what has different ones is not tied."""
    mengen = DisjointSet(sorted({*gruppen, *(jahr for gruppe in gruppen for jahr in einzelne_jahre(gruppe))}))
    for gruppe in gruppen:
        for jahr in einzelne_jahre(gruppe):
            mengen.merge(gruppe, jahr)
    for zaehler, nenner in paare:
        mengen.merge(zaehler, nenner)
    return {gruppe: min(jahr for _, jahr, _ in stueck) for stueck in mengen.subsets() for gruppe in stueck}
