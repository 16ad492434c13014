"""The part of a publication that the solver has to look at, year by year: no relation reaches into another year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sro.model.indikator import Katalog
from sro.protect.ruhe import Ruhe
from sro.protect.system import System, aufbauen
from sro.protect.zellen import Flaechen, Schluessel, Zeile, Zellen


@dataclass(frozen=True, slots=True)
class Ausschnitt:
    """Cells of one year. Those of `rand` are denominators of quiet groups: shown, and nothing more is to be told."""

    zellen: Zellen
    rand: frozenset[Schluessel]

    def system(self, katalog: Katalog, flaechen: Flaechen) -> System:
        return aufbauen(self.zellen, katalog, flaechen, self.rand)


def ausschnitte(
    zellen: Zellen, geheim: Iterable[Schluessel], katalog: Katalog, flaechen: Flaechen
) -> Iterator[Ausschnitt]:
    """All that hangs together with what is `geheim` or has to be looked at for another reason."""
    ruhe = Ruhe(katalog, flaechen)
    unruhig = ruhe.unruhige(zellen, geheim)
    jahre: defaultdict[int, list[Zeile]] = defaultdict(list)
    for zeile in zellen.zeilen if unruhig else ():
        if ruhe.gruppe(zeile.zaehler) in unruhig:
            jahre[zeile.zaehler.jahr].append(zeile)
    for _, zeilen in sorted(jahre.items()):
        dabei = zellen.nur(zeilen)
        yield Ausschnitt(dabei, frozenset(zelle for zelle in dabei.alle if ruhe.gruppe(zelle) not in unruhig))
