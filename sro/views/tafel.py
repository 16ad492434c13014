"""A plain table of words as HTML: caption, scopes, a region that can be scrolled by keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sro.views.words import number

MOST_ROWS = 500  # that a page lays out at once


def html_more(shown: int, whole: int, was: str = "Zeilen", rest: str = "") -> str:
    """Says that a table is cut off, and where the rest is (`rest`); nothing where all of it is there."""
    if whole <= shown:
        return ""
    sentence = f"Gezeigt sind die ersten {number(shown)} von {number(whole)} {was}. {rest}"
    return f'<p class="sro-quelle">{escape(sentence.strip())}</p>'


def html_tafel(titel: str, koepfe: Sequence[str], zeilen: Iterable[Sequence[str]], name: str = "") -> str:
    """`zeilen` hold HTML, escaped by whoever makes them; the first cell of each is its head. `name`: a CSS class."""
    head = "".join(f'<th scope="col">{escape(kopf)}</th>' for kopf in koepfe)
    body = "".join(_row(zeile, koepfe) for zeile in zeilen)
    caption = escape(titel, quote=True)
    return (
        f'<div class="sro-tabelle sro-tafel {name}" role="region" tabindex="0" aria-label="{caption}">'
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(zeile: Sequence[str], koepfe: Sequence[str]) -> str:
    """Each cell knows its column's head, which a phone shows beside it."""
    cells = zip(zeile[1:], koepfe[1:], strict=True)
    rest = "".join(f'<td data-kopf="{escape(kopf, quote=True)}">{cell}</td>' for cell, kopf in cells)
    return f'<tr><th scope="row">{zeile[0]}</th>{rest}</tr>'
