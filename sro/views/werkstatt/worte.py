"""How statements and Werkstätten are spoken of: kinds with their signs, counts, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

from sro.auswertung.werkstatt.kreuz import Kreuz
from sro.auswertung.werkstatt.orte import Fundort, Verortung
from sro.model.akte import Freigabe, Inhalt
from sro.model.aussage import Aussage, Valenz
from sro.model.stimme import Altersgruppe
from sro.views import words

PLURAL = {Valenz.STAERKE: "Stärken", Valenz.PROBLEM: "Probleme", Valenz.WUNSCH: "Wünsche"}
SIGN = {Valenz.STAERKE: "staerke", Valenz.PROBLEM: "problem", Valenz.WUNSCH: "wunsch"}
COARSE = "Orte sind vergröbert: Eine Nadel steht in der Mitte eines Rasterfelds von rund 200 Metern, an keiner Haustür."
SYNTHETIC = '<b class="sro-synthetisch">synthetisch</b>'


def statements(n: int) -> str:
    """ "1 Aussage", "1.234 Aussagen"."""
    return f"{words.number(n)} {'Aussage' if n == 1 else 'Aussagen'}"


def kinds(zahlen: Mapping[Valenz, int]) -> str:
    """ "3 Stärken, 1 Problem"; kinds that do not occur are left out."""
    return ", ".join(f"{words.number(n)} {v.value if n == 1 else PLURAL[v]}" for v, n in zahlen.items() if n)


def html_sign(valenz: Valenz) -> str:
    """The kind's shape; its word stands beside it."""
    return f'<i class="sro-nadel sro-nadel-{SIGN[valenz]}" aria-hidden="true"></i>'


def age(alter: Altersgruppe) -> str:
    return "Alter gemischt" if alter is Altersgruppe.GEMISCHT else f"{alter.value} Jahre"


def span(beginn: dt.date | None, ende: dt.date | None) -> str:
    """ "12.03.2024", "12.03.2024 bis 13.03.2024", or that there is no date."""
    if beginn is None:
        return "ohne Datum"
    return words.date(beginn) if ende in (None, beginn) else f"{words.date(beginn)} bis {words.date(ende)}"


def short_titles(titel: Mapping[str, str]) -> dict[str, str]:
    """Titles without a first word that all of them share: "Stadtteilwerkstatt Marli" → "Marli"."""
    parts = {name: text.partition(" ") for name, text in titel.items()}
    shared = len(parts) > 1 and len({first for first, _, _ in parts.values()}) == 1
    if not shared or not all(rest.strip() for _, _, rest in parts.values()):
        return dict(titel)
    return {name: rest for name, (_, _, rest) in parts.items()}


def spoken(aussage: Aussage) -> str:
    """What may be read of a statement: its public words, in quotation marks where a child said them so.

    Without public words the note, which nobody but the planning ever gets.
    """
    said = aussage.wortlaut.strip() or aussage.wortlaut_intern.strip()
    return f"„{said}“" if aussage.zitat and aussage.wortlaut.strip() else said


def place_name(ort: Fundort) -> str:
    """What people called the place; several names where they called it by several."""
    names = dict.fromkeys(akte.inhalt.ort.strip() for akte in ort.aussagen)
    called = [name for name in names if name]
    return " / ".join(called[:3]) if called else "Ort ohne Namen"


def html_marks(inhalt: Inhalt) -> str:
    """ "intern", "Fachkreis": what keeps it from the public; and "synthetisch"."""
    mark = {Freigabe.INTERN: "intern", Freigabe.FACHKREIS: "Fachkreis"}.get(inhalt.freigabe, "")
    kept = f'<b class="sro-marke sro-marke-hinweis">{escape(mark)}</b>' if mark else ""
    return kept + (SYNTHETIC if inhalt.synthetisch else "")


def html_counted(lage: Verortung) -> str:
    """How many statements at how many places, by kind with its sign (the map's legend), and those without a place."""
    total = sum(len(ort.aussagen) for ort in lage.orte) + len(lage.ohne)
    zahlen = {valenz: sum(ort.zahlen[valenz] for ort in lage.orte) for valenz in Valenz}
    signs = "".join(f"<li>{html_sign(v)} {escape(kinds({v: n}) or f'0 {PLURAL[v]}')}</li>" for v, n in zahlen.items())
    places = f"{words.number(len(lage.orte))} {'Ort' if len(lage.orte) == 1 else 'Orten'}"
    without = f"<li>{statements(len(lage.ohne))} ohne Ort</li>" if lage.ohne else ""
    where = f", davon {words.number(lage.verortet)} an {places}" if lage.ohne else f" an {places}"
    return (
        f'<div class="sro-gezaehlt"><p><b>{statements(total)}</b>{where}:</p>'
        f'<ul aria-label="Legende der Karte">{signs}{without}</ul></div>'
    )


def html_left_out(kreuz: Kreuz, missing: str, anmerkung: str = "") -> str:
    """Below a table of counts: what stands in none of its rows or columns, and how to read it."""
    without = f"Nicht darin: {statements(kreuz.ohne)} {missing}. " if kreuz.ohne else ""
    rule = "Eine Aussage kann in mehreren Zeilen stehen; in jeder Summe zählt sie einmal. "
    return f'<p class="sro-quelle">{rule}{without}{escape(anmerkung)}</p>'


def not_asked(namen: Sequence[str]) -> str:
    """The districts where nobody was asked: no zero, but no answer."""
    return f"Noch keine Werkstatt gab es in: {', '.join(namen)}." if namen else ""
