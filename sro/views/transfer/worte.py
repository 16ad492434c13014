"""Words that plan, matrix and evidence chain share. Everything here is HTML, and what people entered is escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape

from sro.auswertung.transfer.plan import Planzeile, Terminstand
from sro.model.transfer import Rhythmus, Versand
from sro.views import words
from sro.views.werkstatt.register import plural

Weg = Callable[..., str]  # the address of the page with parts of the choice changed
SHEET = "sro-transferzeile"  # heading of the row that is open
WITHOUT_TERM = {
    Rhythmus.NACH_DIALOG: "nach dem nächsten Dialog",
    Rhythmus.EINMALIG: "ohne Termin",
}
NO_ANSWER = "noch keine Rückmeldung"
NEVER = "noch nie"


def html_due(zeile: Planzeile, heute: dt.date) -> str:
    """When a row is due, and how urgent that is."""
    tag, stand = zeile.termin.tag, zeile.stand
    if tag is None:
        done = stand is Terminstand.ERLEDIGT
        return "erledigt" if done else WITHOUT_TERM.get(zeile.akte.inhalt.rhythmus, "ohne Termin")
    days = abs((tag - heute).days)
    proposal = " <small>Vorschlag</small>" if zeile.termin.vorschlag else ""
    if stand is Terminstand.UEBERFAELLIG:
        since = plural(days, "Tag", "Tagen")
        return f'<b class="sro-faellig">überfällig</b> {words.date(tag)} <small>seit {since}</small>{proposal}'
    if stand is Terminstand.BALD:
        left = "heute" if not days else f"in {plural(days, 'Tag', 'Tagen')}"
        return f'<b class="sro-bald">{left}</b> {words.date(tag)}{proposal}'
    return f"{words.date(tag)}{proposal}"


def sent_on(versand: Versand) -> str:
    return words.date(versand.am) if versand.am else "ohne Datum"


def html_answer(versand: Versand) -> str:
    """What came back, with its day; words where nothing did."""
    text = versand.rueckmeldung.strip()
    if not text and not versand.rueckmeldung_am:
        return f'<span class="sro-leise">{NO_ANSWER}</span>'
    day = f"{words.date(versand.rueckmeldung_am)}: " if versand.rueckmeldung_am else ""
    return f"{day}{escape(text or 'ohne Text')}"
