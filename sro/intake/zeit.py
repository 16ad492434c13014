"""Reads the year that a time stands for."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

_YEAR = re.compile(r"\d{4}")
_SCHOOL_YEAR = re.compile(r"(?:Schuljahr )?(\d{4})\s?[/–-]\s?(\d{2}|\d{4})")
_FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%Y_%m_%d", "%d_%m_%Y")


class Zeit(NamedTuple):
    """`jahr` counts; `stichtag` ("31.12.") and `schuljahr` say what else the text told."""

    jahr: int
    stichtag: str | None = None
    schuljahr: bool = False


@lru_cache(maxsize=4096)
def read_time(text: str) -> Zeit | None:
    """2024, 2024/25 (→ 2024), 31.12.2024, 2024-12-31, 2024_12_31 or 31_12_2024; None where it is none of them."""
    if _YEAR.fullmatch(text):
        return Zeit(int(text))
    school = _SCHOOL_YEAR.fullmatch(text)
    if school:
        return _school_year(int(school[1]), school[2])
    return next((day for day in (_day(text, form) for form in _FORMATS) if day), None)


def _school_year(start: int, end: str) -> Zeit | None:
    follows = str(start + 1).endswith(end) if len(end) == 2 else int(end) == start + 1
    return Zeit(start, schuljahr=True) if follows else None


def _day(text: str, form: str) -> Zeit | None:
    try:
        day = dt.datetime.strptime(text, form)
    except ValueError:
        return None
    return Zeit(day.year, f"{day.day}.{day.month}.")
