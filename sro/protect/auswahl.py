"""The cheapest cells to hide such that all cuts are fulfilled: a mixed-integer program (HiGHS)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from sro.protect.heuristik import gierig
from sro.protect.schnitt import Schnitt, Startschnitt
from sro.protect.system import Muster, Zahlen

GROESSTE = 800  # cells that may be hidden; above it the heuristic chooses
KNOTEN = 5000  # of the search tree; a count, not a time, so that the result is the same on every machine


def waehlen(
    kosten: Zahlen, waehlbar: Muster, verborgen: Muster, schnitte: Sequence[Schnitt | Startschnitt]
) -> Muster | None:
    """The pattern that keeps `verborgen` hidden and adds the cheapest of `waehlbar`; None where there is none."""
    if np.count_nonzero(waehlbar) > GROESSTE:
        return gierig(kosten, waehlbar, verborgen, schnitte)
    frei = np.flatnonzero(waehlbar & ~verborgen)
    noetig = [s for s in schnitte if verborgen[s.fuer] or waehlbar[s.fuer]]
    if not len(frei) or not noetig:
        return verborgen if all(s.fehlt(verborgen) <= 1e-9 for s in noetig) else None
    stelle = {int(spalte): i for i, spalte in enumerate(frei)}
    zeilen, unten = zip(*(_zeile(s, stelle, verborgen) for s in noetig), strict=True)
    loesung = milp(
        kosten[frei],
        integrality=np.ones(len(frei)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(sparse.csr_array(np.array(zeilen)), np.array(unten), np.inf),
        options={"mip_rel_gap": 0.0, "node_limit": KNOTEN},
    )
    if loesung.x is None:
        return None if loesung.status == 2 else gierig(kosten, waehlbar, verborgen, schnitte)
    muster = verborgen.copy()
    muster[frei] |= loesung.x > 0.5
    return muster


def _zeile(schnitt: Schnitt | Startschnitt, stelle: dict[int, int], verborgen: Muster) -> tuple[Zahlen, float]:
    """The cut as a row over the free cells and its lower bound; what is hidden anyway is counted beforehand."""
    fest = float(schnitt.gewichte[verborgen[schnitt.spalten]].sum())
    rest = max(schnitt.breite - fest, 0.0)
    zeile = np.zeros(len(stelle))
    for spalte, gewicht in zip(schnitt.spalten, schnitt.gewichte, strict=True):
        if int(spalte) in stelle:
            zeile[stelle[int(spalte)]] += min(float(gewicht), rest)
    if verborgen[schnitt.fuer]:
        return zeile, rest
    zeile[stelle[schnitt.fuer]] -= rest
    return zeile, 0.0
