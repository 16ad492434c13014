"""The linear system of a publication: cells as columns, relations as rows of M with M · y = 0."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
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


@dataclass(frozen=True)
class System:
    """What an outsider can put down as equations. All arrays have one entry per column.

    Columns are the delivered cells, the virtual ones that follow from them, free ones that do not, and for each share
    the rest of its group (nenner − zaehler >= 0). `werte` solve M · y = 0 within the bounds; they are the true values
    where those are known and one possible choice elsewhere. `unter` holds for hidden cells: whoever knows that zeros
    are shown (`null_zeigen`) knows that a hidden count is at least one. `schwelle` is 0 where nothing needs protection.
    """

    schluessel: tuple[Schluessel, ...]
    index: dict[Schluessel, int]
    werte: Zahlen
    geliefert: Muster
    unter: Zahlen
    schwelle: Zahlen
    matrix: Any  # scipy.sparse.csr_array, relations × columns
    summen: int  # so many of the first rows are not about shares
    anteile: NDArray[np.intp]  # columns (zaehler, nenner) of the remaining rows, shape (n, 2)
    null_zeigen: bool = True

    def spalten(self, zellen: Collection[Schluessel]) -> Muster:
        """True for the given cells."""
        if len(zellen) > len(self.schluessel):
            return np.fromiter((zelle in zellen for zelle in self.schluessel), dtype=bool, count=len(self.schluessel))
        muster = np.zeros(len(self.schluessel), dtype=bool)
        muster[[self.index[zelle] for zelle in zellen if zelle in self.index]] = True
        return muster

    def paare(self, zeilen: Sequence[Zeile]) -> NDArray[np.intp]:
        """The columns (zaehler, nenner) of each row, shape (n, 2)."""
        spalten = [self.index[zelle] for _, zaehler, nenner in zeilen for zelle in (zaehler, nenner)]
        return np.array(spalten, dtype=np.intp).reshape(-1, 2)

    def obergrenzen(self, muster: Muster) -> Zahlen:
        """The largest value that the shown denominators allow each cell; inf where there is none."""
        ober = np.full(len(self.schluessel), np.inf)
        if len(self.anteile):
            zaehler, nenner = self.anteile[~muster[self.anteile[:, 1]]].T
            np.minimum.at(ober, zaehler, self.werte[nenner])
        return ober


def aufbauen(zellen: Zellen, katalog: Katalog, flaechen: Flaechen, rand: Set[Schluessel] = frozenset()) -> System:
    """The system of all cells, without sums of those in `rand`. Widerspruch where known values cannot all be true."""
    geliefert = sorted(zellen.alle)
    gewebe = netz([zelle for zelle in geliefert if zelle not in rand], zellen.werte, katalog, flaechen)
    reste = _reste(zellen, {zelle: rang for rang, zelle in enumerate(geliefert)})
    ungeliefert = (*sorted(gewebe.virtuell), *sorted(gewebe.frei))
    schluessel = (*geliefert, *ungeliefert, *(rest for rest, _ in reste.values()))
    index = {zelle: spalte for spalte, zelle in enumerate(schluessel)}
    anteile = [{nenner: -1.0, zaehler: 1.0, rest: 1.0} for (zaehler, nenner), (rest, _) in reste.items()]
    matrix = _matrix([*gewebe.gleichungen, *anteile], index)
    bekannt = {**gewebe.virtuell, **dict(reste.values()), **zellen.werte}
    sicher = set(geliefert) - zellen.unklar
    gezaehlt = [gewebe.teile_von.get(z, (z.merkmal,)) for z in schluessel]
    kleinste, strengste = cache(partial(_unter, katalog)), cache(partial(_schwelle, schwellen(katalog)))
    unter = np.array([kleinste(z in sicher, merkmale) for z, merkmale in zip(schluessel, gezaehlt, strict=True)])
    schwelle = [strengste(merkmale) for merkmale in gezaehlt]
    return System(
        schluessel=schluessel,
        index=index,
        werte=_vervollstaendigt(np.array([bekannt.get(z) for z in schluessel], dtype=float), matrix, unter),
        geliefert=np.arange(len(schluessel)) < len(geliefert),
        unter=unter,
        schwelle=np.where([z in gewebe.frei for z in schluessel], 0.0, np.array(schwelle, dtype=float)),
        matrix=matrix,
        summen=len(gewebe.gleichungen),
        anteile=np.array([(index[z], index[n]) for z, n in reste], dtype=np.intp).reshape(-1, 2),
        null_zeigen=katalog.geheimhaltung.null_zeigen,
    )


def _reste(
    zellen: Zellen, rang: Mapping[Schluessel, int]
) -> dict[tuple[Schluessel, Schluessel], tuple[Schluessel, float | None]]:
    """For each share (zaehler, nenner): the rest of the group that is not counted, with its size where it is known.

    `rang` tells the place of every cell in their order.
    """
    paare = {
        (zaehler, nenner): (rang[zaehler], rang[nenner])
        for indikator, zaehler, nenner in zellen.zeilen
        if indikator.art is Anteilsart.ANTEIL and zaehler != nenner and zaehler in rang and nenner in rang
    }
    return {paar: _rest(*paar, zellen.werte) for paar in sorted(paare, key=paare.__getitem__)}


def _rest(zaehler: Schluessel, nenner: Schluessel, werte: dict[Schluessel, float]) -> tuple[Schluessel, float | None]:
    rest = Schluessel(f"{nenner.merkmal} ohne {zaehler.merkmal}", nenner.jahr, nenner.gebiet, nenner.jahre)
    if zaehler not in werte or nenner not in werte:
        return rest, None
    if werte[zaehler] > werte[nenner] + 1e-6:
        raise Widerspruch(
            f"{zaehler} ist mit {werte[zaehler]:g} größer als die Gruppe „{nenner.merkmal}“ mit {werte[nenner]:g}. "
            "Bitte Zähler oder Nenner berichtigen."
        )
    return rest, werte[nenner] - werte[zaehler]


def _matrix(gleichungen: list[Kombination], index: dict[Schluessel, int]) -> Any:
    eintraege = [
        (zeile, index[zelle], gewicht)
        for zeile, gleichung in enumerate(gleichungen)
        for zelle, gewicht in gleichung.items()
    ]
    zeilen, spalten, werte = zip(*eintraege, strict=True) if eintraege else ((), (), ())
    return sparse.csr_array((werte, (zeilen, spalten)), shape=(len(gleichungen), len(index)), dtype=float)


def _schwelle(streng: Mapping[str, int], merkmale: tuple[str, ...]) -> int:
    return max((streng.get(m, 0) for m in merkmale), default=0)


def _unter(katalog: Katalog, sicher: bool, merkmale: tuple[str, ...]) -> float:
    """The least value of a hidden cell: one for counts that are hidden for certain, where zeros are shown."""
    bekannte = [m for m in katalog.merkmale if m.id in merkmale]
    if any(m.negativ_moeglich for m in bekannte):
        return -np.inf
    groesser_null = katalog.geheimhaltung.null_zeigen and sicher and all(m.ganzzahlig for m in bekannte)
    return 1.0 if groesser_null else 0.0


def _vervollstaendigt(werte: Zahlen, matrix: Any, unter: Zahlen) -> Zahlen:
    """Fills unknown values (NaN) with one solution. Widerspruch if there is none."""
    offen = np.flatnonzero(np.isnan(werte))
    if not len(offen):
        return werte
    teil = matrix[:, offen]
    zeilen = np.flatnonzero(np.diff(teil.indptr))
    rechts = -(matrix @ np.nan_to_num(werte))[zeilen]
    grenzen = np.column_stack([unter[offen], np.full(len(offen), np.inf)])
    loesung = linprog(np.zeros(len(offen)), A_eq=teil[zeilen], b_eq=rechts, bounds=grenzen)
    if loesung.status != 0:
        raise Widerspruch(
            "Die Zahlen widersprechen sich: Es gibt keine Werte für die geheim gehaltenen Zellen, mit denen Summen und "
            "Anteile aufgehen. Bitte Summen und Nenner der Lieferung prüfen."
        )
    voll = werte.copy()
    voll[offen] = loesung.x
    return voll
