"""A chapter cut into what Markdown can show and tables, which need a name and another form on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from sro.views.tafel import html_tafel

TABLE = re.compile(r"^\|.*\|\n\|[ :|-]+\|\n(?:\|.*\|(?:\n|\Z))+", re.MULTILINE)
STRONG, EMPHASIS, CODE = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*(.+?)\*"), re.compile(r"`(.+?)`")


@dataclass(frozen=True, slots=True)
class Tafel:
    """Cells as they are written, in Markdown."""

    koepfe: tuple[str, ...]
    zeilen: tuple[tuple[str, ...], ...]


def pieces(text: str) -> Iterator[str | Tafel]:
    """Text and tables in their order; text that is empty is left out."""
    at = 0
    for found in TABLE.finditer(text):
        yield from filter(str.strip, [text[at : found.start()]])
        head, _, *rows = map(_cells, found[0].splitlines())
        yield Tafel(head, tuple(rows))
        at = found.end()
    yield from filter(str.strip, [text[at:]])


def html_table(tafel: Tafel, titel: str) -> str:
    """`titel` is what it is called for whoever hears it."""
    return html_tafel(titel, tafel.koepfe, [[_html(cell) for cell in zeile] for zeile in tafel.zeilen])


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _html(cell: str) -> str:
    marked = STRONG.sub(r"<b>\1</b>", CODE.sub(r"<code>\1</code>", escape(cell)))
    return EMPHASIS.sub(r"<em>\1</em>", marked)
