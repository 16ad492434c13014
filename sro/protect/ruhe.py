"""Which figures need no solver: where nothing is hidden and nothing small follows from what is shown.

Sums tie Merkmale of one family in one year, never more. Such a group is quiet where no cell of it is hidden and every
area has the same Merkmale: then all that follows does so within each area (`beziehungen`), and can be computed for all
areas at once. Whatever is doubtful is not quiet: the system looks at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Katalog
from sro.protect.aufloesung import Kombination, aufloesen
from sro.protect.beziehungen import (
    Beziehung,
    Gruppe,
    beruehrt_von,
    eltern_von,
    familien_von,
    mit_rest,
    ueber_merkmale,
    zaehlt,
)
from sro.protect.regeln import schwellen
from sro.protect.zellen import Flaechen, Schluessel, Zeile, Zellen

Werte = dict[str, dict[GebietKey, float]]  # Merkmal → area → value, of one group
ORT = GebietKey("", "")  # stands for any area


class Folgen(NamedTuple):
    """What follows within one area: combinations of what is delivered, with the Merkmale that they count."""

    beziehungen: list[Beziehung]
    geloest: dict[Schluessel, Kombination]
    teile_von: dict[Schluessel, tuple[str, ...]]


class Ruhe:
    """Tells the groups of a catalogue and a city apart."""

    def __init__(self, katalog: Katalog, flaechen: Flaechen) -> None:
        self._katalog = katalog
        self._streng = schwellen(katalog)
        self._eltern = eltern_von(flaechen)
        self._familien = familien_von(katalog)

    def gruppe(self, zelle: Schluessel) -> Gruppe:
        return self._familien[zelle.merkmal], zelle.jahr

    def unruhige(self, zellen: Zellen, geheim: Iterable[Schluessel]) -> set[Gruppe]:
        """The groups that need the solver, and those whose numerators go with a denominator in one of them."""
        unruhig = {self.gruppe(zelle) for zelle in geheim} | self._zu_gross(zellen)
        for gruppe, werte in self._gruppen(zellen.werte).items():
            if gruppe not in unruhig and not self._ist_ruhig(gruppe, werte):
                unruhig.add(gruppe)
        return self._mit_zaehlern(unruhig, zellen.zeilen)

    def _gruppen(self, werte: Mapping[Schluessel, float]) -> dict[Gruppe, Werte]:
        nach_merkmal: defaultdict[tuple[str, int], dict[GebietKey, float]] = defaultdict(dict)
        for (merkmal, jahr, gebiet), wert in werte.items():
            nach_merkmal[merkmal, jahr][gebiet] = wert
        gruppen: defaultdict[Gruppe, Werte] = defaultdict(dict)
        for (merkmal, jahr), nach_gebiet in nach_merkmal.items():
            gruppen[self._familien[merkmal], jahr][merkmal] = nach_gebiet
        return gruppen

    def _zu_gross(self, zellen: Zellen) -> set[Gruppe]:
        """Numerators above their denominator: a contradiction, which the system tells."""
        werte = zellen.werte
        return {
            self.gruppe(zaehler)
            for indikator, zaehler, nenner in zellen.zeilen
            if indikator.art is Anteilsart.ANTEIL and werte.get(zaehler, 0.0) > werte.get(nenner, np.inf) + 1e-6
        }

    def _mit_zaehlern(self, unruhig: set[Gruppe], zeilen: Iterable[Zeile]) -> set[Gruppe]:
        paare = {(self.gruppe(zeile.zaehler), self.gruppe(zeile.nenner)) for zeile in _je_jahr(zeilen)}
        while neu := {zaehler for zaehler, nenner in paare if nenner in unruhig} - unruhig:
            unruhig = unruhig | neu
        return unruhig

    def _ist_ruhig(self, gruppe: Gruppe, werte: Werte) -> bool:
        orte = {gebiet for merkmal, gebiete in werte.items() if merkmal in self._streng for gebiet in gebiete}
        if not orte:
            return True  # no relations: nobody is counted
        orte = beruehrt_von(orte, self._eltern)
        if any(not orte <= gebiete.keys() for gebiete in werte.values()):
            return False
        folge = list(orte)
        zahlen = {merkmal: np.array([gebiete[ort] for ort in folge]) for merkmal, gebiete in werte.items()}
        folgen = self._folgen(gruppe[0], zahlen)
        return self._nichts_kleines(folgen, zahlen) and self._geht_auf(folgen, folge, zahlen)

    def _folgen(self, familie: str, geliefert: Container[str]) -> Folgen:
        merkmale = [m for m in self._katalog.merkmale if self._familien[m.id] == familie]
        beziehungen = list(ueber_merkmale([m for m in merkmale if zaehlt(m, self._streng)], 0, [ORT]))
        bekannt = {Schluessel(m.id, 0, ORT) for m in merkmale if m.id in geliefert}
        geloest = aufloesen([b.gleichung for b in beziehungen], bekannt)
        teile_von: dict[Schluessel, tuple[str, ...]] = {zelle: (zelle.merkmal,) for zelle in geloest}
        mit_rest(beziehungen, bekannt, geloest, teile_von)
        return Folgen(beziehungen, geloest, teile_von)

    def _nichts_kleines(self, folgen: Folgen, zahlen: dict[str, NDArray[np.float64]]) -> bool:
        """Adds what follows to `zahlen`; whether none of it is small or below zero."""
        for zelle, kombination in folgen.geloest.items():
            wert = sum((gewicht * zahlen[teil.merkmal] for teil, gewicht in kombination.items()), _leer(zahlen))
            zahlen[zelle.merkmal] = wert
            schwelle = max(self._streng.get(m, 0) for m in folgen.teile_von[zelle])
            if np.any((wert != 0) & (np.abs(wert) < schwelle)):
                return False
            if np.any(wert < 0) and not any(self._katalog.merkmal(m).negativ_moeglich for m in folgen.teile_von[zelle]):
                return False
        return True

    def _geht_auf(self, folgen: Folgen, orte: list[GebietKey], zahlen: Mapping[str, NDArray[np.float64]]) -> bool:
        """Whether all sums add up, over Merkmale and over areas."""
        stelle = {ort: n for n, ort in enumerate(orte)}
        for summe, teile in folgen.beziehungen:
            if all(glied.merkmal in zahlen for glied in (summe, *teile)) and not _gleich(
                zahlen[summe.merkmal], sum((zahlen[teil.merkmal] for teil in teile), _leer(zahlen))
            ):
                return False
        ganze = [
            (stelle[oben], [stelle[k] for k in unten]) for oben, unten in self._eltern if stelle.keys() >= {*unten}
        ]
        return all(
            _gleich(zahl[[oben for oben, _ in ganze]], np.array([zahl[unten].sum() for _, unten in ganze]))
            for merkmal, zahl in zahlen.items()
            if merkmal in self._streng
        )


def _leer(zahlen: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    return np.zeros_like(next(iter(zahlen.values())))


def _gleich(summe: NDArray[np.float64], gezaehlt: NDArray[np.float64]) -> bool:
    """A little stricter than the system, which tells a contradiction with its place."""
    return bool(np.all(np.abs(summe - gezaehlt) <= 1e-7))


def _je_jahr(zeilen: Iterable[Zeile]) -> Iterable[Zeile]:
    """One row for each indicator and year."""
    gefunden: dict[tuple[str, int], Zeile] = {}
    for zeile in zeilen:
        gefunden.setdefault((zeile.indikator.id, zeile.zaehler.jahr), zeile)
    return gefunden.values()
