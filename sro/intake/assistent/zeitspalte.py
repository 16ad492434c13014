"""Finds where the years stand: in a column, in the names of columns, or in the titles above the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sro.intake.zeit import read_time

HEADER = re.compile(r"(?i)jahr|datum|zeit|stichtag|stand|period")
EARLIEST, LATEST = 1950, 2100
MOSTLY = 0.8  # of the cells must be times; filling down turns 2020_12_31 into 2020_12_32 and so on
SAMPLE, HALF = 200, 0.5  # the first cells rule out most columns before all are read
_DAY = re.compile(r"(?<!\d)\d{1,2}[._]\d{1,2}[._]((?:19|20)\d\d)(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?/\s?(?:\d{4}|\d{2})(?!\d)")
_YEAR = re.compile(r"(?<![\d§])((?:19|20)\d\d)(?!\d)")


def find_time_column(columns: Sequence[tuple[str, Sequence[str]]]) -> int | None:
    """The column in which nearly every cell is a time; one of bare years only where its name says so."""
    tried = [place for place, (name, texts) in enumerate(columns) if _is_time(name, [t for t in texts if t])]
    named = [place for place in tried if HEADER.search(columns[place][0])]
    return next(iter([*named, *tried]), None)


def years_in(texts: Iterable[str]) -> tuple[int, ...]:
    """The years that texts name, in order; a school year counts as the year in which it begins."""
    return tuple(dict.fromkeys(year for text in texts for year in _years(text)))


def _years(text: str) -> list[int]:
    rest = text
    found: list[int] = []
    for pattern in (_DAY, _SCHOOL_YEAR, _YEAR):
        found += [int(match[1]) for match in pattern.finditer(rest)]
        rest = pattern.sub(" ", rest)
    return found


def is_time(text: str) -> bool:
    """Whether a text is a time of our days."""
    time = read_time(text)
    return time is not None and EARLIEST <= time.jahr <= LATEST


def by_year(texts: Iterable[str]) -> dict[int | None, tuple[str, ...]]:
    """Texts that are no times, each once, by the only year that they name; None where they name none or several."""
    found: dict[int | None, tuple[str, ...]] = {}
    for text in dict.fromkeys(texts):
        years = years_in([text])
        year = years[0] if len(years) == 1 else None
        found[year] = (*found.get(year, ()), text)
    return found


def _are_times(texts: list[str], share: float) -> bool:
    return sum(map(is_time, texts)) >= share * len(texts)


def _is_time(name: str, texts: list[str]) -> bool:
    if not texts or not _are_times(texts[:SAMPLE], HALF) or not _are_times(texts, MOSTLY):
        return False
    return bool(HEADER.search(name)) or not all(text.isdecimal() for text in texts)
