"""The days that a value stands for, so that programs need not understand "Schuljahr 2024/25"."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from sro.model.buendelung import zeitraum
from sro.model.indikator import Indikator

MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
TAG = re.compile(r"(\d{1,2})\.(\d{1,2})\.")
SCHULJAHR = (8, 7)  # from the first of August to the end of July, as in all Länder (KMK)
Tage = tuple[dt.date, dt.date]


def days(indikator: Indikator, jahr: int, jahre: int = 1) -> Tage | None:
    """First and last day; the same one for a reference day. None where the catalogue says it in words of its own."""
    first, last = _days(indikator.stichtag, zeitraum(jahr, jahre)[0]), _days(indikator.stichtag, jahr)
    return (first[0], last[1]) if first and last else None


def _days(stichtag: str, jahr: int) -> Tage | None:
    if stichtag == "Kalenderjahr":
        return dt.date(jahr, 1, 1), dt.date(jahr, 12, 31)
    if stichtag == "Schuljahr":
        return dt.date(jahr, SCHULJAHR[0], 1), _month_end(jahr + 1, SCHULJAHR[1])
    if stichtag in MONATE:
        month = MONATE.index(stichtag) + 1
        return dt.date(jahr, month, 1), _month_end(jahr, month)
    found = TAG.fullmatch(stichtag)
    day = dt.date(jahr, int(found[2]), int(found[1])) if found else None
    return (day, day) if day else None


def _month_end(jahr: int, month: int) -> dt.date:
    return dt.date(jahr, month, calendar.monthrange(jahr, month)[1])
