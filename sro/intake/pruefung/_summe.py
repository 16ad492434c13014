"""When numbers add up."""

from __future__ import annotations

from collections.abc import Sequence

from sro.intake.lieferung import Stelle

ROUNDING = 0.05  # quantities that are no whole numbers (VZÄ, m²) arrive with one decimal


def adds_up(parts: Sequence[float], whole: Stelle) -> bool:
    """Exactly for whole numbers, within the rounding of every number otherwise."""
    tolerance = 1e-6 if whole.merkmal.ganzzahlig else ROUNDING * (len(parts) + 1) + 1e-6
    return abs(sum(parts) - whole.zahl) <= tolerance
