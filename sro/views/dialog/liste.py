"""The list of dialogues: the next one large, all others as lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape

from sro.auswertung.dialog.ablauf import agenda
from sro.auswertung.dialog.liste import Dialogzeile
from sro.model.dialog import Dialog
from sro.model.gebiet import Stadt
from sro.views import words
from sro.views.dialog.worte import about, day, when, whole_span
from sro.views.holstentor.beduerfnis import html_link, synthetic

Weg = Callable[[str], str]  # the address of a dialogue


def html_next(zeile: Dialogzeile, stadt: Stadt, heute: dt.date, weg: Weg) -> str:
    """The dialogue that comes next, with its day and how far it is prepared."""
    akte, dialog = zeile.akte, zeile.akte.inhalt
    facts = [
        (words.number(len(dialog.indikatoren)), _many(len(dialog.indikatoren), "Indikator", "Indikatoren")),
        (words.number(_voices(dialog)), _many(_voices(dialog), "Stimme", "Stimmen")),
        (words.number(len(dialog.rueckblick)), "im Rückblick"),
    ]
    counted = "".join(f"<span><b>{value}</b>{escape(word)}</span>" for value, word in facts)
    return (
        f'<section class="sro-naechster"><p class="sro-termin"><b>{escape(when(dialog.datum, heute))}</b>'
        f"{escape(_appointment(dialog))}</p><h2>{html_link(weg(akte.id), escape(dialog.titel or akte.id))}"
        f'{synthetic(akte)}</h2><p class="sro-unter">{escape(about(dialog, stadt))} · {escape(dialog.stand)}</p>'
        f'<p class="sro-zaehlung">{counted}</p></section>'
    )


def html_list(zeilen: Sequence[Dialogzeile], stadt: Stadt, heute: dt.date, weg: Weg) -> str:
    """One line each: day, name, state, what was agreed."""
    return f'<ol class="sro-dialoge">{"".join(_line(one, stadt, heute, weg) for one in zeilen)}</ol>'


def agreed(zeile: Dialogzeile) -> str:
    """ "4 Vereinbarungen, davon 3 offen und 1 überfällig"; nothing where nothing was agreed."""
    if not zeile.vereinbart:
        return "" if zeile.kommt else "keine Vereinbarung"
    parts = [f"{zeile.offen} offen"] if zeile.offen else ["alle erledigt"]
    parts += [f"{zeile.ueberfaellig} überfällig"] if zeile.ueberfaellig else []
    return f"{_many(zeile.vereinbart, '1 Vereinbarung', f'{zeile.vereinbart} Vereinbarungen')}: {', '.join(parts)}"


def _line(zeile: Dialogzeile, stadt: Stadt, heute: dt.date, weg: Weg) -> str:
    akte, dialog = zeile.akte, zeile.akte.inhalt
    date = words.date(dialog.datum) if dialog.datum else "ohne Datum"
    late = " spaet" if zeile.ueberfaellig else ""
    return (
        f'<li><p class="tag">{escape(date)}<small>{escape(when(dialog.datum, heute))}</small></p>'
        f"<div>{html_link(weg(akte.id), escape(dialog.titel or akte.id))}{synthetic(akte)}"
        f"<small>{escape(about(dialog, stadt))} · Datenstand {dialog.datenstand or '–'}</small></div>"
        f'<p class="stand">{escape(dialog.stand)}<small class="vereinbart{late}">{escape(agreed(zeile))}</small></p>'
        "</li>"
    )


def _appointment(dialog: Dialog) -> str:
    place = [dialog.ort] if dialog.ort.strip() else []
    return " · ".join([day(dialog.datum), *filter(None, [whole_span(agenda(dialog))]), *place])


def _voices(dialog: Dialog) -> int:
    return len(dialog.aussagen) + len(dialog.bedarfe)


def _many(count: int, one: str, many: str) -> str:
    return one if count == 1 else many
