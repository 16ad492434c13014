"""The part of a publication that the solver has to look at, in pieces that tell nothing about each other.

That is year by year, because sums stay within a year; but what windows tie together is looked at together, and so is
a denominator that counts the year before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from sro.model.indikator import Katalog
from sro.protect.deckung import stuecke
from sro.protect.ruhe import Ruhe
from sro.protect.system import System, aufbauen
from sro.protect.zellen import Flaechen, Schluessel, Zeile, Zellen


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
    zellen: Zellen,
    geheim: Iterable[Schluessel],
    katalog: Katalog,
    flaechen: Flaechen,
    ohne_zeile: Iterable[Schluessel] = (),
) -> Iterator[Ausschnitt]:
    """All that hangs together with what is `geheim` or has to be looked at for another reason. Not to be changed: where
    all hangs together, it is `zellen` itself. `ohne_zeile` are cells that are `geheim` and `unklar` and in no row.
    """
    ruhe = Ruhe(katalog, flaechen)
    unruhig = ruhe.unruhige(zellen, geheim)
    betroffen = [zeile for zeile in zellen.zeilen if ruhe.gruppe(zeile.zaehler) in unruhig] if unruhig else []
    paare = {(ruhe.gruppe(zeile.zaehler), ruhe.gruppe(zeile.nenner)) for zeile in betroffen}
    stueck_von = stuecke(unruhig, [paar for paar in sorted(paare) if unruhig.issuperset(paar)])
    nach_stueck: defaultdict[int, list[Zeile]] = defaultdict(list)
    for zeile in betroffen:
        nach_stueck[stueck_von[ruhe.gruppe(zeile.zaehler)]].append(zeile)
    for stueck, zeilen in sorted(nach_stueck.items()):
        dabei = zellen if len(zeilen) == len(zellen.zeilen) else zellen.nur(zeilen)
        dabei.unklar.update(zelle for zelle in ohne_zeile if stueck_von[ruhe.gruppe(zelle)] == stueck)
        yield Ausschnitt(dabei, frozenset(z.nenner for z in zeilen if ruhe.gruppe(z.nenner) not in unruhig))


def mehr_verbunden(
    zellen: Zellen, vorher: Set[Schluessel], nachher: Set[Schluessel], katalog: Katalog, flaechen: Flaechen
) -> bool:
    """Whether a window has to be looked at with its years once `nachher` is hidden, and had not with `vorher`."""
    ruhe = Ruhe(katalog, flaechen)
    return not ruhe.offene_fenster(zellen, nachher) <= ruhe.offene_fenster(zellen, vorher)
