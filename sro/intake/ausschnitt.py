"""The delivered table as it is shown with its findings: the header, the first rows, and the rows they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sro.intake.assistent.gitter import Gitter
from sro.intake.assistent.zuordnung import Zuordnung
from sro.intake.befunde import UnreadableError
from sro.intake.blaetter import choose, read_sheets
from sro.intake.datei import Datei, open_file
from sro.intake.fundstelle import Fundstelle, mapped, tidy
from sro.intake.raster import Blatt
from sro.intake.tabelle import is_tidy
from sro.model.ausschnitt import Ausschnitt, Fund
from sro.model.befund import Befund, Schwere

FIRST = 5  # rows that are shown whether they have findings or not
AROUND = {Schwere.FEHLER: 1, Schwere.WARNUNG: 1, Schwere.HINWEIS: 0}  # rows above and below a finding
MOST = {Schwere.FEHLER: 200, Schwere.WARNUNG: 100, Schwere.HINWEIS: 10}  # findings of a table; the rest is counted
MOST_FILES = 12


def excerpts(
    files: Sequence[Path], befunde: Sequence[Befund], zuordnung: Zuordnung | None = None
) -> tuple[Ausschnitt, ...]:
    """A piece of each file that can be read, with the findings that name one of its rows.

    Of two files of the same name there is none: their findings name only one of them.
    """
    names = Counter(file.name for file in files)
    told = [file for file in files if names[file.name] == 1][:MOST_FILES]
    return tuple(found for file in told if (found := _excerpt(file, befunde, zuordnung)))


def _excerpt(file: Path, befunde: Sequence[Befund], zuordnung: Zuordnung | None) -> Ausschnitt | None:
    try:
        datei = open_file(file)
        sheet, place = _placed(datei, zuordnung)
    except UnreadableError:
        return None
    if place is None:
        return None
    here = [befund for befund in befunde if befund.datei == file.name and befund.zeile]
    funde = tuple(_first_of_each(here, place))
    return _cut(file.name, sheet, place, funde, Counter(befund.schwere for befund in here))


def _placed(datei: Datei, zuordnung: Zuordnung | None) -> tuple[Blatt, Fundstelle | None]:
    """The sheet that was checked, and how a finding's column is found in it."""
    sheets = read_sheets(datei)
    sheet, _ = choose(sheets, datei.name)
    if is_tidy(sheet.zeilen[0]):
        return sheet, tidy(sheet.zeilen[0])
    if zuordnung is None:
        return sheet, None
    return choose(sheets, datei.name, zuordnung.blatt)[0], mapped(zuordnung)


def _first_of_each(befunde: Sequence[Befund], place: Fundstelle) -> Iterator[Fund]:
    left = Counter(MOST)
    for befund in befunde:
        if befund.zeile and left[befund.schwere] > 0:
            left[befund.schwere] -= 1
            yield Fund(befund, befund.zeile, place.spalten(befund))


def _cut(name: str, sheet: Blatt, place: Fundstelle, funde: tuple[Fund, ...], all_: Counter[Schwere]) -> Ausschnitt:
    gitter = Gitter(sheet)
    top = max(place.kopfzeilen, default=0)
    below = [row for row in sheet.zeilen if row.nummer > top]
    near = {fund.zeile + by for fund in funde for by in range(-_around(fund), _around(fund) + 1)}
    kept = {row.nummer: row.zellen for n, row in enumerate(below) if n < FIRST or row.nummer in near}
    kept |= {fund.zeile: gitter.row(fund.zeile).zellen for fund in funde if fund.zeile not in place.kopfzeilen}
    shown = Counter(fund.befund.schwere for fund in funde)
    return Ausschnitt(
        datei=name,
        blatt=sheet.name,
        kopf={n: tuple(gitter.seen(n, column) for column in range(gitter.breite)) for n in place.kopfzeilen},
        zeilen=dict(sorted(kept.items())),
        umfang=len(below),
        funde=funde,
        weitere=dict(all_ - shown),
        genutzt=place.genutzt,
    )


def _around(fund: Fund) -> int:
    return AROUND[fund.befund.schwere]
