"""Cuts: what every safe pattern must fulfil. Sum of gewichte over the hidden cells >= breite, if `fuer` is hidden."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sro.protect.angriff import Spannen
from sro.protect.system import Muster, System, Zahlen

WIRKSAM = 1e-9  # weights that are no more than this say nothing


@dataclass(frozen=True)
class Schnitt:
    """`gewichte` belong to the columns `spalten`, all positive and at most `breite`."""

    spalten: NDArray[np.intp]
    gewichte: Zahlen
    fuer: int
    breite: float

    def fehlt(self, verborgen: Muster) -> float:
        """How much is missing under a pattern; not positive if it is fulfilled."""
        if not verborgen[self.fuer]:
            return 0.0
        return self.breite - float(self.gewichte[verborgen[self.spalten]].sum())


def schnitt(gewichte: Zahlen, fuer: int, breite: float) -> Schnitt:
    """A cut from one weight per column. Weights above `breite` say no more than `breite` itself."""
    spalten = np.flatnonzero(gewichte > WIRKSAM)
    return Schnitt(spalten, np.minimum(gewichte[spalten], breite), fuer, breite)


def schnitt_aus_angriff(system: System, spannen: Spannen, fuer: int, breite: float) -> Schnitt:
    """The cut that a successful attack on one cell teaches.

    By LP duality the interval of the cell under any pattern u is at most the sum over i of w_i · u_i, where w_i counts
    how far the reduced costs let cell i move from its value when it is hidden (Fischetti and Salazar, 2000).
    """
    gewichte = sum((_spielraum(system, spannen, fuer, richtung) for richtung in (1, -1)), np.zeros(len(system.werte)))
    return schnitt(gewichte, fuer, breite)


def _spielraum(system: System, spannen: Spannen, fuer: int, richtung: int) -> Zahlen:
    zeilen, dual = spannen.beweise[fuer, richtung]
    reduziert = -(system.matrix[zeilen].T @ dual)
    reduziert[fuer] -= richtung
    abwaerts, aufwaerts = reduziert > 1e-7, reduziert < -1e-7
    gewichte = np.zeros(len(reduziert))
    gewichte[abwaerts] = reduziert[abwaerts] * (system.werte - system.unter)[abwaerts]
    gewichte[aufwaerts] = np.inf  # upwards a hidden cell has no bound of its own
    return gewichte


def startschnitte(system: System, ziel: Zahlen) -> list[Schnitt]:
    """Cuts that one equation alone gives: no hidden cell stays alone in it, and the others leave it enough room.

    `ziel` is the width asked for, per column; 0 for cells that need no protection.
    """
    schnitte = []
    raum = system.werte - system.unter
    for zeile in range(system.summen):
        von, bis = system.matrix.indptr[zeile : zeile + 2]
        glieder, gewichte = system.matrix.indices[von:bis], system.matrix.data[von:bis]
        verlangt = np.flatnonzero(ziel[glieder] > 0)
        folge = np.argsort(glieder)
        sortiert, geordnet = glieder[folge], gewichte[folge]
        for glied, gewicht in zip(glieder[verlangt], gewichte[verlangt], strict=True):
            schnitte.append(schnitt_einer_mehr(sortiert[sortiert != glied], glied))
            if np.count_nonzero(geordnet * gewicht > 0) > 1:
                schnitte.append(_genug_raum(raum[sortiert], sortiert, geordnet / gewicht, glied, ziel[glied]))
    return schnitte


def _genug_raum(raum: Zahlen, glieder: NDArray[np.intp], anteil: Zahlen, fuer: int, breite: float) -> Schnitt:
    """The cell rises as far as cells on its side of the equation can fall; one on the other side sets no bound."""
    gewichte = np.where(anteil > 0, anteil * raum, np.inf)
    wirksam = gewichte > WIRKSAM
    return Schnitt(glieder[wirksam], np.minimum(gewichte[wirksam], breite), fuer, breite)


def schnitt_einer_mehr(spalten: NDArray[np.intp], fuer: int) -> Schnitt:
    """The weakest cut: at least one of these cells has to be hidden as well."""
    return Schnitt(spalten, np.ones(len(spalten)), fuer, 1.0)
