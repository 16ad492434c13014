"""The linear system of a publication: cells as columns, relations as rows of M with M · y = 0."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog

from sro.model.indikator import Anteilsart, Katalog
from sro.protect.aufloesung import Kombination
from sro.protect.beziehungen import netz
from sro.protect.regeln import schwellen
from sro.protect.zellen import Flaechen, Schluessel, Widerspruch, Zeile, Zellen

Zahlen = NDArray[np.float64]
Muster = NDArray[np.bool_]  # one truth value per column: hidden or not
Paare = NDArray[np.intp]  # columns (zaehler, nenner), shape (n, 2)


@dataclass(frozen=True)
class System:
    """What an outsider can put down as equations. All arrays have one entry per column.

    Columns are the delivered cells, the virtual ones that follow from them, free ones that do not, and for each share
    the rest of its group (nenner − zaehler >= 0), which has no name and is never small. `werte` solve M · y = 0 within
    the bounds; they are the true values where those are known and one possible choice elsewhere. `unter` holds for
    hidden cells: whoever knows that zeros are shown (`null_zeigen`) knows that a hidden count is at least one.
    `schwelle` is 0 where nothing needs protection.
    """

    schluessel: tuple[Schluessel, ...]
    index: dict[Schluessel, int]
    werte: Zahlen
    geliefert: Muster
    unter: Zahlen
    schwelle: Zahlen
    matrix: Any  # scipy.sparse.csr_array, relations × columns
    summen: int  # so many of the first rows are not about shares
    anteile: Paare  # of the remaining rows
    paare: Paare  # of all indicators' rows with both cells
    null_zeigen: bool = True

    def spalten(self, zellen: Collection[Schluessel]) -> Muster:
        """True for the given cells."""
        muster = np.zeros(len(self.werte), dtype=bool)
        if len(zellen) > len(self.schluessel):
            muster[: len(self.schluessel)] = [zelle in zellen for zelle in self.schluessel]
            return muster
        muster[[spalte for spalte in map(self.index.get, zellen) if spalte is not None]] = True
        return muster

    def obergrenzen(self, muster: Muster) -> Zahlen:
        """The largest value that the shown denominators allow each cell; inf where there is none."""
        ober = np.full(len(self.werte), np.inf)
        if len(self.anteile):
            zaehler, nenner = self.anteile[~muster[self.anteile[:, 1]]].T
            np.minimum.at(ober, zaehler, self.werte[nenner])
        return ober


def aufbauen(zellen: Zellen, katalog: Katalog, flaechen: Flaechen, rand: Set[Schluessel] = frozenset()) -> System:
    """The system of all cells, without sums of those in `rand`. Widerspruch where known values cannot all be true."""
    geliefert = zellen.geordnet()
    gewebe = netz([zelle for zelle in geliefert if zelle not in rand], zellen.werte, katalog, flaechen)
    ungeliefert = (*sorted(gewebe.virtuell), *sorted(gewebe.frei))
    schluessel = (*geliefert, *ungeliefert)
    index = {zelle: spalte for spalte, zelle in enumerate(schluessel)}
    bekannt = [*map(zellen.werte.get, geliefert), *map(gewebe.virtuell.get, ungeliefert)]
    werte = np.array(bekannt, dtype=float)  # NaN where nothing is known
    paare, ist_anteil = _paare(zellen.zeilen, index, len(geliefert))
    anteile = _anteile(paare[ist_anteil], werte, schluessel)
    reste = werte[anteile[:, 1]] - werte[anteile[:, 0]]
    matrix = _matrix(gewebe.gleichungen, index, anteile)
    sicher = np.array([zelle not in zellen.unklar for zelle in schluessel], dtype=bool)
    sicher[len(geliefert) :] = False
    gezaehlt = [gewebe.teile_von.get(zelle, (zelle.merkmal,)) for zelle in schluessel]
    unter, schwelle = _grenzen(gezaehlt, sicher, katalog, len(reste))
    schwelle[len(geliefert) + len(gewebe.virtuell) :] = 0.0
    return System(
        schluessel=schluessel,
        index=index,
        werte=_moegliche(np.append(werte, reste), matrix, unter),
        geliefert=np.arange(len(unter)) < len(geliefert),
        unter=unter,
        schwelle=schwelle,
        matrix=matrix,
        summen=len(gewebe.gleichungen),
        anteile=anteile,
        paare=paare,
        null_zeigen=katalog.geheimhaltung.null_zeigen,
    )


def _paare(zeilen: Sequence[Zeile], index: Mapping[Schluessel, int], geliefert: int) -> tuple[Paare, Muster]:
    """The columns of each row with both cells among the first `geliefert`, and which of them are shares."""
    spalten = [index.get(zelle, geliefert) for zeile in zeilen for zelle in (zeile.zaehler, zeile.nenner)]
    paare = np.array(spalten, dtype=np.intp).reshape(-1, 2)
    ist_anteil = np.array([zeile.indikator.art is Anteilsart.ANTEIL for zeile in zeilen], dtype=bool)
    ganze = (paare < geliefert).all(axis=1)
    return paare[ganze], ist_anteil[ganze]


def _anteile(paare: Paare, werte: Zahlen, schluessel: Sequence[Schluessel]) -> Paare:
    """Each share once. Widerspruch where more are counted than the group has."""
    anteile = np.unique(paare[paare[:, 0] != paare[:, 1]], axis=0)
    zu_gross = anteile[werte[anteile[:, 0]] > werte[anteile[:, 1]] + 1e-6]
    for zaehler, nenner in zu_gross[:1]:
        raise Widerspruch(
            f"{schluessel[zaehler]} ist mit {werte[zaehler]:g} größer als die Gruppe „{schluessel[nenner].merkmal}“ "
            f"mit {werte[nenner]:g}. Bitte Zähler oder Nenner berichtigen."
        )
    return anteile


def _matrix(gleichungen: Sequence[Kombination], index: Mapping[Schluessel, int], anteile: Paare) -> Any:
    """First the equations between named cells, then for each share: zaehler + rest − nenner = 0."""
    summen = [(zeile, index[zelle], gewicht) for zeile, g in enumerate(gleichungen) for zelle, gewicht in g.items()]
    nummer = np.arange(len(anteile))
    glieder = ((anteile[:, 0], 1.0), (len(index) + nummer, 1.0), (anteile[:, 1], -1.0))
    reste = [
        np.column_stack([len(gleichungen) + nummer, spalten, np.full(len(nummer), gewicht)])
        for spalten, gewicht in glieder
    ]
    zeilen, spalten, gewichte = np.concatenate([np.array(summen, dtype=float).reshape(-1, 3), *reste]).T
    gestalt = (len(gleichungen) + len(nummer), len(index) + len(nummer))
    return sparse.csr_array((gewichte, (zeilen.astype(np.intp), spalten.astype(np.intp))), shape=gestalt)


def _grenzen(
    gezaehlt: Sequence[tuple[str, ...]], sicher: Muster, katalog: Katalog, reste: int
) -> tuple[Zahlen, Zahlen]:
    """Least value once hidden, and threshold: the same for all cells that count the same Merkmale, zero for `reste`.

    `gezaehlt` are these Merkmale; `sicher` tells which cells are no zero once they are hidden.
    """
    streng = schwellen(katalog)
    arten = {merkmale: nummer for nummer, merkmale in enumerate(dict.fromkeys(gezaehlt))}
    art = np.array([arten[merkmale] for merkmale in gezaehlt], dtype=np.intp)
    sonst, kleinste = (np.array([_unter(katalog, ob, m) for m in arten], dtype=float) for ob in (False, True))
    schwelle = np.array([_schwelle(streng, merkmale) for merkmale in arten], dtype=float)
    unter = np.where(sicher, kleinste[art], sonst[art])
    return np.append(unter, np.zeros(reste)), np.append(schwelle[art], np.zeros(reste))


def _schwelle(streng: Mapping[str, int], merkmale: tuple[str, ...]) -> int:
    return max((streng.get(m, 0) for m in merkmale), default=0)


def _unter(katalog: Katalog, sicher: bool, merkmale: tuple[str, ...]) -> float:
    """The least value of a hidden cell: one for counts that are hidden for certain, where zeros are shown."""
    bekannte = [m for m in katalog.merkmale if m.id in merkmale]
    if any(m.negativ_moeglich for m in bekannte):
        return -np.inf
    groesser_null = katalog.geheimhaltung.null_zeigen and sicher and all(m.ganzzahlig for m in bekannte)
    return 1.0 if groesser_null else 0.0


def _moegliche(werte: Zahlen, matrix: Any, unter: Zahlen) -> Zahlen:
    voll = vervollstaendigt(werte, matrix, unter)
    if voll is None:
        raise Widerspruch(
            "Die Zahlen widersprechen sich: Es gibt keine Werte für die geheim gehaltenen Zellen, mit denen Summen und "
            "Anteile aufgehen. Bitte Summen und Nenner der Lieferung prüfen."
        )
    return voll


def vervollstaendigt(werte: Zahlen, matrix: Any, unter: Zahlen) -> Zahlen | None:
    """Fills unknown values (NaN) with one solution; None if there is none. Equations without unknowns are not asked."""
    offen = np.flatnonzero(np.isnan(werte))
    if not len(offen):
        return werte
    teil = matrix[:, offen]
    zeilen = np.flatnonzero(np.diff(teil.indptr))
    rechts = -(matrix @ np.nan_to_num(werte))[zeilen]
    grenzen = np.column_stack([unter[offen], np.full(len(offen), np.inf)])
    loesung = linprog(np.zeros(len(offen)), A_eq=teil[zeilen], b_eq=rechts, bounds=grenzen)
    if loesung.status != 0:
        return None
    voll = werte.copy()
    voll[offen] = loesung.x
    return voll
