"""The board of agreements as HTML: what is counted, columns of cards, a short list beside an open one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from sro.auswertung.brett.brett import Brett, Karte, Spalte
from sro.auswertung.brett.termin import Termin
from sro.model.gebiet import Stadt
from sro.model.impuls import Umsetzung
from sro.model.leitbild import Leitbild
from sro.views import words
from sro.views.theme import Theme
from sro.views.zahlen.damals_heute import html_pair

Weg = Callable[[str | None], str]  # the address with this agreement open, or with none
EINTRAG = "sro-brett-eintrag"  # the heading of the open one, where the keyboard goes on
ALWAYS = (Umsetzung.VEREINBART, Umsetzung.IN_ARBEIT, Umsetzung.UMGESETZT)  # shown also where they are empty
SYNTHETISCH = '<b class="sro-synthetisch">synthetisch</b>'
NOBODY = "noch niemand verantwortlich"
NO_TEXT = "ohne Text"


def html_summary(brett: Brett) -> str:
    """How many are overdue, open and done, of those that the filter leaves."""
    done = brett.anzahl(Umsetzung.UMGESETZT)
    shown = len(brett.karten)
    parts = (
        f"<span><b>{words.count(brett.ueberfaellig)}</b>überfällig</span>",
        f"<span><b>{words.count(brett.offen)}</b>offen</span>",
        f"<span><b>{words.count(done)}</b>umgesetzt</span>",
        f"<span>{_of_all(shown, brett.alle)}</span>",
    )
    mark = SYNTHETISCH if brett.karten and all_synthetic(brett) else ""
    return f'<p class="sro-zaehlung sro-brettsumme">{"".join(parts)}{mark}</p>'


def html_board(brett: Brett, weg: Weg, stadt: Stadt, ideal: Leitbild, theme: Theme, dialog: str | None) -> str:
    """A column for each state; on a phone one list of all, overdue first. `dialog`: whose board it is, None for all."""
    columns = [one for one in brett.spalten if one.karten or one.umsetzung in ALWAYS]
    marked = not all_synthetic(brett)
    drawn = "".join(_column(one, weg, stadt, ideal, theme, dialog, marked) for one in columns)
    return f'<div class="sro-brett spalten-{len(columns)}">{drawn}</div>'


def all_synthetic(brett: Brett) -> bool:
    """Whether "synthetisch" can stand once above all of them."""
    return all(one.vereinbarung.synthetisch for one in brett.karten)


def html_short_list(brett: Brett, weg: Weg, offen: str) -> str:
    """All that the filter leaves, beside the open one; overdue first."""
    items = "".join(_short(one, weg, one.akte.id == offen) for one in brett.karten)
    return f'<nav class="sro-brettliste" aria-label="Vereinbarungen"><ul>{items}</ul></nav>'


def dates(termin: Termin) -> Iterator[str]:
    """ "Frist 31.12.2026", "Wiedervorlage 15.10.2026"; each that is past with a mark and for how long."""
    named = (
        ("Frist", termin.frist, termin.frist_vorbei),
        ("Wiedervorlage", termin.wiedervorlage, termin.wiedervorlage_faellig),
    )
    for name, day, late in named:
        if day is None or (termin.erledigt and name == "Wiedervorlage"):
            continue
        mark = f'<b class="sro-faellig">überfällig</b> seit {_days((termin.heute - day).days)} · ' if late else ""
        today = " (heute)" if day == termin.heute and not termin.erledigt else ""
        yield f"{mark}{name} {words.date(day)}{today}"


def html_dates(termin: Termin) -> str:
    told = list(dates(termin)) or (["erledigt"] if termin.erledigt else ["ohne Termin"])
    return "".join(f"<span>{one}</span>" for one in told)


def text_of(karte: Karte) -> str:
    return karte.vereinbarung.text.strip() or NO_TEXT


def unit_of(karte: Karte) -> str:
    return karte.vereinbarung.verantwortlich.strip() or NOBODY


def html_guidelines(karte: Karte, ideal: Leitbild) -> str:
    """The Leitlinien by their short names, the whole name for those who point at it or listen."""
    titles = {one.id: one.titel for one in ideal.leitlinien}
    marks = "".join(
        f'<abbr title="{escape(titles[one], quote=True)}">{escape(one)}</abbr>'
        for one in karte.vereinbarung.leitlinien
        if one in titles
    )
    return f'<span class="sro-leitmarken">{marks}</span>' if marks else ""


def _column(
    spalte: Spalte, weg: Weg, stadt: Stadt, ideal: Leitbild, theme: Theme, dialog: str | None, marked: bool
) -> str:
    cards = "".join(_card(one, weg, stadt, ideal, theme, dialog, marked) for one in spalte.karten)
    inside = f'<ul role="list">{cards}</ul>' if cards else '<p class="sro-leise">keine</p>'
    many = words.count(len(spalte.karten))
    return f"<section><h2>{escape(spalte.umsetzung)} <small>{many}</small></h2>{inside}</section>"


def _card(karte: Karte, weg: Weg, stadt: Stadt, ideal: Leitbild, theme: Theme, dialog: str | None, marked: bool) -> str:
    termin = karte.termin
    order = "spaet" if termin.ueberfaellig else "fertig" if termin.erledigt else "offen"
    mark = f" {SYNTHETISCH}" if marked and karte.vereinbarung.synthetisch else ""
    pairs = "".join(html_pair(one, theme) for one in karte.vergleiche[:1])
    more = len(karte.vergleiche) - 1
    further = f'<p class="sro-leise">und {_more(more)}</p>' if more > 0 else ""
    return (
        f'<li class="{order}"><p class="stand">{escape(karte.vereinbarung.umsetzung)}</p>'
        f"<h3>{_link(weg(karte.akte.id), text_of(karte))}</h3>"
        f'<p class="stelle">{escape(unit_of(karte))}</p><p class="termin">{html_dates(termin)}</p>{pairs}{further}'
        f'<p class="woher">{html_guidelines(karte, ideal)}<span>{escape(_from(karte, stadt, dialog))}</span>'
        f"{mark}</p></li>"
    )


def _short(karte: Karte, weg: Weg, offen: bool) -> str:
    state = escape(karte.vereinbarung.umsetzung)
    late = '<b class="sro-faellig">überfällig</b> ' if karte.termin.ueberfaellig else ""
    current = ' class="gewaehlt"' if offen else ""
    said = f"{_link(weg(karte.akte.id), text_of(karte), offen)}<small>{late}{state} · {escape(unit_of(karte))}</small>"
    return f"<li{current}>{said}</li>"


def _from(karte: Karte, stadt: Stadt, dialog: str | None) -> str:
    """Where it was agreed: the dialogue, where the board is not that dialogue's own."""
    if karte.dialog is None:
        return karte.akte.id
    if karte.dialog.id == dialog:
        return karte.akte.id
    raum = karte.dialog.inhalt.raum
    place = stadt.raum_name(raum) if raum else stadt.oberste.name
    day = karte.dialog.inhalt.datum
    return f"{karte.akte.id} · {place}{f' {day.year}' if day else ''}"


def _link(address: str, text: str, offen: bool = False) -> str:
    current = ' aria-current="true"' if offen else ""
    return (
        f'<a class="sro-hier" href="{escape(address, quote=True)}" target="_self" data-fokus="{EINTRAG}"{current}>'
        f"{escape(text)}</a>"
    )


def _of_all(shown: int, every: int) -> str:
    if shown == every:
        return f"{words.count(every)} {'Vereinbarung' if every == 1 else 'Vereinbarungen'}"
    return f"{words.count(shown)} von {words.count(every)} Vereinbarungen"


def _days(days: int) -> str:
    return "1 Tag" if days == 1 else f"{words.count(days)} Tagen"


def _more(many: int) -> str:
    return "ein weiterer Indikator" if many == 1 else f"{words.count(many)} weitere Indikatoren"
