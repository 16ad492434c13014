"""Reads a grid from text: separator, encoding and quoting as spreadsheets write them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from itertools import chain, islice

from sro.intake.befunde import UnreadableError
from sro.intake.datei import UTF16, Datei
from sro.intake.kopf import is_header
from sro.intake.raster import MAX_COLUMNS, Blatt, Grenze, Raster, Rasterzeile, Texte, too_wide, trimmed
from sro.model.befund import Befund

SEPARATORS = (";", "\t", ",")
SEEN = 200  # lines that decide about the separator


def read_csv(datei: Datei) -> Blatt:
    """All rows that are not empty; lines before the header starting with # are comments. UnreadableError if broken."""
    lines = _lines(datei)
    for start, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            return Blatt("", _rows(datei, chain([line], lines), start), ist_text=True)
    text = "Die Datei enthält keine Tabelle. Bitte prüfen, ob es die richtige ist."
    raise UnreadableError(Befund("datei_leer", text, datei=datei.name))


def _rows(datei: Datei, lines: Iterator[str], start: int) -> Raster:
    beginning = list(islice(lines, SEEN))
    mark = separator(beginning)
    rows = csv.reader(_narrow(datei, chain(beginning, lines), mark, start + 1), delimiter=mark, strict=True)
    limit, known = Grenze(datei.name), Texte()
    found: Raster = []
    first = start + 1
    try:
        for cells in rows:
            texts = trimmed(cells, known)
            if texts:
                limit.row(first, len(texts))
                found.append(Rasterzeile(first, texts))
            first = start + rows.line_num + 1
    except csv.Error as error:
        raise UnreadableError(_broken(datei, first)) from error
    return found


def _narrow(datei: Datei, lines: Iterable[str], mark: str, first: int) -> Iterator[str]:
    """A line of a million cells is refused before it becomes a million texts; empty cells at its end count as well."""
    for number, line in enumerate(lines, start=first):
        if line.count(mark) > 100 * MAX_COLUMNS:
            raise UnreadableError(too_wide(datei.name, number))
        yield line


def _lines(datei: Datei) -> Iterator[str]:
    """One after the other: a long file is not held in memory a second time."""
    return TextIOWrapper(BytesIO(datei.inhalt), encoding=encoding(datei), newline="")


def encoding(datei: Datei) -> str:
    """UTF-8 (with or without BOM), UTF-16 with BOM or Windows-1252; UnreadableError otherwise."""
    for name in ("utf-16",) if datei.inhalt.startswith(UTF16) else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            datei.inhalt.decode(name)
            return name
    raise UnreadableError(
        Befund(
            "kodierung_unbekannt",
            "Die Zeichenkodierung ist weder UTF-8 noch Windows-1252. Bitte als „CSV UTF-8“ speichern.",
            datei=datei.name,
        )
    )


def separator(lines: Sequence[str]) -> str:
    """The separator that makes a header of ours of the first line, else the one that splits most lines alike.

    Titles above a table and names like "Kiel, Landeshauptstadt" hold commas too, but not the same number in each line.
    """
    header = [mark for mark in SEPARATORS if is_header(tuple(lines[0].split(mark)))]
    return next(iter(header), max(SEPARATORS, key=lambda mark: _alike(mark, lines)))


def _alike(mark: str, lines: Sequence[str]) -> int:
    """Cells in the lines that have the most usual number of them."""
    counts = Counter(line.count(mark) for line in lines)
    return max((times * number for number, times in counts.items()), default=0)


def _broken(datei: Datei, row: int) -> Befund:
    return Befund(
        "datei_kaputt",
        f"Ab Zeile {row} sind die Anführungszeichen unvollständig. Bitte die Zelle prüfen und neu speichern.",
        datei=datei.name,
        zeile=row,
    )
