"""Cuts: what every safe pattern must fulfil. Sum of gewichte over the hidden cells >= breite, if `fuer` is hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial

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


@dataclass(frozen=True)
class Startschnitt:
    """A cut that is worked out once somebody asks: most are for cells that are never hidden."""

    fuer: int
    ausgerechnet: Callable[[], Schnitt] = field(repr=False)

    @cached_property
    def _schnitt(self) -> Schnitt:
        return self.ausgerechnet()

    @property
    def spalten(self) -> NDArray[np.intp]:
        return self._schnitt.spalten

    @property
    def gewichte(self) -> Zahlen:
        return self._schnitt.gewichte

    @property
    def breite(self) -> float:
        return self._schnitt.breite

    def fehlt(self, verborgen: Muster) -> float:
        return self._schnitt.fehlt(verborgen) if verborgen[self.fuer] else 0.0


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


def startschnitte(system: System, ziel: Zahlen) -> list[Schnitt | Startschnitt]:
    """Cuts that one equation alone gives: no hidden cell stays alone in it, and the others leave it enough room.

    `ziel` is the width asked for, per column; 0 for cells that need no protection.
    """
    schnitte: list[Schnitt | Startschnitt] = []
    raum = system.werte - system.unter
    for zeile in range(system.summen):
        von, bis = system.matrix.indptr[zeile : zeile + 2]
        glieder, gewichte = system.matrix.indices[von:bis], system.matrix.data[von:bis]
        folge = np.argsort(glieder)
        sortiert, geordnet = glieder[folge], gewichte[folge]
        vorzeichen = {True: np.count_nonzero(gewichte > 0), False: np.count_nonzero(gewichte < 0)}
        verlangt = np.flatnonzero(ziel[glieder] > 0)
        for glied, gewicht in zip(glieder[verlangt].tolist(), gewichte[verlangt].tolist(), strict=True):
            schnitte.append(Startschnitt(glied, partial(_ein_anderer, sortiert, glied)))
            if vorzeichen[gewicht > 0] > 1:
                genug = partial(_genug_raum, raum, sortiert, geordnet, gewicht, glied, float(ziel[glied]))
                schnitte.append(Startschnitt(glied, genug))
    return schnitte


def _ein_anderer(glieder: NDArray[np.intp], fuer: int) -> Schnitt:
    return schnitt_einer_mehr(glieder[glieder != fuer], fuer)


def _genug_raum(
    raum: Zahlen, glieder: NDArray[np.intp], gewichte: Zahlen, gewicht: float, fuer: int, breite: float
) -> Schnitt:
    """The cell rises as far as cells on its side of the equation can fall; one on the other side sets no bound."""
    anteil = gewichte / gewicht
    spielraum = np.where(anteil > 0, anteil * raum[glieder], np.inf)
    wirksam = spielraum > WIRKSAM
    return Schnitt(glieder[wirksam], np.minimum(spielraum[wirksam], breite), fuer, breite)


def schnitt_einer_mehr(spalten: NDArray[np.intp], fuer: int) -> Schnitt:
    """The weakest cut: at least one of these cells has to be hidden as well."""
    return Schnitt(spalten, np.ones(len(spalten)), fuer, 1.0)
