"""What it costs to hide a cell: the information that readers lose."""

from __future__ import annotations

from functools import cache
from itertools import chain

import numpy as np

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.protect.system import System, Zahlen

EBENE = 20.0  # an area's total is worth so many of its parts: totals stay wherever parts can go
ARTEN = 4.0  # the same for a sum over Merkmale; less, or a denominator of many indicators would go for one of few


def kosten(system: System, katalog: Katalog, stadt: Stadt) -> Zahlen:
    """Costs per column: larger counts, coarser levels, sums of Merkmale, cells of several indicators
    and of several years cost more.

    A tiny part that grows with the column's rank breaks ties, so the same input always gives the same pattern.
    """
    feinste = len(stadt.ebenen) - 1
    hoehe = {ebene.id: feinste - ebene.rang for ebene in stadt.ebenen}
    tiefe = {m.id: _tiefe(m.id, katalog) for m in katalog.merkmale}
    anzahl = len(system.werte)
    zaehler, nenner = system.paare.T
    genutzt = sum(np.bincount(x, minlength=anzahl) for x in (zaehler, nenner[nenner != zaehler]))

    @cache
    def stufe(ebene: str, merkmal: str, jahre: int) -> float:
        return EBENE ** hoehe.get(ebene, 0) * ARTEN ** tiefe.get(merkmal, 0) * jahre

    stufen = np.ones(anzahl)
    stufen[: len(system.schluessel)] = [stufe(z.gebiet.ebene, z.merkmal, z.jahre) for z in system.schluessel]
    rang = np.arange(anzahl) / max(anzahl, 1)
    return stufen * np.maximum(genutzt, 1) * (1 + np.log1p(np.abs(system.werte))) + rang * 1e-3


def _tiefe(merkmal: str, katalog: Katalog) -> int:
    """How many levels of parts a Merkmal sums up."""
    teile = chain(*katalog.merkmal(merkmal).zerlegungen)
    return max((1 + _tiefe(teil, katalog) for teil in teile), default=0)
