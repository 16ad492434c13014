"""A Bedürfnis as a card, and the small words that records of the chain share. What people wrote is escaped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from sro.auswertung.holstentor.stimmenfilter import OHNE_QUARTIER
from sro.model.akte import Akte, Inhalt
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import Stadt
from sro.views import words

Weg = Callable[..., str]  # the address of the page with parts of the choice changed
ELEMENT = "sro-element"  # the heading of the element that is chosen in the chain
SYNTHETISCH = '<b class="sro-synthetisch">synthetisch</b>'
NICHT_GEZAEHLT = "nicht gezählt"


def html_link(href: str, inner: str, fokus: str = "") -> str:
    """A link inside the page; `inner` is HTML. seite.js follows it without loading the page anew.

    `fokus`: the id of the heading at which the keyboard goes on.
    """
    there = f' data-fokus="{fokus}"' if fokus else ""
    return f'<a class="sro-hier" target="_self"{there} href="{escape(href, quote=True)}">{inner}</a>'


def synthetic(akte: Akte[Inhalt]) -> str:
    """The mark behind a made-up record, with a space before it; nothing for all others."""
    return f" {SYNTHETISCH}" if akte.inhalt.synthetisch else ""


def needs(count: int) -> str:
    """ "1 Bedürfnis", "12 Bedürfnisse"."""
    return "1 Bedürfnis" if count == 1 else f"{words.number(count)} Bedürfnisse"


def mentions(count: int | None) -> str:
    """ "1 Nennung", "12 Nennungen", or that nobody counted."""
    if count is None:
        return NICHT_GEZAEHLT
    return "1 Nennung" if count == 1 else f"{words.number(count)} Nennungen"


def place(beduerfnis: Beduerfnis, stadt: Stadt) -> str:
    """The Quartier, or the area that a voice is about."""
    return stadt.raum_name(beduerfnis.raum) if beduerfnis.raum else "ohne Ort"


def quartier_name(quartier: str, stadt: Stadt) -> str:
    """A Quartier's name; of those without one a sentence."""
    if quartier == OHNE_QUARTIER:
        return "keinem Quartier zugeordnet"
    return next((one.name for one in stadt.quartiere if one.id == quartier), quartier)


def origin(beduerfnis: Beduerfnis, stadt: Stadt) -> str:
    """ "Broling-Quartier · Gruppengespräch, 12.03.2024 · Quelle: Protokoll"."""
    when = f", {words.date(beduerfnis.datum)}" if beduerfnis.datum else ""
    source = [f"Quelle: {beduerfnis.quelle}"] if beduerfnis.quelle.strip() else []
    return " · ".join([place(beduerfnis, stadt), f"{beduerfnis.methode}{when}", *source])


def html_voice(akte: Akte[Beduerfnis], widerspricht: bool, stadt: Stadt, weg: Weg) -> str:
    """One voice: who says it, what, where from, how often, and the way into the chain."""
    one = akte.inhalt
    contradicts = '<span class="sro-widerspruch">im Widerspruch zu anderen</span>' if widerspricht else ""
    chain = html_link(weg(teil="kette", element=akte.id), f"{escape(akte.id)} in der Kette")
    return (
        f'<article class="sro-stimme"><p class="sro-stimme-kopf"><b>{escape(one.gruppe)}</b> '
        f"{escape(mentions(one.nennungen))}{contradicts}{synthetic(akte)}</p>"
        f'<p class="sro-wortlaut">{escape(one.text)}</p>'
        f'<p class="sro-neben">{escape(origin(one, stadt))} · {chain}</p></article>'
    )


def html_voices(akten: Sequence[Akte[Beduerfnis]], widersprechende: frozenset[str], stadt: Stadt, weg: Weg) -> str:
    return "".join(html_voice(akte, akte.id in widersprechende, stadt, weg) for akte in akten)
