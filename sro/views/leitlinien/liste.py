"""Leitlinien, Bausteine and projects as a list: how far each is, how much shows it, what is overdue."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import escape

from sro.auswertung.leitlinien.belege import Bezugsblatt, overdue
from sro.model.fortschritt import Reife
from sro.model.leitbild import Bezug, Leitbild, Projekt
from sro.views import words

Blaetter = Mapping[str, Bezugsblatt]
Weg = Callable[[str | None], str]  # the address of the page with this one open, or with none
HEADING = "sro-leitblatt"  # where the keyboard goes on
NOT_ASSESSED, NO_EVIDENCE = "noch nicht eingeschätzt", "Noch kein Beleg"


def groups(ideal: Leitbild) -> tuple[tuple[str, tuple[Bezug, ...]], ...]:
    """The three lists and their headings, in the order in which they are shown."""
    return (
        ("Leitlinien und Grundsätze", ideal.leitlinien),
        ("Bausteine und Vorhaben", ideal.bausteine),
        ("Projekte", ideal.projekte),
    )


def html_summary(blaetter: Blaetter, heute: dt.date) -> str:
    """How many are how far, as people have assessed them, and how many milestones are overdue."""
    states = Counter(blatt.stand.inhalt.reife if blatt.stand else None for blatt in blaetter.values())
    parts = [(states[reife], reife.value) for reife in reversed(Reife)]
    parts.append((states[None], NOT_ASSESSED))
    late = overdue(blaetter.values(), heute)
    figures = [f"<span><b>{n}</b>{escape(word)}</span>" for n, word in parts if n]
    figures.append(f"<span><b>{late}</b>{_stones(late)} überfällig</span>")
    return f'<p class="sro-zaehlung sro-leitsumme">{"".join(figures)}</p>'


def html_list(ideal: Leitbild, blaetter: Blaetter, gewaehlt: str | None, weg: Weg, heute: dt.date) -> str:
    """Every one as a link; the open one is marked."""
    sections = "".join(
        f"<section><h2>{escape(heading)}</h2><ul>"
        f"{''.join(_item(one, blaetter[one.id], one.id == gewaehlt, weg, heute) for one in found)}</ul></section>"
        for heading, found in groups(ideal)
    )
    return f'<nav class="sro-leitliste" aria-label="Leitlinien, Bausteine und Projekte">{sections}</nav>'


def html_level(reife: Reife | None) -> str:
    """Three fields, of which as many are full as it is far; the word beside it says the same."""
    levels: Sequence[Reife] = tuple(Reife)
    full = levels.index(reife) if reife else 0
    fields = "".join(f'<i class="{"voll" if number < full else "frei"}"></i>' for number in range(len(levels) - 1))
    return f'<span class="sro-reife" aria-hidden="true">{fields}</span>'


def number_of(bezug: Bezug) -> str:
    """ "L2", "BS4"; nothing for a project, whose id is no number."""
    return "" if isinstance(bezug, Projekt) else bezug.id


def html_inside(href: str, inner: str, fokus: str = HEADING) -> str:
    """A link inside the page; `inner` is HTML."""
    there = f' data-fokus="{fokus}"' if fokus else ""
    return f'<a class="sro-hier" target="_self"{there} href="{escape(href, quote=True)}">{inner}</a>'


def _item(bezug: Bezug, blatt: Bezugsblatt, chosen: bool, weg: Weg, heute: dt.date) -> str:
    state = blatt.stand.inhalt.reife if blatt.stand else None
    late = overdue((blatt,), heute)
    behind = [state.value if state else NOT_ASSESSED, _evidence(blatt)]
    notes = escape(" · ".join(behind)) + (f' · <span class="spaet">{late} überfällig</span>' if late else "")
    number = f"<b>{escape(number_of(bezug))}</b>" if number_of(bezug) else ""
    inner = f"{number}<span>{escape(bezug.titel)}</span><small>{html_level(state)}{notes}</small>"
    current = ' class="gewaehlt" aria-current="true"' if chosen else ""
    return f"<li{current}>{html_inside(weg(bezug.id), inner)}</li>"


def _evidence(blatt: Bezugsblatt) -> str:
    count = len(blatt.belege) or len(blatt.akten) or len(blatt.indikatoren)
    if not count:
        return NO_EVIDENCE
    return "1 Beleg" if count == 1 else f"{words.number(count)} Belege"


def _stones(count: int) -> str:
    return "Meilenstein" if count == 1 else "Meilensteine"
