"""The plan of transfer as HTML: headline figures, then a row after the other, the urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape

from sro.akten.bestand import Bestand
from sro.auswertung.transferplan import SOON, Planbilanz, Planzeile
from sro.model.gebiet import Stadt
from sro.model.transfer import Transfer
from sro.views import words
from sro.views.registerblatt import plural
from sro.views.stimmenkarte import html_link, synthetic
from sro.views.tafel import html_tafel
from sro.views.transferworte import NEVER, SHEET, Weg, html_answer, html_due, sent_on

HEADS = ("Fällig", "Produkt", "Für", "Wie und wie oft", "Verantwortlich", "Zuletzt hinaus", "Was zurückkam")


def html_balance(bilanz: Planbilanz) -> str:
    """Four cards: what is due, and what became of what went out within a year."""
    answered = f"von {plural(bilanz.versandt, 'Sendung', 'Sendungen')}" if bilanz.versandt else "noch nichts hinaus"
    cards = (
        ("Überfällig", bilanz.ueberfaellig, "Termin ist vorbei"),
        ("Bald fällig", bilanz.bald, f"in den nächsten {SOON} Tagen"),
        ("Hinausgegangen", bilanz.versandt, "in den letzten zwölf Monaten"),
        ("Mit Rückmeldung", bilanz.mit_rueckmeldung, answered),
    )
    return f'<div class="sro-karten sro-bilanz sro-planbilanz">{"".join(_card(*card) for card in cards)}</div>'


def html_plan(
    zeilen: Sequence[Planzeile],
    bestand: Bestand,
    stadt: Stadt,
    heute: dt.date,
    weg: Weg,
    produktweg: Callable[[Transfer], str],
) -> str:
    """The table. "synthetisch" stands at each row that is made up."""
    rows = [_row(zeile, bestand, stadt, heute, weg, produktweg) for zeile in zeilen]
    return html_tafel("Was als Nächstes fällig ist, steht oben.", HEADS, rows, "sro-transferplan")


def product_link(transfer: Transfer, produktweg: Callable[[Transfer], str]) -> str:
    """The product's name as the way to it; what it leads to is another page, or the machine's interface."""
    return f'<a target="_self" href="{escape(produktweg(transfer), quote=True)}">{escape(transfer.produkt)}</a>'


def about(transfer: Transfer, bestand: Bestand, stadt: Stadt) -> str:
    """What a product is about: a dialogue or an area, the whole city where it is neither. Plain text."""
    if transfer.dialog in bestand:
        return str(getattr(bestand.akte(transfer.dialog).inhalt, "titel", transfer.dialog))
    return stadt.raum_name(transfer.raum) if transfer.raum else f"ganze Stadt ({stadt.name})"


def _row(
    zeile: Planzeile,
    bestand: Bestand,
    stadt: Stadt,
    heute: dt.date,
    weg: Weg,
    produktweg: Callable[[Transfer], str],
) -> tuple[str, ...]:
    one, last = zeile.akte.inhalt, zeile.zuletzt
    opened = html_link(weg(zeile=zeile.akte.id), escape(zeile.akte.id), SHEET)
    return (
        f"<div>{html_due(zeile, heute)}</div>",
        f"{product_link(one, produktweg)} <small>{escape(about(one, bestand, stadt))} · {opened}"
        f"{synthetic(zeile.akte)}</small>",
        f"{escape(one.zielgruppe)} <small>Schutzstufe {escape(one.schutz)}</small>",
        f"{escape(one.format)} <small>{escape(one.rhythmus)}</small>",
        escape(one.verantwortlich) or '<span class="sro-leise">noch offen</span>',
        f"{sent_on(last.inhalt)} <small>an {escape(last.inhalt.an)}</small>" if last else _quiet(NEVER),
        html_answer(last.inhalt) if last else _quiet("–"),
    )


def _card(titel: str, zahl: int, neben: str) -> str:
    return (
        f'<div class="sro-karte"><h3>{escape(titel)}</h3><p class="sro-zahl">{words.count(zahl)}</p>'
        f'<p class="sro-neben">{escape(neben)}</p></div>'
    )


def _quiet(text: str) -> str:
    return f'<span class="sro-leise">{text}</span>'
