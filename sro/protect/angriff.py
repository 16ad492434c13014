"""The attacker: how closely can an outsider narrow down each hidden cell? Exact, by linear programming (HiGHS)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse.csgraph import connected_components

from sro.protect.system import Muster, System, Zahlen

TOLERANZ = 1e-5  # of a count; HiGHS works to 1e-7


Beweis = tuple[NDArray[np.intp], Zahlen]  # rows of the system and their dual values


@dataclass(frozen=True)
class Spannen:
    """Feasible intervals, one entry per column of the system.

    `unten` and `oben` are exact where a cell is narrower than was asked for; elsewhere the attack stops as soon as the
    interval is proved to be wide enough. `beweise` holds for each exact bound (column, +1 or −1) the LP's dual values:
    they tell which shown cells make the interval narrow.
    """

    unten: Zahlen
    oben: Zahlen
    beweise: dict[tuple[int, int], Beweis]

    @property
    def breite(self) -> Zahlen:
        return self.oben - self.unten


def angreifen(system: System, verborgen: Muster, ziel: Zahlen, ober: Zahlen | None = None) -> Spannen:
    """Attacks the hidden cells with `ziel` > 0, the width that is asked for; `ober` are additional upper bounds.

    All independent blocks with a cell that is still in question are solved in one LP. Every solution found counts for
    every cell, so most cells are proved wide without an LP of their own.
    """
    spalten = _betroffen(system, np.flatnonzero(verborgen), ziel)
    if not len(spalten):
        return Spannen(system.werte.copy(), system.werte.copy(), {})
    suche = _Suche(system, spalten, ziel, ober)
    suche.alle_zugleich()
    suche.einzeln()
    return Spannen(suche.unten, suche.oben, suche.beweise)


class _Suche:
    """The intervals as they are known so far; they grow with every LP."""

    def __init__(self, system: System, spalten: NDArray[np.intp], ziel: Zahlen, ober: Zahlen | None) -> None:
        self._system, self._spalten, self._ziel = system, spalten, ziel
        self._block = _Bloecke(system, spalten)
        hoechstens = np.full(len(spalten), np.inf) if ober is None else ober[spalten]
        self._grenzen = np.column_stack([system.unter[spalten], hoechstens])
        self.unten, self.oben = system.werte.copy(), system.werte.copy()
        self.beweise: dict[tuple[int, int], Beweis] = {}

    def alle_zugleich(self) -> None:
        """Pushes all cells in question at once, as long as that proves half of them wide."""
        vorher, schmal = np.inf, self._zu_schmal()
        while len(self._block.erste(schmal)) < (anzahl := int(np.count_nonzero(schmal))) <= vorher / 2:
            vorher = anzahl
            for richtung in (1, -1):
                self._schieben(np.flatnonzero(schmal), richtung)
            schmal = self._zu_schmal()

    def einzeln(self) -> None:
        """Each cell in question for itself, one of each block at a time: what is narrow then is so for certain."""
        for richtung in (1, -1):
            offen = self._ziel[self._spalten] > 0
            while True:
                offen &= self._zu_schmal()
                gewaehlt = self._block.erste(offen)
                if not len(gewaehlt):
                    break
                offen[gewaehlt] = False
                dual = self._schieben(gewaehlt, richtung)
                for stelle in gewaehlt:
                    self.beweise[int(self._spalten[stelle]), richtung] = self._block.dual(stelle, dual)

    def _zu_schmal(self) -> Muster:
        breite = (self.oben - self.unten)[self._spalten]
        schmal: Muster = breite < self._ziel[self._spalten] - TOLERANZ
        return schmal

    def _schieben(self, gewaehlt: NDArray[np.intp], richtung: int) -> Zahlen:
        """Widens the intervals by what an LP finds; its dual values."""
        kappe = _gekappt(self._grenzen, gewaehlt, self._system.werte, self._ziel, self._spalten)
        gefragt, punkt, dual = self._block.loesen(gewaehlt, richtung, kappe)
        spalten = self._spalten[gefragt]
        self.unten[spalten] = np.minimum(self.unten[spalten], punkt)
        self.oben[spalten] = np.maximum(self.oben[spalten], punkt)
        return dual


def _gekappt(
    grenzen: Zahlen, gewaehlt: NDArray[np.intp], werte: Zahlen, ziel: Zahlen, spalten: NDArray[np.intp]
) -> Zahlen:
    """Bounds under which every LP is bounded: further than `ziel` from the known solution nobody needs to look."""
    kappe = grenzen.copy()
    mitte, weite = werte[spalten[gewaehlt]], ziel[spalten[gewaehlt]]
    kappe[gewaehlt, 0] = np.maximum(kappe[gewaehlt, 0], mitte - weite)
    kappe[gewaehlt, 1] = np.minimum(kappe[gewaehlt, 1], mitte + weite)
    return kappe


def _betroffen(system: System, spalten: NDArray[np.intp], ziel: Zahlen) -> NDArray[np.intp]:
    """The hidden columns that hang together with one that is asked for."""
    if not np.any(ziel[spalten] > 0):
        return spalten[:0]
    block = _Bloecke(system, spalten).block
    return spalten[np.isin(block, block[ziel[spalten] > 0])]


def bloecke(system: System, spalten: NDArray[np.intp]) -> NDArray[np.intp]:
    """A label per column: what has the same is tied by equations, if all others are known."""
    return _Bloecke(system, spalten).block


class _Bloecke:
    """The equations between hidden cells, and which of them belong together."""

    def __init__(self, system: System, spalten: NDArray[np.intp]) -> None:
        teil = system.matrix[:, spalten]
        self.zeilen = np.flatnonzero(np.diff(teil.indptr))
        self.gleichungen = teil[self.zeilen]
        self.rechts = self.gleichungen @ system.werte[spalten]
        _, marken = connected_components(_zweiteilig(self.gleichungen), directed=False)
        self.block, self.block_zeile = marken[: len(spalten)], marken[len(spalten) :]

    def erste(self, offen: Muster) -> NDArray[np.intp]:
        """The first open cell of each block."""
        stellen = np.flatnonzero(offen)
        _, erste = np.unique(self.block[stellen], return_index=True)
        return stellen[erste]

    def loesen(
        self, gewaehlt: NDArray[np.intp], richtung: int, grenzen: Zahlen
    ) -> tuple[NDArray[np.intp], Zahlen, Zahlen]:
        """Largest (+1) or smallest (−1) values of the chosen cells.

        The columns of their blocks, a feasible point of these, and the dual of each equation.
        """
        gefragt = np.flatnonzero(np.isin(self.block, self.block[gewaehlt]))
        kosten = np.zeros(len(self.block))
        kosten[gewaehlt] = -richtung
        kosten, grenzen = kosten[gefragt], grenzen[gefragt]
        zeilen = np.flatnonzero(np.isin(self.block_zeile, self.block[gewaehlt]))
        dual = np.zeros(len(self.zeilen))
        if not len(zeilen):
            punkt = np.where(kosten > 0, grenzen[:, 0], np.where(kosten < 0, grenzen[:, 1], 0.0))
            return gefragt, np.clip(punkt, grenzen[:, 0], grenzen[:, 1]), dual
        gleichungen = self.gleichungen[zeilen][:, gefragt]
        loesung = linprog(kosten, A_eq=gleichungen, b_eq=self.rechts[zeilen], bounds=grenzen)
        if loesung.status != 0:
            raise RuntimeError(f"HiGHS löst den Angriff nicht: {loesung.message}")
        dual[zeilen] = loesung.eqlin.marginals
        return gefragt, loesung.x, dual

    def dual(self, stelle: int, dual: Zahlen) -> Beweis:
        """The dual values that concern the block of one cell."""
        eigene = (self.block_zeile == self.block[stelle]) & (np.abs(dual) > 1e-9)
        return self.zeilen[eigene], dual[eigene]


def _zweiteilig(gleichungen: Any) -> Any:
    """The graph of cells and equations: cells first, then equations."""
    return sparse.block_array([[None, gleichungen.T], [gleichungen, None]])
