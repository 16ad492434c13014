"""A second attacker of its own, for tables that are too large to try them all: linear programs over the leaves.

Shares no code with `sro.protect`. A table is described by its leaves; every published cell is the sum of some leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from scipy.optimize import linprog

from tests.protect.aufzaehlung import Zelle


def breiten(
    blaetter: int, zellen: Iterable[Zelle], gezeigt: Mapping[Zelle, float], gefragt: Iterable[Zelle] = ()
) -> dict[Zelle, float]:
    """The width of each hidden cell, and of `gefragt`, over all tables that agree with `gezeigt`.

    Hidden cells are at least one: zeros are shown. Leaves that are no cell may be zero.
    """
    geheim = [zelle for zelle in zellen if zelle not in gezeigt]
    wissen: dict[str, object] = {"bounds": (0, 1000)}
    if gezeigt:
        wissen |= {"A_eq": np.array([_vektor(z, blaetter) for z in gezeigt]), "b_eq": list(gezeigt.values())}
    if geheim:
        wissen |= {"A_ub": -np.array([_vektor(z, blaetter) for z in geheim]), "b_ub": -np.ones(len(geheim))}
    gefunden = {}
    for zelle in dict.fromkeys([*geheim, *gefragt]):
        enden = [linprog(richtung * _vektor(zelle, blaetter), **wissen) for richtung in (1, -1)]
        assert all(ende.status == 0 for ende in enden), "the true table is always possible"
        gefunden[zelle] = float(-enden[1].fun - enden[0].fun)
    return gefunden


def zu_enge(
    werte: list[int], zellen: list[Zelle], gezeigt: Mapping[Zelle, float], schwelle: int, kleine: Iterable[Zelle] = ()
) -> dict[Zelle, float]:
    """Hidden cells, and `kleine` that nobody delivered, narrower than the threshold although hiding could do more."""
    nullen = {zelle: 0.0 for zelle in zellen if not sum(werte[i] for i in zelle)}
    offen = breiten(len(werte), zellen, gezeigt, kleine)
    erreichbar = breiten(len(werte), zellen, nullen, kleine)
    return {z: b for z, b in offen.items() if b < max(1.0, min(schwelle, erreichbar[z])) - 1e-4}


def folgt(gesucht: Zelle, aus: Iterable[Zelle], blaetter: int) -> bool:
    """Whether a sum of leaves is a linear combination of others."""
    vektoren = np.array([_vektor(zelle, blaetter) for zelle in (*aus, gesucht)])
    return bool(np.linalg.matrix_rank(vektoren) == np.linalg.matrix_rank(vektoren[:-1])) if len(vektoren) > 1 else False


def _vektor(zelle: Zelle, blaetter: int) -> np.typing.NDArray[np.float64]:
    return np.array([float(i in zelle) for i in range(blaetter)])
