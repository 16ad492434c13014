"""Which figures need no solver: where nothing is hidden and nothing small follows from what is shown.

Sums tie Merkmale of one family in one year, and windows tie years. A group of one family and year is quiet where no
cell of it is hidden and every area has the same Merkmale: then all that follows does so within each area
(`beziehungen`), and can be computed for all areas at once. A group of pooled cells is quiet where they tell nothing of
their own (`deckung`). Whatever is doubtful is not quiet: the system looks at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

import numpy as np
from numpy.typing import NDArray

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Katalog
from sro.protect.beziehungen import Gruppe
from sro.protect.deckung import Deckung, einzelne_jahre, ist_gebuendelt
from sro.protect.folgen import Familien, Folgen
from sro.protect.zellen import Flaechen, Schluessel, Zeile, Zellen

Werte = dict[str, dict[GebietKey, float]]  # Merkmal → area → value, of one group


class Ruhe:
    """Tells the groups of a catalogue and a city apart."""

    def __init__(self, katalog: Katalog, flaechen: Flaechen) -> None:
        self._katalog = katalog
        self._familien = Familien(katalog)
        self._streng = self._familien.streng
        self._flaechen = flaechen

    def gruppe(self, zelle: Schluessel) -> Gruppe:
        return self._familien.von[zelle.merkmal], zelle.jahr, zelle.jahre

    def unruhige(self, zellen: Zellen, geheim: Iterable[Schluessel]) -> set[Gruppe]:
        """The groups that need the solver, those whose numerators go with a denominator in one of them, and the years
        of those that are pooled.
        """
        geheim = set(geheim)
        gruppen = self._gruppen(zellen.werte)
        offen = self._offene(gruppen, Deckung(self._familien, zellen.werte, geheim))
        unruhig = _mit_jahren({self.gruppe(zelle) for zelle in geheim} | self._zu_gross(zellen) | offen)
        for gruppe, werte in gruppen.items():
            if gruppe not in unruhig and not ist_gebuendelt(gruppe) and not self._ist_ruhig(gruppe, werte):
                unruhig.add(gruppe)
        return self._mit_zaehlern(unruhig, zellen.zeilen)

    def offene_fenster(self, zellen: Zellen, geheim: Set[Schluessel]) -> set[Gruppe]:
        """The groups with a pooled cell that what is shown of its years does not cover."""
        gebuendelt = {z: 0.0 for zeile in zellen.zeilen for z in zeile[1:] if z.jahre > 1}
        return self._offene(self._gruppen(gebuendelt), Deckung(self._familien, zellen.werte, geheim))

    def _offene(self, gruppen: Mapping[Gruppe, Werte], deckung: Deckung) -> set[Gruppe]:
        return {
            (familie, jahr, jahre)
            for (familie, jahr, jahre), merkmale in gruppen.items()
            if jahre > 1
            and not all(deckung.deckt(Schluessel(m, jahr, ort, jahre)) for m, orte in merkmale.items() for ort in orte)
        }

    def _gruppen(self, werte: Mapping[Schluessel, float]) -> dict[Gruppe, Werte]:
        nach_merkmal: defaultdict[tuple[str, int, int], dict[GebietKey, float]] = defaultdict(dict)
        for (merkmal, jahr, gebiet, jahre), wert in werte.items():
            nach_merkmal[merkmal, jahr, jahre][gebiet] = wert
        gruppen: defaultdict[Gruppe, Werte] = defaultdict(dict)
        for (merkmal, jahr, jahre), nach_gebiet in nach_merkmal.items():
            gruppen[self._familien.von[merkmal], jahr, jahre][merkmal] = nach_gebiet
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
            unruhig = _mit_jahren(unruhig | neu)
        return unruhig

    def _ist_ruhig(self, gruppe: Gruppe, werte: Werte) -> bool:
        orte = {gebiet for merkmal, gebiete in werte.items() if merkmal in self._streng for gebiet in gebiete}
        if not orte:
            return True  # no relations: nobody is counted
        orte = self._flaechen.beruehrt_von(orte)
        if any(not orte <= gebiete.keys() for gebiete in werte.values()):
            return False
        folge = list(orte)
        zahlen = {merkmal: np.array([gebiete[ort] for ort in folge]) for merkmal, gebiete in werte.items()}
        folgen = self._familien.folgen(gruppe[0], zahlen)
        return self._nichts_kleines(folgen, zahlen) and self._geht_auf(folgen, folge, zahlen)

    def _nichts_kleines(self, folgen: Folgen, zahlen: dict[str, NDArray[np.float64]]) -> bool:
        """Adds what follows to `zahlen`; whether none of it is small or below zero."""
        for zelle, kombination in folgen.geloest.items():
            wert = sum((gewicht * zahlen[teil.merkmal] for teil, gewicht in kombination.items()), _leer(zahlen))
            zahlen[zelle.merkmal] = wert
            schwelle = max(self._streng.get(m, 0) for m in folgen.teile_von[zelle])
            if np.any((np.abs(wert) < schwelle) & ((wert != 0) | (not self._katalog.geheimhaltung.null_zeigen))):
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
        summen = self._flaechen.summen({*stelle})
        ganze = [(stelle[oben], [stelle[teil] for teil in unten]) for oben, unten in summen]
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


def _mit_jahren(gruppen: set[Gruppe]) -> set[Gruppe]:
    """The groups and the years of those that are pooled."""
    return gruppen.union(*(einzelne_jahre(gruppe) for gruppe in gruppen if ist_gebuendelt(gruppe)))


def _je_jahr(zeilen: Iterable[Zeile]) -> Iterable[Zeile]:
    """One row for each indicator and period."""
    gefunden: dict[tuple[str, int, int], Zeile] = {}
    for zeile in zeilen:
        gefunden.setdefault((zeile.indikator.id, zeile.zaehler.jahr, zeile.zaehler.jahre), zeile)
    return gefunden.values()
