"""Figures as HTML tables that a screen reader can walk through: caption, scopes, and words behind every mark."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from sro.model.buendelung import zeitraum_kurz
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status, status_of, wert_of
from sro.stats.geglaettet import Geglaettet
from sro.stats.intervall import interval_of
from sro.stats.reihe import Punkt, Reihe
from sro.views import words

# Colours come from the page as CSS variables.
CSS = """
.sro-tabelle { position: relative; overflow-x: auto; margin: 0 0 1.25rem; color: var(--sro-ink); }
.sro-tabelle table { border-collapse: collapse; width: 100%; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
.sro-tabelle caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; }
.sro-tabelle th, .sro-tabelle td { padding: 0.3rem 0.75rem; border-bottom: 1px solid var(--sro-line); }
.sro-tabelle thead th { color: var(--sro-quiet); font-weight: 500; vertical-align: bottom; }
.sro-tabelle th { text-align: left; font-weight: 500; }
.sro-tabelle .zahl { text-align: right; }
.sro-tabelle td { white-space: nowrap; }
.sro-tabelle thead .zahl { min-width: 4.5rem; }
.sro-tabelle .gesamt { background: var(--sro-panel); }
.sro-tabelle .gesamt th, .sro-tabelle .gesamt td { font-weight: 600; }
.sro-tabelle .zeichen { color: var(--sro-quiet); font-size: 0.85rem; margin: 0.5rem 0 0; }
.sro-nur-hoerbar { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
"""


@dataclass(frozen=True, slots=True)
class Zeile:
    """One row of the table of one year: an area's name and what is known of it (None: not delivered).

    `geglaettet` where the figure shows smoothed values; the table then has both side by side.
    """

    name: str
    beobachtung: Beobachtung | None
    gesamt: bool = False  # the city, set apart
    geglaettet: Geglaettet | None = None


def html_table(titel: str, zeilen: Sequence[Zeile], indikator: Indikator) -> str:
    """One indicator in one year over areas: value, 95 % interval, counts, state. All text is escaped."""
    smooth = any(zeile.geglaettet for zeile in zeilen)
    beside = (f"geglättet ({indikator.einheit})", "Gewicht des Werts") if smooth else ()
    heads = ("Gebiet", f"Wert ({indikator.einheit})", *beside, "95-%-Intervall", "Zähler", "Nenner", "Status")
    body = "".join(_area_row(zeile, indikator, smooth) for zeile in zeilen)
    shown = {status_of(zeile.beobachtung) for zeile in zeilen}
    return _table(titel, _head(heads, text=("Gebiet", "Status")), body, shown)


def html_year_table(titel: str, reihen: Sequence[Reihe], indikator: Indikator) -> str:
    """One indicator over areas (rows) and years (columns); a year of a series break says so in its head."""
    jahre = sorted({punkt.jahr for reihe in reihen for punkt in reihe.punkte})
    breaks = {bruch.jahr for bruch in indikator.reihenbrueche}
    zusammen = max((punkt.jahre for reihe in reihen for punkt in reihe.punkte), default=1)
    heads = [f"{zeitraum_kurz(j, zusammen)}{' (Reihenbruch)' if j in breaks else ''}" for j in jahre]
    body = "".join(_series_row(reihe, jahre, indikator) for reihe in reihen)
    shown = {punkt.status for reihe in reihen for punkt in reihe.punkte}
    return _table(f"{titel} ({indikator.einheit})", _head(["Gebiet", *heads], text=("Gebiet",)), body, shown)


def _area_row(zeile: Zeile, indikator: Indikator, smooth: bool) -> str:
    b = zeile.beobachtung
    status = status_of(b)
    cells = (
        value_cell(status, wert_of(b), indikator),
        *(_smoothed(zeile.geglaettet, indikator) if smooth else ()),
        interval_cell(b, indikator),
        count_cell(b.zaehler if b else None),
        count_cell(b.nenner if b else None),
    )
    numbers = "".join(f'<td class="zahl">{cell}</td>' for cell in cells)
    return f"{_row_head(zeile.name, zeile.gesamt)}{numbers}<td>{escape(status_words(b))}</td></tr>"


def _smoothed(one: Geglaettet | None, indikator: Indikator) -> tuple[str, str]:
    """The smoothed value and the part that the measured one has in it."""
    if one is None:
        return heard("", "nicht geglättet"), heard("", "kein Gewicht")
    return words.number(one.geglaettet, indikator.nachkommastellen), words.weight(one.gewicht)


def _series_row(reihe: Reihe, jahre: Iterable[int], indikator: Indikator) -> str:
    by_year: dict[int, Punkt] = {punkt.jahr: punkt for punkt in reihe.punkte}
    points = [by_year.get(jahr) for jahr in jahre]
    cells = (
        value_cell(p.status if p else Status.FEHLT, p.wert if p else None, indikator)
        for p in points
    )  # fmt: skip
    numbers = "".join(f'<td class="zahl">{cell}</td>' for cell in cells)
    return f"{_row_head(reihe.name, reihe.rolle != 'gebiet')}{numbers}</tr>"


def status_words(b: Beobachtung | None) -> str:
    """The state in words, with "vorläufig" and "revidiert" where they apply."""
    if b is None:
        return words.STATUS_WORD[Status.FEHLT]
    flags = [word for flag, word in ((b.vorlaeufig, "vorläufig"), (b.revidiert, "revidiert")) if flag]
    return ", ".join([words.STATUS_WORD[b.status], *flags])


def value_cell(status: Status, wert: float | None, indikator: Indikator) -> str:
    """The number, or the mark to see and the words to hear."""
    if wert is not None:
        return words.number(wert, indikator.nachkommastellen)
    return heard(words.STATUS_MARK[status], words.STATUS_WORD[status])


def interval_cell(b: Beobachtung | None, indikator: Indikator) -> str:
    """The 95 % limits; nothing to see where there are none."""
    limits = interval_of(indikator, b)
    if limits is None:
        return heard("", "kein Intervall")
    low, high = (words.number(limit, indikator.nachkommastellen) for limit in (limits.unten, limits.oben))
    return f"{low} bis {high}"


def count_cell(zahl: float | None) -> str:
    """A count; nothing to see where it is not shown."""
    return heard("", "nicht gezeigt") if zahl is None else words.count(zahl)


def heard(mark: str, spoken: str) -> str:
    """What is seen and, in its place, what is read aloud."""
    return f'<span aria-hidden="true">{escape(mark)}</span><span class="sro-nur-hoerbar">{escape(spoken)}</span>'


def _row_head(name: str, gesamt: bool) -> str:
    return f'<tr{" class=gesamt" if gesamt else ""}><th scope="row">{escape(name)}</th>'


def _head(heads: Sequence[str], text: Sequence[str]) -> str:
    return "".join(f'<th scope="col"{"" if head in text else " class=zahl"}>{escape(head)}</th>' for head in heads)


def _table(titel: str, head: str, body: str, shown: set[Status]) -> str:
    """The table in a region that can be scrolled by keyboard, and below it what its marks mean."""
    name = escape(titel, quote=True)
    table = f"<table><caption>{name}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="sro-tabelle" role="region" tabindex="0" aria-label="{name}">{table}{marks_legend(shown)}</div>'


def marks_legend(shown: Collection[Status]) -> str:
    """What the marks of these states mean, as a line below the table; empty where none of them has a mark."""
    marks = [f"{words.STATUS_MARK[s]} {words.STATUS_WORD[s]}" for s in Status if s in shown and s in _MARKED]
    return f'<p class="zeichen">Zeichen: {escape(" · ".join(marks))}</p>' if marks else ""


_MARKED = (Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL)  # an exact zero is written as the number 0
