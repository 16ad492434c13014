"""The ways through the handbook: its table of contents, and from a chapter to the one before and after it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from sro.views.handbuch.kapitel import Handbuch

HEADING = "sro-handbuch-kapitel"  # the id of the heading that the keyboard goes on from
BEGINNING = "Zu Beginn"
Weg = Callable[[str | None], str]  # the address of a chapter, of the beginning for None


def html_contents(buch: Handbuch, gewaehlt: str | None, weg: Weg) -> str:
    """All chapters; the one that is open is marked."""
    entries = [(None, BEGINNING), *((kapitel.schluessel, kapitel.titel) for kapitel in buch.kapitel)]
    items = "".join(f"<li>{_link(titel, weg(key), key == gewaehlt)}</li>" for key, titel in entries)
    return f'<nav class="sro-buchinhalt" aria-label="Kapitel"><ul>{items}</ul></nav>'


def html_heading(titel: str) -> str:
    return f'<h2 id="{HEADING}" tabindex="-1">{escape(titel)}</h2>'


def html_ways(buch: Handbuch, gewaehlt: str | None, weg: Weg) -> str:
    """To the chapters before and after, and on a phone, where they do not stand beside it, to all of them."""
    place = buch.place(gewaehlt) if gewaehlt else -1
    titles = [(None, BEGINNING), *((kapitel.schluessel, kapitel.titel) for kapitel in buch.kapitel)]
    ways = [("Zurück", place), ("Weiter", place + 2)]  # places among the titles, which begin with the beginning
    parts = [
        f"<span>{word}: {_link(titles[at][1], weg(titles[at][0]))}</span>" for word, at in ways if 0 <= at < len(titles)
    ]
    every = f'<span class="alle">{_link("Alle Kapitel", weg(None))}</span>' if gewaehlt else ""
    return f'<nav class="sro-blaettern" aria-label="Blättern">{"".join(parts)}{every}</nav>'


def _link(words: str, address: str, here: bool = False) -> str:
    mark = ' aria-current="page"' if here else ""
    return (
        f'<a class="sro-hier" href="{escape(address)}" data-fokus="{HEADING}" target="_self"{mark}>{escape(words)}</a>'
    )
