"""A Werkstatt on one card: when, how, who took part, and what became of what was said."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from sro.auswertung.werkstatt.blatt import Werkstattblatt
from sro.model.gebiet import Stadt
from sro.model.werkstatt import Werkstatt
from sro.views import words
from sro.views.werkstatt.worte import html_marks, html_sign, kinds, span, statements

Adresse = Callable[[str], str]  # the id of a Werkstatt → the page's address with it alone


def html_sheet(blatt: Werkstattblatt, stadt: Stadt, *, intern: bool) -> str:
    """The chosen Werkstatt at length; `intern` where the reader sees every count, so that a gap is "nicht gezählt"."""
    werkstatt = blatt.werkstatt
    return (
        f'<section class="sro-werkstatt"><h2>{escape(werkstatt.titel)} {html_marks(werkstatt)}</h2>'
        f'<p class="sro-unter">{escape(_when(werkstatt, stadt))}</p><div class="sro-werkstatt-teile">'
        f"<div><h3>Methoden und Phasen</h3>{_methods(werkstatt)}</div>"
        f"<div><h3>Teilnehmende</h3>{_participants(blatt, intern)}</div>"
        f"<div><h3>Was daraus wurde</h3>{_states(blatt)}</div></div></section>"
    )


def html_cards(blaetter: tuple[Werkstattblatt, ...], stadt: Stadt, adresse: Adresse) -> str:
    """The Werkstätten, each a link to itself alone."""
    cards = "".join(_card(blatt, stadt, adresse(blatt.akte.id)) for blatt in blaetter)
    return f'<h2>Die Werkstätten</h2><div class="sro-karten sro-werkstaetten">{cards}</div>'


def _card(blatt: Werkstattblatt, stadt: Stadt, adresse: str) -> str:
    werkstatt = blatt.werkstatt
    counted = f"{statements(blatt.aussagen)}: {kinds(blatt.arten)}" if blatt.aussagen else "keine Aussage"
    methods = ", ".join(one.value for one in werkstatt.methoden) or "Methode nicht notiert"
    return (
        f'<div class="sro-karte"><h3><a href="{escape(adresse, quote=True)}" target="_self">'
        f"{escape(werkstatt.titel)}</a></h3><p>{escape(_when(werkstatt, stadt))}</p>"
        f'<p class="sro-neben">{escape(methods)}</p><p class="sro-neben">{escape(counted)}</p>'
        f"{_marks(werkstatt)}</div>"
    )


def _marks(werkstatt: Werkstatt) -> str:
    marks = html_marks(werkstatt)
    return f'<p class="marken">{marks}</p>' if marks else ""


def _when(werkstatt: Werkstatt, stadt: Stadt) -> str:
    """ "12.03.2024 bis 13.03.2024 · Marli · Haus der Jugend"."""
    room = stadt.raum_name(werkstatt.raum) if werkstatt.raum else ""
    return " · ".join(part for part in (span(werkstatt.beginn, werkstatt.ende), room, werkstatt.ort.strip()) if part)


def _methods(werkstatt: Werkstatt) -> str:
    methods = ", ".join(one.value for one in werkstatt.methoden) or "nicht notiert"
    phases = ", ".join(one.value for one in werkstatt.phasen)
    text = f"<p>{escape(methods)}</p>" + (f'<p class="sro-neben">Phasen: {escape(phases)}</p>' if phases else "")
    return text + (f'<p class="sro-neben">{escape(werkstatt.hinweis.strip())}</p>' if werkstatt.hinweis.strip() else "")


def _participants(blatt: Werkstattblatt, intern: bool) -> str:
    gap = "nicht gezählt" if intern else "nicht genannt"
    rows = [(f"{alter.value} Jahre", gap if n is None else words.number(n)) for alter, n in blatt.teilnehmende.items()]
    whole = blatt.alle_teilnehmenden
    total = [("zusammen", words.number(whole))] if whole is not None else []
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(n)}</dd>" for name, n in [*rows, *total])
    missing = any(n is None for n in blatt.teilnehmende.values())
    note = "Nicht genannt: nicht gezählt, oder weniger als fünf wären zu erkennen." if missing and not intern else ""
    return f"<dl>{listed}</dl>" + (f'<p class="sro-neben">{note}</p>' if note else "")


def _states(blatt: Werkstattblatt) -> str:
    """How many statements are where, each with a bar; those that there are none of stay out."""
    if not blatt.aussagen:
        return '<p class="sro-neben">Hierzu gibt es noch keine Aussage zu lesen.</p>'
    bars = "".join(_bar(stand.value, n, blatt.aussagen) for stand, n in blatt.staende.items() if n)
    signs = " ".join(
        f"<span>{html_sign(valenz)} {escape(kinds({valenz: n}))}</span>" for valenz, n in blatt.arten.items() if n
    )
    return (
        f'<p class="sro-arten"><span>{statements(blatt.aussagen)}:</span> {signs}</p><ul class="sro-balken">{bars}</ul>'
    )


def _bar(name: str, n: int, whole: int) -> str:
    width = f"{n / whole * 100:.1f}"
    return (
        f'<li><span>{escape(name)}</span><span class="bahn" aria-hidden="true"><i style="width:{width}%"></i></span>'
        f"<b>{words.number(n)}</b></li>"
    )
