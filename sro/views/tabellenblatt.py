"""A delivered table as its file shows it, as HTML: rows and columns numbered, header set apart. All text is escaped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

ROWS, COLUMNS = 14, 24  # more is not looked at, only counted
Row = tuple[int, Sequence[str]]  # number in the file, texts


def html_grid(rows: Sequence[Row], kopfzeilen: Collection[int], marked: Collection[int], used: Collection[int]) -> str:
    """The first rows, and those that are `marked` because of a finding; `used` are columns counted from 1."""
    first = [row for n, row in enumerate(rows) if n < ROWS or row[0] in marked][: ROWS + 40]
    width = min(COLUMNS, max((len(cells) for _, cells in first), default=0))
    head = "".join(f'<th scope="col" class="{_used(n, used)}">{n}</th>' for n in range(1, width + 1))
    body = "".join(_row(row, width, row[0] in kopfzeilen, row[0] in marked, used) for row in first)
    more = len(rows) - len(first)
    rest = f'<p class="sro-quelle">und {more} weitere Zeilen</p>' if more > 0 else ""
    return (
        '<div class="sro-tabelle sro-raster" tabindex="0" role="region" aria-label="Ausschnitt der Datei">'
        f'<table><thead><tr><th scope="col">Zeile</th>{head}</tr></thead><tbody>{body}</tbody></table></div>{rest}'
    )


def _row(row: Row, width: int, is_head: bool, is_marked: bool, used: Collection[int]) -> str:
    number, cells = row
    name = " ".join(word for word, there in (("kopf", is_head), ("befund", is_marked)) if there)
    texts = (cells[n] if n < len(cells) else "" for n in range(width))
    inner = "".join(f'<td class="{_used(n, used)}">{escape(text)}</td>' for n, text in enumerate(texts, start=1))
    return f'<tr class="{name}"><th scope="row">{number}</th>{inner}</tr>'


def _used(column: int, used: Collection[int]) -> str:
    return "genutzt" if column in used else ""
