"""What an outsider can know of cells that one publication hides: values of others, as far as all can be true at once.

Whether they can is asked many times of the same cells, so what an answer teaches is kept: which values cannot be true
together, and which can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog

from sro.protect.audit import Offen, enger, engste, zu_genau
from sro.protect.aufloesung import NULL
from sro.protect.system import System, Zahlen, vervollstaendigt
from sro.protect.zellen import Schluessel, Zellen

Gezeigt = Mapping[Schluessel, float]  # cells with the value that somebody published
PASST = 1e-6  # how far sums of shown values may be off before they contradict each other


@dataclass(frozen=True)
class Verbund:
    """What hangs together of all that a publication does not show: columns of its system. Others tell nothing."""

    zellen: Zellen
    system: System  # its `werte` are one possibility among others
    spalten: NDArray[np.intp]
    _gefunden: dict[tuple[Any, ...], Offen] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def verborgen(self) -> frozenset[Schluessel]:
        """The cells of the publication among them."""
        namen = self.system.schluessel
        alle = (namen[spalte] for spalte in self.spalten if spalte < len(namen))
        return frozenset(alle) & (self.zellen.verborgen | self.zellen.unklar)

    @cached_property
    def gleichungen(self) -> Any:
        """The rows of the system that say something about them."""
        return self.system.matrix[np.flatnonzero(np.diff(self.system.matrix[:, self.spalten].tocsr().indptr))]

    def aufgedeckt(self, jetzt: Gezeigt, schon: Gezeigt) -> Offen:
        """The hidden cells that can be narrowed down too far with what is shown now, and less without it."""
        frage = (tuple(jetzt.items()), tuple(schon.items()))
        if frage not in self._gefunden:
            self._gefunden[frage] = engste(chain.from_iterable(o.items() for o in self._aufgedeckt(jetzt, schon)))
        return self._gefunden[frage]

    def _aufgedeckt(self, jetzt: Gezeigt, schon: Gezeigt) -> Iterator[Offen]:
        for wissen in moegliches_wissen(self, {**schon, **jetzt}):
            vorher = {zelle: wert for zelle, wert in wissen.items() if zelle not in jetzt or schon.get(zelle) == wert}
            if len(vorher) < len(wissen):
                mit = self._zu_genau(wissen)
                schon_eng = self._zu_genau(vorher) if mit else {}
                yield {z: spanne for z, spanne in mit.items() if z not in schon_eng or enger(spanne, schon_eng[z])}

    def bekannt(self, wissen: Gezeigt) -> Zahlen:
        """The values of all columns, NaN for those of these that nobody knows."""
        werte = self.system.werte.copy()
        werte[self.spalten] = np.nan
        werte[[self.system.index[zelle] for zelle in wissen]] = list(wissen.values())
        return werte

    def _zu_genau(self, wissen: Gezeigt) -> Offen:
        werte = vervollstaendigt(self.bekannt(wissen), self.system.matrix, self.system.unter)
        if werte is None:
            raise RuntimeError("Werte, die zusammen möglich sind, haben keine Lösung.")
        zellen = self.zellen
        mit = Zellen([], {**zellen.werte, **wissen}, zellen.verborgen - wissen.keys(), zellen.unklar - wissen.keys())
        gefragt = np.zeros(len(werte), dtype=bool)
        gefragt[self.spalten] = True
        return zu_genau(replace(self.system, werte=werte), mit, gefragt)


def moegliches_wissen(verbund: Verbund, wissen: Gezeigt) -> Iterator[Gezeigt]:
    """All of it where it can be true at the same time.

    Else something was revised and nobody outside knows what: as much as fits, each cell once as the one to begin with.
    """
    probe = _Probe(verbund, wissen)
    zellen = list(wissen)
    erste = probe.was_passt(zellen)
    mengen = [erste]
    for anfang in sorted(wissen.keys() - erste):  # one that fits already leads to the same
        menge = probe.was_passt([anfang, *(zelle for zelle in zellen if zelle != anfang)])
        if menge not in mengen:
            mengen.append(menge)
    return ({zelle: wert for zelle, wert in wissen.items() if zelle in menge} for menge in mengen)


@dataclass
class _Probe:
    """Whether some of these values can be true together with what is published."""

    verbund: Verbund
    wissen: Gezeigt
    _unmoeglich: list[frozenset[Schluessel]] = field(default_factory=list)
    _moeglich: list[frozenset[Schluessel]] = field(default_factory=list)

    def was_passt(self, folge: Sequence[Schluessel]) -> frozenset[Schluessel]:
        """Every cell, in this order, whose value does not contradict those before."""
        passend: frozenset[Schluessel] = frozenset()
        while folge:
            anzahl = self._wie_viele(passend, folge)
            passend |= {*folge[:anzahl]}
            folge = folge[anzahl + 1 :]  # the next one does not fit
        return passend

    def _wie_viele(self, passend: frozenset[Schluessel], folge: Sequence[Schluessel]) -> int:
        """So many of the first ones fit: what does not fit, fits no better with more."""
        if self._passt(passend.union(folge)):
            return len(folge)
        unten, oben = 0, len(folge) - 1
        while unten < oben:
            mitte = (unten + oben + 1) // 2
            if self._passt(passend.union(folge[:mitte])):
                unten = mitte
            else:
                oben = mitte - 1
        return unten

    def _passt(self, zellen: frozenset[Schluessel]) -> bool:
        if any(zellen <= menge for menge in self._moeglich):
            return True
        if any(menge <= zellen for menge in self._unmoeglich):
            return False
        streit = self._streit(zellen)
        if streit is None:
            self._moeglich.append(zellen)
            return True
        self._unmoeglich.append(frozenset(streit))
        return False

    def _streit(self, zellen: Set[Schluessel]) -> Set[Schluessel] | None:
        """Cells whose values alone cannot be true together; None where all can.

        A linear program looks for the least by which equations have to be off; the dual values tell which cells count.
        """
        system, gleichungen = self.verbund.system, self.verbund.gleichungen
        for zelle in zellen & self.verbund.zellen.verborgen:
            if self.wissen[zelle] < system.unter[system.index[zelle]] - PASST:
                return {zelle}
        if not gleichungen.shape[0]:
            return None
        werte = self.verbund.bekannt({zelle: self.wissen[zelle] for zelle in zellen})
        offen = np.flatnonzero(np.isnan(werte))
        fehler = sparse.eye_array(gleichungen.shape[0], format="csr")
        matrix = sparse.hstack([gleichungen[:, offen], fehler, -fehler], format="csr")
        kosten = np.concatenate([np.zeros(len(offen)), np.ones(2 * gleichungen.shape[0])])
        grenzen = np.column_stack([np.zeros(len(kosten)), np.full(len(kosten), np.inf)])
        grenzen[: len(offen), 0] = system.unter[offen]
        loesung = linprog(kosten, A_eq=matrix, b_eq=-(gleichungen @ np.nan_to_num(werte)), bounds=grenzen)
        if loesung.status != 0:
            raise RuntimeError(f"HiGHS prüft das Wissen nicht: {loesung.message}")
        if loesung.fun < PASST:
            return None
        wirksam = gleichungen.T @ loesung.eqlin.marginals
        return {zelle for zelle in zellen if abs(wirksam[system.index[zelle]]) > NULL}
