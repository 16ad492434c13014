"""One row of the plan in full: what it is, and everything that went out of it. Text of people is escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.plan import Planzeile
from sro.model.akte import Akte
from sro.model.gebiet import Stadt
from sro.model.transfer import Transfer, Versand
from sro.views.holstentor.beduerfnis import html_link, synthetic
from sro.views.transfer.tafel import about, product_link
from sro.views.transfer.worte import SHEET, Weg, html_answer, html_due, sent_on

NOTHING_SENT = "Aus dieser Zeile ist noch nichts hinausgegangen."


def html_row_sheet(
    zeile: Planzeile,
    bestand: Bestand,
    stadt: Stadt,
    heute: dt.date,
    weg: Weg,
    produktweg: Callable[[Transfer], str],
) -> str:
    """The panel above the plan; each Versand names the Vereinbarungen that were in it and leads to their evidence."""
    one = zeile.akte.inhalt
    facts = (
        ("Fällig", html_due(zeile, heute)),
        ("Wie", escape(one.format)),
        ("Wie oft", escape(one.rhythmus)),
        ("Verantwortlich", escape(one.verantwortlich) or "noch offen"),
        ("Schutzstufe", escape(one.schutz)),
        ("Hinweis", escape(one.hinweis.strip())),
    )
    listed = "".join(f"<div><dt>{name}</dt><dd>{said}</dd></div>" for name, said in facts if said)
    sent = "".join(_sent(akte, bestand, weg) for akte in zeile.versand)
    close = html_link(weg(zeile=None), "Schließen", "")
    return (
        f'<section class="sro-element sro-planblatt" aria-labelledby="{SHEET}"><div><p class="sro-neben">'
        f"Zeile {escape(zeile.akte.id)} des Plans{synthetic(zeile.akte)} · {close}</p>"
        f'<h2 id="{SHEET}" tabindex="-1">{escape(one.produkt)} für: {escape(one.zielgruppe)}</h2>'
        f"<p>{escape(about(one, bestand, stadt))} · {product_link(one, produktweg)} öffnen</p><dl>{listed}</dl></div>"
        f"<div><h3>Hinausgegangen</h3>{f'<ol>{sent}</ol>' if sent else f'<p>{NOTHING_SENT}</p>'}</div></section>"
    )


def _sent(akte: Akte[Versand], bestand: Bestand, weg: Weg) -> str:
    one = akte.inhalt
    state = f" · Datenstand {one.datenstand}" if one.datenstand is not None else ""
    chain = html_link(weg(teil="kette", von=akte.id), escape(akte.id))
    return (
        f"<li><b>{sent_on(one)}</b> an {escape(one.an)} <small>{chain}{state}{synthetic(akte)}</small>"
        f"{_reported(one, bestand, weg)}<p>Was zurückkam: {html_answer(one)}</p></li>"
    )


def _reported(versand: Versand, bestand: Bestand, weg: Weg) -> str:
    shown = [one for one in versand.vereinbarungen if one in bestand]
    links = ", ".join(html_link(weg(teil="kette", von=one), escape(one)) for one in shown)
    return f"<p>Berichtet: {links}</p>" if links else ""
