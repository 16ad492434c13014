"""An unprotected count. Lives only in the process of an import, inside `intake` and `protect`."""

from __future__ import annotations

from dataclasses import dataclass

from sro.model.gebiet import GebietKey


@dataclass(frozen=True, slots=True)
class Rohwert:
    """One row of a delivery. `zaehler` None: not delivered (missing), which is not zero.

    `jahre` > 1: the sums of so many years, of which `jahr` is the last.
    """

    indikator: str
    gebiet: GebietKey
    jahr: int
    zaehler: float | None
    nenner: float | None
    jahre: int = 1
