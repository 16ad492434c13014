"""Counts of statements laid out crosswise as an HTML table: darker where more was said, and every cell a link to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from sro.auswertung.werkstatt.kreuz import Kreuz
from sro.views import words
from sro.views.werkstatt.worte import statements

STEPS = 5  # shades; the fewest statements are step 1, none at all has no shade
Adresse = Callable[[str | None, str | None], str]  # row and column → the address with their statements


@dataclass(frozen=True)
class Kreuzworte:
    """What a table of counts is called; `gewaehlt` are the row and the column whose statements are listed."""

    titel: str
    ecke: str  # head of the rows
    zeilen: dict[str, str]
    spalten: dict[str, str]
    gewaehlt: tuple[str | None, str | None] = (None, None)
    unter: dict[str, str] | None = None  # a second line below a column's head


def html_cross(kreuz: Kreuz, worte: Kreuzworte, adresse: Adresse) -> str:
    """Rows are links as a whole too. A zero is a zero: here was asked, and nobody said anything."""
    caption = escape(worte.titel, quote=True)
    head = "".join(_column_head(spalte, worte, adresse) for spalte in kreuz.spalten)
    body = "".join(_row(zeile, kreuz, worte, adresse) for zeile in kreuz.zeilen)
    foot = "".join(f'<td class="zahl">{words.number(kreuz.je_spalte.get(one, 0))}</td>' for one in kreuz.spalten)
    return (
        f'<div class="sro-tabelle sro-kreuz" role="region" tabindex="0" aria-label="{caption}"><table>'
        f'<caption>{caption}</caption><thead><tr><th scope="col">{escape(worte.ecke)}</th>{head}'
        f'<th scope="col" class="zahl">zusammen</th></tr></thead><tbody>{body}'
        f'<tr class="gesamt"><th scope="row">Aussagen</th>{foot}<td class="zahl">{words.number(kreuz.gesamt)}</td></tr>'
        "</tbody></table></div>"
    )


def shade(zahl: int, groesste: int) -> int:
    """0 for none, then 1 to STEPS in equal parts of the largest count."""
    return 0 if zahl <= 0 else max(1, -(-zahl * STEPS // max(groesste, 1)))


def _column_head(spalte: str, worte: Kreuzworte, adresse: Adresse) -> str:
    under = (worte.unter or {}).get(spalte, "")
    small = f"<small>{escape(under)}</small>" if under else ""
    return f'<th scope="col" class="zahl">{_link(worte.spalten[spalte], adresse(None, spalte))}{small}</th>'


def _row(zeile: str, kreuz: Kreuz, worte: Kreuzworte, adresse: Adresse) -> str:
    cells = "".join(_cell(zeile, spalte, kreuz, worte, adresse) for spalte in kreuz.spalten)
    css = " class=reihe" if worte.gewaehlt == (zeile, None) else ""
    whole = words.number(kreuz.je_zeile.get(zeile, 0))
    name = _link(worte.zeilen[zeile], adresse(zeile, None))
    return f'<tr{css}><th scope="row">{name}</th>{cells}<td class="zahl">{whole}</td></tr>'


def _cell(zeile: str, spalte: str, kreuz: Kreuz, worte: Kreuzworte, adresse: Adresse) -> str:
    n = kreuz.zahl(zeile, spalte)
    step = shade(n, kreuz.groesste)
    chosen = " gewaehlt" if worte.gewaehlt in ((zeile, spalte), (None, spalte)) else ""
    said = f"{statements(n)}: {worte.zeilen[zeile]}, {worte.spalten[spalte]}"
    shown = _link(words.number(n), adresse(zeile, spalte), said) if n else "0"
    return f'<td class="zahl stufe-{step}{chosen}">{shown}</td>'


def _link(text: str, adresse: str, said: str = "") -> str:
    spoken = f' aria-label="{escape(said, quote=True)}"' if said else ""
    return f'<a href="{escape(adresse, quote=True)}" target="_self"{spoken}>{escape(text)}</a>'
