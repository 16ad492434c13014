"""What earlier Datenstände told already: a new one must not give away, together with them, what any of them hides.

An outsider keeps every export. For each publication the attacker takes what it shows, adds what the others show of the
same cells as far as that fits (`wissen`), and attacks what is still hidden. Values that do not fit were revised and say
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

import numpy as np

from sro.model.buendelung import zeitraum
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.angriff import bloecke
from sro.protect.audit import Spanne
from sro.protect.ausschnitt import Ausschnitt, ausschnitte
from sro.protect.beziehungen import familien_von
from sro.protect.wissen import PASST, Gezeigt, Verbund
from sro.protect.zellen import Flaechen, Schluessel, Zellen, aus_beobachtungen


@dataclass(frozen=True)
class Veroeffentlichung:
    """One Datenstand as an outsider keeps it; `name` is for sentences ("Datenstand 3").

    What was worked out is kept: the same publication is attacked with one choice of hidden cells after the other.
    """

    name: str
    beobachtungen: Sequence[Beobachtung]
    katalog: Katalog
    stadt: Stadt
    verwandt: frozenset[Schluessel] = frozenset()  # cells of others, of which this one says nothing
    _neben: dict[frozenset[Schluessel], Veroeffentlichung] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def flaechen(self) -> Flaechen:
        return Flaechen(self.stadt)

    @cached_property
    def zellen(self) -> Zellen:
        zellen = aus_beobachtungen(self.beobachtungen, self.katalog, self.flaechen)
        zellen.unklar |= self.verwandt
        return zellen

    def neben(self, andere: Iterable[Schluessel]) -> Veroeffentlichung:
        """The same, with the cells of others that sums or windows may tie to cells of this one and that are none here.

        To shown ones as well: what neither publication has may be small and follow from both.
        """
        fremde = {*andere} - self.zellen.alle
        if not fremde:
            return self
        familien = familien_von(self.katalog)
        jahre = {(familien[z.merkmal], jahr) for z in self.zellen.alle for jahr in zeitraum(z.jahr, z.jahre)}
        verwandt = frozenset(
            zelle
            for zelle in fremde
            if any((familien[zelle.merkmal], jahr) in jahre for jahr in zeitraum(zelle.jahr, zelle.jahre))
        )
        if not verwandt:
            return self
        if verwandt not in self._neben:
            self._neben[verwandt] = replace(self, verwandt=verwandt, _neben={})
        return self._neben[verwandt]

    @cached_property
    def stuecke(self) -> list[Stueck]:
        geheim = self.zellen.verborgen | self.zellen.unklar
        teile = ausschnitte(self.zellen, geheim, self.katalog, self.flaechen, self.verwandt)
        return [Stueck(teil, self) for teil in teile]


@dataclass(frozen=True)
class Stueck:
    """A piece of a publication, which tells nothing about others. Widerspruch where its cells contradict each other."""

    teil: Ausschnitt
    von: Veroeffentlichung

    @property
    def verborgen(self) -> set[Schluessel]:
        return self.teil.zellen.verborgen | self.teil.zellen.unklar

    @cached_property
    def verbuende(self) -> list[Verbund]:
        """What hangs together by what is not shown."""
        system = self.teil.system(self.von.katalog, self.von.flaechen)
        spalten = np.flatnonzero(~system.spalten(self.teil.zellen.werte))
        block = bloecke(system, spalten)
        return [Verbund(self.teil.zellen, system, spalten[block == nummer]) for nummer in np.unique(block)]


@dataclass(frozen=True, slots=True)
class Verrat:
    """`zelle` is hidden in `wo`, but can be narrowed down with cells of `durch`, which the new Datenstand shows.

    `spanne` are the least and the largest value that are left.
    """

    wo: str
    zelle: Schluessel
    durch: tuple[Schluessel, ...]
    spanne: Spanne = (0.0, 0.0)


def bekannte(frueher: Iterable[Veroeffentlichung], wahr: Gezeigt) -> set[Schluessel]:
    """The cells whose true value some earlier publication shows."""
    return {
        zelle
        for eine in frueher
        for zelle, wert in eine.zellen.werte.items()
        if zelle in wahr and abs(wahr[zelle] - wert) < PASST
    }


def verratene(frueher: Sequence[Veroeffentlichung], neu: Gezeigt) -> list[Verrat]:
    """What the earlier publications hide and the values of a new one give away, together with those of the others."""
    gefunden = []
    for eine in frueher:
        andere: dict[Schluessel, float] = {}
        for weitere in frueher:
            if weitere is not eine:
                andere.update(weitere.zellen.werte)
        gefunden += list(_verrat(eine, andere, neu))
    return gefunden


def _verrat(eine: Veroeffentlichung, andere: Gezeigt, neu: Gezeigt) -> Iterator[Verrat]:
    eine = eine.neben(chain(andere, neu))
    betroffen = (stueck for stueck in eine.stuecke if stueck.verborgen & neu.keys())
    for verbund in chain.from_iterable(stueck.verbuende for stueck in betroffen):
        jetzt = {zelle: neu[zelle] for zelle in sorted(verbund.verborgen & neu.keys())}
        schon = {zelle: andere[zelle] for zelle in sorted(verbund.verborgen & andere.keys())}
        offen = verbund.aufgedeckt(jetzt, schon) if jetzt else {}
        for zelle in sorted(offen.keys() - eine.verwandt):
            durch = tuple(jetzt) if not eine.verwandt else _kern(verbund, zelle, jetzt, schon)
            yield Verrat(eine.name, zelle, durch, offen[zelle])


def _kern(verbund: Verbund, zelle: Schluessel, jetzt: Gezeigt, schon: Gezeigt) -> tuple[Schluessel, ...]:
    """Few of the cells that give another one away, each of them needed; all where no fewer do."""

    def reicht(zellen: list[Schluessel]) -> bool:
        return zelle in verbund.aufgedeckt({eine: jetzt[eine] for eine in zellen}, schon) if zellen else False

    kern: list[Schluessel] = []
    rest = list(jetzt)
    while rest and not reicht(kern):
        unten, oben = 1, len(rest)
        while unten < oben:
            mitte = (unten + oben) // 2
            unten, oben = (unten, mitte) if reicht([*rest[:mitte], *kern]) else (mitte + 1, oben)
        kern.append(rest[unten - 1])
        rest = rest[: unten - 1]
    return tuple(sorted(kern)) if reicht(kern) else tuple(jetzt)


def audit_together(
    beobachtungen: Sequence[Beobachtung],
    andere: Mapping[str, Sequence[Beobachtung]],
    katalog: Katalog,
    stadt: Stadt,
) -> list[Verrat]:
    """What `beobachtungen` hide and another publication gives away; `wo` is then the name of the other.

    From outside nobody knows which values were revised: a value of the other one that fits counts as still true.
    """
    ziel = Veroeffentlichung("", beobachtungen, katalog, stadt)
    return [
        replace(verrat, wo=name)
        for name, zeilen in andere.items()
        for verrat in _verrat(ziel, {}, Veroeffentlichung(name, zeilen, katalog, stadt).zellen.werte)
    ]
