"""A quick choice of cells to hide, for components too large for the exact one. It is attacked just the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

import numpy as np

from sro.protect.schnitt import Schnitt, Startschnitt
from sro.protect.system import Muster, Zahlen


def gierig(
    kosten: Zahlen, waehlbar: Muster, verborgen: Muster, schnitte: Sequence[Schnitt | Startschnitt]
) -> Muster | None:
    """Hides more cells until every cut is fulfilled, each time the cell that costs least for what it adds.

    Never shows a cell again, so it ends. None where a cut cannot be fulfilled with the cells that may be hidden.
    """
    muster = verborgen.copy()
    nach_zelle = _nach_zelle(schnitte)
    offen = [stelle for zelle, stellen in nach_zelle.items() if muster[zelle] for stelle in stellen]
    heapify(offen)
    while offen:
        verletzt = schnitte[offen[0]]
        if verletzt.fehlt(muster) <= 1e-9:
            heappop(offen)  # it stays fulfilled, since nothing is shown again
            continue
        frei = waehlbar[verletzt.spalten] & ~muster[verletzt.spalten] & (verletzt.gewichte > 0)
        if not frei.any():
            return None
        nutzen = np.minimum(verletzt.gewichte, verletzt.fehlt(muster))
        preis = np.full(len(nutzen), np.inf)
        preis[frei] = kosten[verletzt.spalten][frei] / nutzen[frei]
        neu = int(verletzt.spalten[int(np.argmin(preis))])
        muster[neu] = True
        for stelle in nach_zelle.get(neu, ()):
            heappush(offen, stelle)
    return muster


def _nach_zelle(schnitte: Sequence[Schnitt | Startschnitt]) -> Mapping[int, list[int]]:
    """For each cell its cuts: they ask for nothing until it is hidden."""
    gefunden: dict[int, list[int]] = {}
    for stelle, schnitt in enumerate(schnitte):
        gefunden.setdefault(int(schnitt.fuer), []).append(stelle)
    return gefunden
