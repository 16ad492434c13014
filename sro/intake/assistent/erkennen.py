"""Finds the table in a sheet: titles above it, its header, its rows, and what stands below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sro.intake.assistent.gitter import Gitter
from sro.intake.assistent.zeichen import is_number, is_numeric
from sro.intake.raster import Blatt, Rasterzeile

MOST_HEADERS = 4
YEAR = re.compile(r"(?:19|20)\d\d")
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Bau:
    """How a sheet is built, in numbers of rows as in the file."""

    titel: tuple[str, ...]
    kopfzeilen: tuple[int, ...]
    erste: int
    letzte: int
    fuss: tuple[int, ...] = ()
    wiederholt: frozenset[int] = frozenset()  # the header once more, in the middle of the table

    def is_body(self, row: Rasterzeile) -> bool:
        return self.erste <= row.nummer <= self.letzte and row.nummer not in self.wiederholt


def erkenne(blatt: Blatt, ist_gebiet: Known = lambda _: False) -> Bau | None:
    """The table of a sheet, None where it has no row with numbers. `ist_gebiet` knows the names of areas."""
    rows = blatt.zeilen
    columns = _number_columns(rows)
    places = [n for n, row in enumerate(rows) if _is_data(row, columns)]
    first = next((n for n in places if not _is_header_of_numbers(rows[n], ist_gebiet)), None)
    if first is None:
        return None
    last = places[-1]
    header = _header(Gitter(blatt), first, columns)
    above = next((n for n, row in enumerate(rows) if row.nummer in header), first)
    repeated = {row.zellen for row in rows[above : above + len(header)]}
    body = rows[first : last + 1]
    return Bau(
        titel=tuple(cell for row in rows[:above] for cell in row.zellen if cell),
        kopfzeilen=header,
        erste=rows[first].nummer,
        letzte=rows[last].nummer,
        fuss=tuple(row.nummer for row in rows[last + 1 :]),
        wiederholt=frozenset(row.nummer for row in body if row.zellen in repeated),
    )


def _number_columns(rows: list[Rasterzeile]) -> frozenset[int]:
    """Columns in which numbers stand in most of the rows that have any."""
    counted: Counter[int] = Counter()
    total = 0
    for row in rows:
        numbers = [n for n, cell in enumerate(row.zellen) if cell and is_numeric(cell)]
        if any(is_number(row.zellen[n]) and not YEAR.fullmatch(row.zellen[n]) for n in numbers):
            counted.update(numbers)
            total += 1
    usual = frozenset(n for n, times in counted.items() if 2 * times >= total)
    return usual or frozenset(counted)


def _is_data(row: Rasterzeile, columns: frozenset[int]) -> bool:
    """A row with numbers or signs in at least half of the columns for them, and with anything else."""
    numbers = sum(bool(row.zelle(n)) and is_numeric(row.zelle(n)) for n in columns)
    return 0 < len(columns) <= 2 * numbers and sum(bool(cell) for cell in row.zellen) > 1


def _is_header_of_numbers(row: Rasterzeile, is_area: Known) -> bool:
    """Years in order ("Stadtteil | 2021 | 2022") or the numbers of the columns ("1 | 2 | 3")."""
    numbers = [cell for cell in row.zellen if is_number(cell)]
    if not numbers or any(is_area(cell) for cell in row.zellen if cell and cell not in numbers):
        return False
    if all(YEAR.fullmatch(cell) for cell in numbers):
        return numbers == sorted(numbers)
    return len(numbers) > 2 and numbers in (_counted(1, len(numbers)), _counted(2, len(numbers)))


def _counted(start: int, length: int) -> list[str]:
    return [str(n) for n in range(start, start + length)]


def _header(gitter: Gitter, first: int, columns: frozenset[int]) -> tuple[int, ...]:
    """Numbers of the rows of the header, which stand directly above the first row of data.

    Between the two there can be the name of a group of areas ("Nord"), alone in the first column.
    """
    rows = gitter.blatt.zeilen
    end = first
    while end > 1 and _filled(rows[end - 1]) == [0] and first - end < 2:
        end -= 1
    end = end if len(_filled(rows[end - 1])) > 1 else first
    start = end
    while start > 0 and end - start < MOST_HEADERS and _is_header(gitter, rows, start - 1, columns, start == end):
        start -= 1
    return tuple(row.nummer for row in rows[start:end])


def _filled(row: Rasterzeile) -> list[int]:
    return [n for n, cell in enumerate(row.zellen) if cell]


def _is_header(gitter: Gitter, rows: list[Rasterzeile], place: int, columns: frozenset[int], lowest: bool) -> bool:
    """A row that names columns. A title stands in the first column alone; "Stand | 2023" is a remark above a header."""
    row = rows[place]
    cells = _filled(row)
    if cells == [0]:
        return False
    remark = cells == [0, 1] and len(columns) > 2 and bool(rows[place + 1].zelle(0))
    return lowest or not remark or gitter.is_merged(row.nummer, 1)
