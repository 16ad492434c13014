"""The plan of transfer as HTML: headline figures, then a row after the other, the urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.plan import SOON, Planbilanz, Planzeile
from sro.model.gebiet import Stadt
from sro.model.transfer import Transfer
from sro.views import words
from sro.views.holstentor.beduerfnis import html_link, synthetic
from sro.views.tafel import html_tafel
from sro.views.transfer.worte import NEVER, SHEET, Weg, html_answer, html_due, sent_on

HEADS = ("Fällig", "Produkt", "Für", "Wie und wie oft", "Verantwortlich", "Zuletzt hinaus", "Was zurückkam")


def html_balance(bilanz: Planbilanz) -> str:
    """What is due, and what became of what went out within a year; on one line."""
    counts = (
        (bilanz.ueberfaellig, "überfällig"),
        (bilanz.bald, f"fällig in den nächsten {SOON} Tagen"),
        (bilanz.versandt, "hinausgegangen in den letzten zwölf Monaten"),
        (bilanz.mit_rueckmeldung, "davon mit Rückmeldung"),
    )
    said = "".join(f"<span><b>{words.count(count)}</b>{escape(what)}</span>" for count, what in counts)
    return f'<div class="sro-zaehlung">{said}</div>'


def html_plan(
    zeilen: Sequence[Planzeile],
    bestand: Bestand,
    stadt: Stadt,
    heute: dt.date,
    weg: Weg,
    produktweg: Callable[[Transfer], str],
) -> str:
    """The table. "synthetisch" stands at the rows that are made up; where all are, the page's heading says so."""
    marked = not all(zeile.akte.inhalt.synthetisch for zeile in zeilen)
    rows = [_row(zeile, bestand, stadt, heute, weg, produktweg, marked) for zeile in zeilen]
    return html_tafel("Was als Nächstes fällig ist, steht oben.", HEADS, rows, "sro-transferplan")


def product_link(transfer: Transfer, produktweg: Callable[[Transfer], str]) -> str:
    """The product's name as the way to it; what it leads to is another page, or the machine's interface."""
    return f'<a target="_self" href="{escape(produktweg(transfer), quote=True)}">{escape(transfer.produkt)}</a>'


def about(transfer: Transfer, bestand: Bestand, stadt: Stadt) -> str:
    """What a product is about: a dialogue or an area, the whole city where it is neither. Plain text."""
    if transfer.dialog in bestand:
        return str(getattr(bestand.akte(transfer.dialog).inhalt, "titel", transfer.dialog))
    return stadt.raum_name(transfer.raum) if transfer.raum else "ganze Stadt"


def _row(
    zeile: Planzeile,
    bestand: Bestand,
    stadt: Stadt,
    heute: dt.date,
    weg: Weg,
    produktweg: Callable[[Transfer], str],
    marked: bool,
) -> tuple[str, ...]:
    one, last = zeile.akte.inhalt, zeile.zuletzt
    opened = html_link(weg(zeile=zeile.akte.id), f"{escape(zeile.akte.id)} öffnen", SHEET)
    return (
        f"<div>{html_due(zeile, heute)}</div>",
        f"{product_link(one, produktweg)} <small>{escape(about(one, bestand, stadt))} · {opened}"
        f"{synthetic(zeile.akte) if marked else ''}</small>",
        f"{escape(one.zielgruppe)} <small>Schutzstufe {escape(one.schutz)}</small>",
        f"{escape(one.format)} <small>{escape(one.rhythmus)}</small>",
        escape(one.verantwortlich) or '<span class="sro-leise">noch offen</span>',
        f"{sent_on(last.inhalt)} <small>an {escape(last.inhalt.an)}</small>" if last else _quiet(NEVER),
        html_answer(last.inhalt) if last else _quiet("–"),
    )


def _quiet(text: str) -> str:
    return f'<span class="sro-leise">{text}</span>'
