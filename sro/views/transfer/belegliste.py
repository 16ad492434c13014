"""All Vereinbarungen with what they rest on and where they were reported, and what leads nowhere yet. HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

from sro.akten.bestand import Bestand, title
from sro.auswertung.transfer.belegkette import rests_on, without_agreement
from sro.model.akte import Akte
from sro.model.indikator import Katalog
from sro.model.transfer import Versand
from sro.model.vereinbarung import Vereinbarung
from sro.views import words
from sro.views.holstentor.beduerfnis import html_link, synthetic
from sro.views.tafel import html_tafel
from sro.views.transfer.belege import NOT_REPORTED, START
from sro.views.transfer.belegworte import meta_of_agreement, states, text_of_indicator
from sro.views.transfer.worte import Weg, sent_on
from sro.views.werkstatt.register import plural

HEADS = ("Vereinbarung", "Stand", "Beruht auf", "Berichtet")


def html_agreements(bestand: Bestand, katalog: Katalog, weg: Weg) -> str:
    """What was not reported yet comes first."""
    every = sorted(bestand.von(Vereinbarung), key=lambda akte: bool(bestand.her(akte.id, Versand)))
    marked = not all(akte.inhalt.synthetisch for akte in every)  # else the page's heading says it for all
    rows = [_row(akte, bestand, katalog, weg, marked) for akte in every]
    return html_tafel("Jede Vereinbarung öffnet ihre Kette.", HEADS, rows, "sro-belegtafel") + _loose(bestand, weg)


def overview(bestand: Bestand) -> str:
    """How many there are, how they stand, how many were reported. Plain text."""
    every = bestand.von(Vereinbarung)
    told = sum(bool(bestand.her(akte.id, Versand)) for akte in every)
    stand = states([akte.inhalt for akte in every])
    return f"{plural(len(every), 'Vereinbarung', 'Vereinbarungen')}: {stand}. {words.count(told)} davon berichtet."


def _row(akte: Akte[Vereinbarung], bestand: Bestand, katalog: Katalog, weg: Weg, marked: bool) -> tuple[str, ...]:
    sent = bestand.her(akte.id, Versand)
    rests = ", ".join(_evidence(one, bestand, katalog, weg) for one in rests_on(bestand, akte.id))
    return (
        f"{html_link(weg(von=akte.id), escape(title(akte)), START)} "
        f'<span class="sro-nr">{escape(akte.id)}</span>{synthetic(akte) if marked else ""}',
        escape(meta_of_agreement(akte.inhalt)),
        rests or '<span class="sro-leise">auf keinem Beleg</span>',
        _told(sent),
    )


def _told(sent: Sequence[Akte[Versand]]) -> str:
    """How often, and the last time to whom."""
    if not sent:
        return f'<span class="sro-leise">{NOT_REPORTED}</span>'
    last = max((akte.inhalt for akte in sent), key=lambda one: one.am or dt.date.min)
    often = f" <small>insgesamt {words.count(len(sent))} Sendungen</small>" if len(sent) > 1 else ""
    return f"{sent_on(last)} an {escape(last.an)}{often}"


def _evidence(one: str, bestand: Bestand, katalog: Katalog, weg: Weg) -> str:
    return html_link(weg(von=one), escape(one if one in bestand else text_of_indicator(one, katalog)), START)


def _loose(bestand: Bestand, weg: Weg) -> str:
    """Bedarfe on which nothing was agreed yet."""
    loose = without_agreement(bestand)
    if not loose:
        return ""
    items = "".join(
        f"<li>{html_link(weg(von=akte.id), f'{escape(akte.id)} {escape(title(akte))}', START)}</li>" for akte in loose
    )
    many = plural(len(loose), "Bedarf", "Bedarfe")
    return (
        f'<details class="sro-fach sro-lose"><summary>{many} noch ohne Vereinbarung</summary><ul>{items}</ul></details>'
    )
