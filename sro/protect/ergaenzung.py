"""Complementary suppression: which further cells must be hidden so that no hidden one can be computed.

Every component of the system is solved for the cheapest pattern, attacked, and solved again with the cuts that the
successful attacks teach, until no attack succeeds. What is asked for: the interval of every hidden cell is at least as
wide as its threshold, or as wide as it would be with everything about it hidden, whichever is less, and never less than
one. That holds for complementary cells too, because an outsider cannot tell them from the small ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from sro.protect.angriff import TOLERANZ, Spannen, angreifen
from sro.protect.auswahl import waehlen
from sro.protect.heuristik import gierig
from sro.protect.schnitt import Schnitt, Startschnitt, schnitt_aus_angriff, schnitt_einer_mehr, startschnitte
from sro.protect.system import Muster, System, Zahlen

GENAUE = 12  # rounds with the cheapest choice; a component that is not safe by then is chosen for quickly
RUNDEN = 60  # of solving and attacking; a component that is not safe by then is hidden as a whole


@dataclass(frozen=True)
class Lage:
    """What is given, one entry per column. Virtual columns are always in `geheim`: they are never shown.

    `geheim` must be hidden, `waehlbar` may be, `schutz` needs a wide interval once it is hidden. `befreibar` could be
    hidden if nothing had been published before; it only tells which width can be asked for.
    No cell needs more than the width `genuegt` (inf as a rule): what was told before, hiding does not take back.
    `mitgefangen` are pairs (zelle, nenner): whoever hides the denominator hides the whole row, so the cell as well.
    """

    geheim: Muster
    waehlbar: Muster
    schutz: Muster
    befreibar: Muster
    kosten: Zahlen
    genuegt: Zahlen
    mitgefangen: NDArray[np.intp]  # shape (n, 2)


class NichtSchuetzbar(Exception):
    """`spalte` stays too narrow even where everything that may be hidden is hidden."""

    def __init__(self, spalte: int) -> None:
        super().__init__(spalte)
        self.spalte = spalte


def ergaenzen(system: System, lage: Lage, komponenten: NDArray[np.intp], aktiv: set[int]) -> Muster:
    """The pattern of hidden cells; only the components in `aktiv` are worked on. NichtSchuetzbar if there is none."""
    schnitte = _anfang(system, lage, komponenten, aktiv)
    muster = lage.geheim.copy()
    offen = set(aktiv)
    for runde in range(RUNDEN + 1):
        for k in sorted(offen):
            waehlbar = lage.waehlbar & (komponenten == k)
            eigene = muster & (komponenten != k) | lage.geheim
            suchen = waehlen if runde < GENAUE else gierig
            gewaehlt = suchen(lage.kosten, waehlbar, eigene, schnitte[k]) if runde < RUNDEN else None
            muster = eigene | waehlbar if gewaehlt is None else gewaehlt
        schutz = lage.schutz & np.isin(komponenten, list(offen))
        spannen, enge = zu_enge(system, muster, schutz, lage.befreibar, lage.genuegt)
        if not enge:
            return muster
        for spalte, verlangt in enge.items():
            k = int(komponenten[spalte])
            schnitte[k].append(_lehre(system, lage, komponenten, muster, spannen, spalte, verlangt))
        offen = {int(komponenten[spalte]) for spalte in enge}
    raise AssertionError("unreachable: the last round hides everything")


def _lehre(
    system: System,
    lage: Lage,
    komponenten: NDArray[np.intp],
    muster: Muster,
    spannen: Spannen,
    spalte: int,
    verlangt: float,
) -> Schnitt:
    """A cut that the present pattern violates. NichtSchuetzbar where nothing is left to hide."""
    frei = np.flatnonzero(lage.waehlbar & ~muster & (komponenten == komponenten[spalte]))
    if not len(frei):
        raise NichtSchuetzbar(spalte)
    gelernt = schnitt_aus_angriff(system, spannen, spalte, verlangt)
    if gelernt.fehlt(muster) > TOLERANZ and np.isin(frei, gelernt.spalten).any():
        return gelernt
    return schnitt_einer_mehr(frei, spalte)


def zu_enge(
    system: System, verborgen: Muster, schutz: Muster, befreibar: Muster, genuegt: Zahlen | float = np.inf
) -> tuple[Spannen, dict[int, float]]:
    """Attacks a pattern: the intervals, and the hidden cells of `schutz` that are too narrow with the width asked for.

    `befreibar` are the cells that could have been hidden too; they tell what width suppression can reach at all.
    """
    ober = system.obergrenzen(verborgen)
    erlaubt = ober - system.unter
    ziel = np.where(verborgen & schutz, np.maximum(1.0, np.minimum(system.schwelle, erlaubt)), 0.0)
    ziel = np.minimum(ziel, genuegt)
    spannen = angreifen(system, verborgen, ziel)
    enge = np.flatnonzero(spannen.breite < ziel - TOLERANZ)
    if not len(enge):
        return spannen, {}
    gefragt = np.zeros(len(ziel))
    gefragt[enge] = ziel[enge]
    hoechstens = np.maximum(1.0, angreifen(system, verborgen | befreibar, gefragt, ober).breite)
    verlangt = np.minimum(ziel, hoechstens)
    return spannen, {int(k): float(verlangt[k]) for k in enge if spannen.breite[k] < verlangt[k] - TOLERANZ}


def komponenten(system: System, gefaehrdet: Muster) -> NDArray[np.intp]:
    """A label per column: what has to be decided together.

    Sums join their cells. A row joins its numerator to its denominator only where a cell of the denominator's component
    is `gefaehrdet`, that is hidden or too small: elsewhere all denominators are shown and stay so.
    """
    kanten = [_erste_zu_allen(system.matrix[: system.summen])]
    marken = _marken(kanten, len(system.werte))
    verbunden = system.paare[np.isin(marken[system.paare[:, 1]], marken[gefaehrdet])]
    return _marken([*kanten, (verbunden[:, 0], verbunden[:, 1])], len(system.werte))


def _erste_zu_allen(summen: Any) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Edges that join the cells of each sum."""
    laenge = np.diff(summen.indptr)
    erste = summen.indices[summen.indptr[:-1][laenge > 0]]
    return np.repeat(erste, laenge[laenge > 0]), summen.indices


