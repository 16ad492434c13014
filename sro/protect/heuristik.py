"""A quick choice of cells to hide, for components too large for the exact one. It is attacked just the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sro.protect.schnitt import Schnitt
from sro.protect.system import Muster, Zahlen


def gierig(kosten: Zahlen, waehlbar: Muster, verborgen: Muster, schnitte: Sequence[Schnitt]) -> Muster | None:
    """Hides more cells until every cut is fulfilled, each time the cell that costs least for what it adds.

    Never shows a cell again, so it ends. None where a cut cannot be fulfilled with the cells that may be hidden.
    """
    muster = verborgen.copy()
    while True:
        verletzt = next((s for s in schnitte if s.fehlt(muster) > 1e-9), None)
        if verletzt is None:
            return muster
        frei = waehlbar[verletzt.spalten] & ~muster[verletzt.spalten] & (verletzt.gewichte > 0)
        if not frei.any():
            return None
        nutzen = np.minimum(verletzt.gewichte, verletzt.fehlt(muster))
        preis = np.full(len(nutzen), np.inf)
        preis[frei] = kosten[verletzt.spalten][frei] / nutzen[frei]
        muster[verletzt.spalten[int(np.argmin(preis))]] = True
