"""The value of a workbook's cell as the text that a person would type."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any


def text(value: Any) -> str:
    """A cell as text: 4 → "4", 12.5 → "12.5", a date → "31.12.2024"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, float):
        return _decimal(value)
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    return str(value)


def _decimal(value: float) -> str:
    if value.is_integer():
        return str(int(value))
    written = f"{Decimal(repr(value)):f}"
    # A workbook's number is never thousands: a fourth digit keeps 1.234 apart from the text "1.234".
    return written + "0" if len(written.partition(".")[2]) == 3 else written
