"""An attacker of its own: tries every table of whole numbers that agrees with what is published.

Shares no code with `sro.protect`. A table is described by its leaves; every published cell is the sum of some leaves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

Zelle = tuple[int, ...]  # the leaves that it sums


def spannen(
    blaetter: Sequence[int],
    zellen: Sequence[Zelle],
    gezeigt: Mapping[Zelle, float],
    spielraum: int,
    hoechstens: Mapping[Zelle, float] | None = None,
    gefragt: Sequence[Zelle] = (),
    mindestens: int = 1,
) -> dict[Zelle, int]:
    """The width of each hidden cell, and of `gefragt`, over all tables that agree with `gezeigt`.

    Hidden cells are at least `mindestens` (1 where zeros are shown), and at most `hoechstens`. Leaves are tried up to
    `spielraum` above their true value, which can only make the attacker look stronger. Leaves that are no cell may be
    zero.
    """
    bereiche = []
    for i, wahr in enumerate(blaetter):
        fest = gezeigt.get((i,))
        kleinste = mindestens if (i,) in zellen else 0
        hier = min([wahr + spielraum, *(int(summe) for zelle, summe in gezeigt.items() if i in zelle)])
        bereiche.append([int(fest)] if fest is not None else range(kleinste, hier + 1))
    tabellen = np.stack([g.ravel() for g in np.meshgrid(*[np.array(b) for b in bereiche], indexing="ij")])
    moeglich = np.ones(tabellen.shape[1], dtype=bool)
    summen = {zelle: tabellen[list(zelle)].sum(axis=0) for zelle in zellen}
    for zelle, summe in summen.items():
        moeglich &= (summe == gezeigt[zelle]) if zelle in gezeigt else (summe >= mindestens)
        moeglich &= summe <= (hoechstens or {}).get(zelle, np.inf)
    assert moeglich.any(), "the true table is always possible"
    summen |= {zelle: tabellen[list(zelle)].sum(axis=0) for zelle in gefragt}
    return {z: int(np.ptp(summe[moeglich])) for z, summe in summen.items() if z not in gezeigt}