def _marken(kanten: list[tuple[NDArray[np.intp], NDArray[np.intp]]], spalten: int) -> NDArray[np.intp]:
    von = np.concatenate([np.zeros(0, dtype=np.intp), *(a for a, _ in kanten)])
    nach = np.concatenate([np.zeros(0, dtype=np.intp), *(b for _, b in kanten)])
    graph = sparse.coo_array((np.ones(len(von)), (von, nach)), shape=(spalten, spalten))
    marken: NDArray[np.intp] = connected_components(graph, directed=False)[1]
    return marken


def _anfang(
    system: System, lage: Lage, komponenten: NDArray[np.intp], aktiv: set[int]
) -> dict[int, list[Schnitt | Startschnitt]]:
    """The cuts that are known before any attack, by component."""
    niemand = np.zeros(len(system.werte), dtype=bool)
    weite = np.minimum(np.minimum(system.schwelle, system.obergrenzen(niemand) - system.unter), lage.genuegt)
    bedarf = lage.schutz & (lage.geheim | lage.waehlbar) & np.isin(komponenten, list(aktiv))
    schnitte: dict[int, list[Schnitt | Startschnitt]] = {k: [] for k in sorted(aktiv)}
    for neu in [*startschnitte(system, np.where(bedarf, weite, 0.0)), *_mitgefangene(lage, komponenten, aktiv)]:
        schnitte[int(komponenten[neu.fuer])].append(neu)
    return schnitte


def _mitgefangene(lage: Lage, komponenten: NDArray[np.intp], aktiv: set[int]) -> Iterator[Startschnitt]:
    for paar in lage.mitgefangen[np.isin(komponenten[lage.mitgefangen[:, 1]], list(aktiv))]:
        yield Startschnitt(int(paar[1]), partial(schnitt_einer_mehr, paar[:1], paar[1]))
