"""Sums that reach into the next year: children counted "am 31.12. des Vorjahres" are those of the year before.

The linear system looks at years apart, so this is asked of the finished publication: whatever a sum over two years
gives away is counted as recovered, and such a publication is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog, Merkmal
from sro.model.wert import Beobachtung
from sro.protect.zellen import Flaechen, Schluessel, Zellen, aus_beobachtungen


def verraten_ueber_jahre(beobachtungen: Iterable[Beobachtung], katalog: Katalog, stadt: Stadt) -> set[Schluessel]:
    """Hidden cells that are the only unknown in a sum of the catalogue over two years (`folgejahr_summe`)."""
    summen = [merkmal for merkmal in katalog.merkmale if merkmal.folgejahr_summe]
    beteiligt = {name for summe in summen for name in (summe.id, *summe.folgejahr_summe)}
    indikatoren = {i.id for i in katalog.indikatoren if beteiligt & {i.zaehler, i.nenner}}
    gefragt = [b for b in beobachtungen if b.indikator in indikatoren and b.jahre == 1]
    if not summen or not gefragt:
        return set()
    zellen = aus_beobachtungen(gefragt, katalog, Flaechen(stadt))
    return {zelle for summe in summen for zelle in _einzige(zellen, summe)}


def _einzige(zellen: Zellen, summe: Merkmal) -> Iterator[Schluessel]:
    """The hidden cell of every such sum in which all others are shown."""
    orte = {(z.gebiet, z.jahr) for z in zellen.alle if z.merkmal == summe.id}
    orte |= {(z.gebiet, z.jahr - 1) for z in zellen.alle if z.merkmal in summe.folgejahr_summe}
    for gebiet, jahr in orte:
        teile = [Schluessel(teil, jahr + 1, gebiet) for teil in summe.folgejahr_summe]
        unbekannt = [z for z in (Schluessel(summe.id, jahr, gebiet), *teile) if z not in zellen.werte]
        if len(unbekannt) == 1 and unbekannt[0] in zellen.verborgen | zellen.unklar:
            yield unbekannt[0]
