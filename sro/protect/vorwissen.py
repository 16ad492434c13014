"""What earlier Datenstände told already: a new one must not give away, together with them, what any of them hides.

An outsider keeps every export. For each publication the attacker takes what it shows, adds what the others show of the
same cells as far as that fits, and attacks what is still hidden. Values that do not fit were revised and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

import numpy as np

from sro.model.buendelung import zeitraum
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.audit import zu_genau
from sro.protect.beziehungen import familien_von
from sro.protect.ergaenzung import komponenten
from sro.protect.system import System, aufbauen
from sro.protect.zellen import Flaechen, Schluessel, Widerspruch, Zellen, aus_beobachtungen

Gezeigt = Mapping[Schluessel, float]  # cells with the value that somebody published
PASST = 1e-6  # how far sums of shown values may be off before they contradict each other


@dataclass(frozen=True)
class Veroeffentlichung:
    """One Datenstand as an outsider keeps it; `name` is for sentences ("Datenstand 3")."""

    name: str
    beobachtungen: Sequence[Beobachtung]
    katalog: Katalog
    stadt: Stadt
    verwandt: frozenset[Schluessel] = frozenset()  # cells of others, of which this one says nothing

    @cached_property
    def zellen(self) -> Zellen:
        zellen = aus_beobachtungen(self.beobachtungen, self.katalog, Flaechen(self.stadt))
        zellen.unklar |= self.verwandt
        return zellen

    def neben(self, andere: Iterable[Schluessel]) -> Veroeffentlichung:
        """The same, with the cells of others that a window ties to something hidden here and that are no cells here."""
        if not any(indikator.stadtweit_gebuendelt for indikator in self.katalog.indikatoren):
            return self
        familien = familien_von(self.katalog)
        verborgen = self.zellen.verborgen | self.zellen.unklar
        jahre = {(familien[z.merkmal], jahr) for z in verborgen for jahr in zeitraum(z.jahr, z.jahre)}
        gebuendelte = {(familien[z.merkmal], e.jahr) for z in verborgen if z.jahre > 1 for e in z.einzelne}
        verwandt = frozenset(
            zelle
            for zelle in andere
            if (zelle.jahre > 1 or gebuendelte)
            and zelle not in self.zellen.werte
            and zelle not in verborgen
            and any(
                (familien[zelle.merkmal], jahr) in (jahre if zelle.jahre > 1 else gebuendelte)
                for jahr in zeitraum(zelle.jahr, zelle.jahre)
            )
        )
        return replace(self, verwandt=verwandt) if verwandt else self

    def system(self, zellen: Zellen) -> System:
        """Widerspruch where the cells contradict each other."""
        return aufbauen(zellen, self.katalog, Flaechen(self.stadt))

    @cached_property
    def gruppen(self) -> Mapping[Schluessel, int]:
        """A label per cell: cells with different labels say nothing about each other."""
        system = self.system(self.zellen)
        marken = komponenten(system, ~system.spalten(self.zellen.werte)).tolist()
        return dict(zip(system.schluessel, marken, strict=False))  # the rests of shares come last and have no names

    def gruppe(self, marke: int) -> Zellen:
        """The rows that have a cell of this label, with all their cells."""
        zeilen = [z for z in self.zellen.zeilen if marke in (self.gruppen[z.zaehler], self.gruppen[z.nenner])]
        zellen = self.zellen.nur(zeilen)
        zellen.unklar |= {zelle for zelle in self.verwandt if self.gruppen[zelle] == marke}
        return zellen


@dataclass(frozen=True, slots=True)
class Verrat:
    """`zelle` is hidden in `wo`, but can be narrowed down with cells of `durch`, which the new Datenstand shows."""

    wo: str
    zelle: Schluessel
    durch: tuple[Schluessel, ...]


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
    verborgen = eine.zellen.verborgen | eine.zellen.unklar
    for marke in sorted({eine.gruppen[zelle] for zelle in verborgen & neu.keys()}):
        zellen = eine.gruppe(marke)
        offen = (zellen.verborgen | zellen.unklar) - zellen.werte.keys()
        jetzt = {zelle: neu[zelle] for zelle in offen & neu.keys()}
        schon = {zelle: andere[zelle] for zelle in offen & andere.keys()}
        for zelle in sorted(_aufgedeckt(zellen, jetzt, schon, eine) - eine.verwandt):
            yield Verrat(eine.name, zelle, tuple(sorted(jetzt)))


def _aufgedeckt(zellen: Zellen, jetzt: Gezeigt, schon: Gezeigt, eine: Veroeffentlichung) -> set[Schluessel]:
    """What can be narrowed down too far with what is shown now, and could not without it."""
    gefunden = set()
    for wissen in _moegliches_wissen(zellen, {**schon, **jetzt}, eine):
        vorher = {zelle: wert for zelle, wert in wissen.items() if zelle not in jetzt or schon.get(zelle) == wert}
        mit = zu_genau(eine.system(_mit(zellen, wissen)), _mit(zellen, wissen))
        gefunden |= mit and mit - zu_genau(eine.system(_mit(zellen, vorher)), _mit(zellen, vorher))
    return gefunden


def _moegliches_wissen(zellen: Zellen, wissen: Gezeigt, eine: Veroeffentlichung) -> list[Gezeigt]:
    """All of it where it can be true at the same time.

    Else something was revised and nobody outside knows what: as much as fits, each cell once as the one to begin with.
    """
    if _passt(zellen, wissen, eine):
        return [wissen]
    mengen: list[Gezeigt] = []
    for anfang in sorted(wissen):
        menge = _was_passt(zellen, {anfang: wissen[anfang], **wissen}, eine)
        if menge not in mengen:
            mengen.append(menge)
    return mengen


def _was_passt(zellen: Zellen, wissen: Gezeigt, eine: Veroeffentlichung) -> Gezeigt:
    """Every value, in this order, that does not contradict those before."""
    passend: dict[Schluessel, float] = {}
    for zelle, wert in wissen.items():
        if _passt(zellen, {**passend, zelle: wert}, eine):
            passend[zelle] = wert
    return passend


def _passt(zellen: Zellen, wissen: Gezeigt, eine: Veroeffentlichung) -> bool:
    """Whether this knowledge can be true together with what is published."""
    try:
        system = eine.system(_mit(zellen, wissen))
    except Widerspruch:
        return False
    zu_klein = system.spalten(wissen.keys() & zellen.verborgen) & (system.werte < system.unter - PASST)
    geht_auf = not system.matrix.shape[0] or np.abs(system.matrix @ system.werte).max() < PASST
    return bool(geht_auf and not zu_klein.any())


def _mit(zellen: Zellen, dazu: Gezeigt) -> Zellen:
    return Zellen(
        zellen.zeilen,
        {**zellen.werte, **dazu},
        zellen.verborgen - dazu.keys(),
        zellen.unklar - dazu.keys(),
    )


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
        Verrat(name, verrat.zelle, verrat.durch)
        for name, zeilen in andere.items()
        for verrat in _verrat(ziel, {}, Veroeffentlichung(name, zeilen, katalog, stadt).zellen.werte)
    ]
