"""A delivered table as its file shows it, as HTML: rows and columns numbered, header set apart. All text is escaped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

ROWS, COLUMNS = 14, 24  # more is not looked at, only counted
Row = tuple[int, Sequence[str]]  # number in the file, texts


def html_grid(rows: Sequence[Row], kopfzeilen: Collection[int], used: Collection[int]) -> str:
    """The first rows; `used` are columns counted from 1."""
    first = rows[:ROWS]
    width = min(COLUMNS, max((len(cells) for _, cells in first), default=0))
    head = "".join(f'<th scope="col" class="{_used(n, used)}">{n}</th>' for n in range(1, width + 1))
    body = "".join(_row(row, width, row[0] in kopfzeilen, used) for row in first)
    more = len(rows) - len(first)
    told = f"und {more} weitere Zeilen" if more > 1 else "und eine weitere Zeile"
    rest = f'<p class="sro-quelle">{told}</p>' if more > 0 else ""
    return (
        '<div class="sro-tabelle sro-raster" tabindex="0" role="region" aria-label="Ausschnitt der Datei">'
        f'<table><thead><tr><th scope="col">Zeile</th>{head}</tr></thead><tbody>{body}</tbody></table></div>{rest}'
    )


def _row(row: Row, width: int, is_head: bool, used: Collection[int]) -> str:
    number, cells = row
    name = "kopf" if is_head else ""
    texts = (cells[n] if n < len(cells) else "" for n in range(width))
    inner = "".join(f'<td class="{_used(n, used)}">{escape(text)}</td>' for n, text in enumerate(texts, start=1))
    return f'<tr class="{name}"><th scope="row">{number}</th>{inner}</tr>'


def _used(column: int, used: Collection[int]) -> str:
    return "genutzt" if column in used else ""
