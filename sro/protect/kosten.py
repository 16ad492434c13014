"""What it costs to hide a cell: the information that readers lose."""

from __future__ import annotations

import numpy as np

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.protect.system import System, Zahlen
from sro.protect.zellen import Zeile

EBENE = 20.0  # an area's total is worth so many of its parts: totals stay wherever parts can go
ARTEN = 4.0  # the same for a sum over Merkmale; less, or a denominator of many indicators would go for one of few


def kosten(system: System, zeilen: list[Zeile], katalog: Katalog, stadt: Stadt) -> Zahlen:
    """Costs per column: larger counts, coarser levels, sums of Merkmale, cells of several indicators
    and of several years cost more.

    A tiny part that grows with the column's rank breaks ties, so the same input always gives the same pattern.
    """
    feinste = len(stadt.ebenen) - 1
    hoehe = {ebene.id: feinste - ebene.rang for ebene in stadt.ebenen}
    tiefe = {m.id: _tiefe(m.id, katalog) for m in katalog.merkmale}
    zaehler, nenner = system.paare(zeilen).T
    genutzt = sum(np.bincount(x, minlength=len(system.schluessel)) for x in (zaehler, nenner[nenner != zaehler]))
    stufe = [
        EBENE ** hoehe.get(z.gebiet.ebene, 0) * ARTEN ** tiefe.get(z.merkmal, 0) * z.jahre for z in system.schluessel
    ]
    rang = np.arange(len(system.schluessel)) / max(len(system.schluessel), 1)
    return np.array(stufe) * np.maximum(genutzt, 1) * (1 + np.log1p(np.abs(system.werte))) + rang * 1e-3


def _tiefe(merkmal: str, katalog: Katalog) -> int:
    """How many levels of parts a Merkmal sums up."""
    teile = katalog.merkmal(merkmal).summe_aus
    return 1 + max(_tiefe(teil, katalog) for teil in teile) if teile else 0
