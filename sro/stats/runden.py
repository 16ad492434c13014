"""Rounding for the eye, the same wherever a value is written or sorted into a class."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

WIDE = Context(prec=400)  # every float fits


def rounded(value: float, digits: int = 0) -> Decimal:
    """Halves away from zero, of the number as it is written: 31.25 → 31.3, 2.675 → 2.68.

    As spreadsheets do, so that the same value looks the same on a page and in a workbook; `round` would make it 31.2.
    """
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, WIDE)
