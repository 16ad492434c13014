"""The part of a publication that the solver has to look at, in pieces that tell nothing about each other.

That is year by year, because sums stay within a year; but what windows tie together is looked at together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from scipy.cluster.hierarchy import DisjointSet

from sro.model.indikator import Katalog
from sro.protect.beziehungen import Gruppe
from sro.protect.deckung import einzelne_jahre, ist_gebuendelt
from sro.protect.ruhe import Ruhe
from sro.protect.system import System, aufbauen
from sro.protect.zellen import Flaechen, Schluessel, Zeile, Zellen

Stueck = tuple[int, str]  # a year, or a group that stands for all that is tied to it


@dataclass(frozen=True, slots=True)
class Ausschnitt:
    """Cells of one year or of several. Those of `rand` are denominators of quiet groups: shown, and nothing more is to
    be told.
    """

    zellen: Zellen
    rand: frozenset[Schluessel]

    def system(self, katalog: Katalog, flaechen: Flaechen) -> System:
        return aufbauen(self.zellen, katalog, flaechen, self.rand)


def ausschnitte(
    zellen: Zellen, geheim: Iterable[Schluessel], katalog: Katalog, flaechen: Flaechen
) -> Iterator[Ausschnitt]:
    """All that hangs together with what is `geheim` or has to be looked at for another reason. Not to be changed: where
    all hangs together, it is `zellen` itself.
    """
    ruhe = Ruhe(katalog, flaechen)
    unruhig = ruhe.unruhige(zellen, geheim)
    betroffen = [zeile for zeile in zellen.zeilen if ruhe.gruppe(zeile.zaehler) in unruhig] if unruhig else []
    stuecke = _verbundene(unruhig, betroffen, ruhe)
    nach_stueck: defaultdict[Stueck, list[Zeile]] = defaultdict(list)
    for zeile in betroffen:
        gruppe = ruhe.gruppe(zeile.zaehler)
        nach_stueck[stuecke.get(gruppe, (gruppe[1], ""))].append(zeile)
    for _, zeilen in sorted(nach_stueck.items()):
        dabei = zellen if len(zeilen) == len(zellen.zeilen) else zellen.nur(zeilen)
        yield Ausschnitt(dabei, frozenset(z.nenner for z in zeilen if ruhe.gruppe(z.nenner) not in unruhig))


def mehr_verbunden(
    zellen: Zellen, vorher: Set[Schluessel], nachher: Set[Schluessel], katalog: Katalog, flaechen: Flaechen
) -> bool:
    """Whether a window has to be looked at with its years once `nachher` is hidden, and had not with `vorher`."""
    ruhe = Ruhe(katalog, flaechen)
    return not ruhe.offene_fenster(zellen, nachher) <= ruhe.offene_fenster(zellen, vorher)


def _verbundene(unruhig: Set[Gruppe], zeilen: Iterable[Zeile], ruhe: Ruhe) -> Mapping[Gruppe, Stueck]:
    """The groups that windows tie to others, each with its piece; empty where nothing is pooled."""
    fenster = [gruppe for gruppe in unruhig if ist_gebuendelt(gruppe)]
    if not fenster:
        return {}
    mengen = DisjointSet(sorted(unruhig))
    for gruppe in fenster:
        for jahr in einzelne_jahre(gruppe):
            mengen.merge(gruppe, jahr)
    for zaehler, nenner in {(ruhe.gruppe(zeile.zaehler), ruhe.gruppe(zeile.nenner)) for zeile in zeilen}:
        if nenner in unruhig:
            mengen.merge(zaehler, nenner)
    stuecke = (mengen.subset(gruppe) for gruppe in sorted({mengen[gruppe] for gruppe in fenster}))
    return {gruppe: (min(stueck)[1], min(stueck)[0]) for stueck in stuecke for gruppe in stueck}
