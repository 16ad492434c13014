"""An analyst's table as HTML: rows under group heads. Screen readers hear words behind every mark; text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from sro.auswertung.analyse.tabelle import BEFUNDE, Datenzeile, Gruppe, Gruppierung, Sortierung, Spalte
from sro.model.wert import Status, status_of, wert_of
from sro.views import words
from sro.views.analyse.worte import SPALTE, UNKNOWN, finding, group_heading, period, why_unknown
from sro.views.zahlen.tabelle import count_cell, heard, interval_cell, marks_legend, status_words, value_cell

TEXTUAL = frozenset({Spalte.THEMA, Spalte.EINHEIT, Spalte.STATUS, *BEFUNDE})
Teil = tuple[Gruppe, Sequence[Datenzeile]]
CHOSEN = '<span class="sro-nur-hoerbar"> (ausgewählt)</span>'


@dataclass(frozen=True)
class Tabellenwunsch:
    """How the rows are shown. `gewaehlt` are ids of the areas that stand out."""

    titel: str
    spalten: tuple[Spalte, ...]
    gewaehlt: frozenset[str] = frozenset()
    gruppierung: Gruppierung = Gruppierung.KEINE
    sortierung: Sortierung = Sortierung.GEBIET
    absteigend: bool = False


def html_rows(gruppen: Sequence[Teil], wunsch: Tabellenwunsch) -> str:
    """The groups, each with the rows of it that are shown.

    Indicator and year have a column where there are several of them, else the title names them.
    """
    tafel = _Tafel(gruppen, wunsch)
    return region(
        wunsch.titel, tafel.head(), "".join(map(tafel.group, gruppen)), {z.status for z in tafel.zeilen}, False
    )


def region(titel: str, head: str, body: str, shown: set[Status], title_seen: bool = True) -> str:
    """A table that scrolls under its head, by keyboard too, and below it what its marks mean.

    `title_seen`: not where the page's heading says the same; it is read aloud all the same.
    """
    name, marks = escape(titel, quote=True), marks_legend(shown)
    hidden = "" if title_seen else ' class="sro-nur-hoerbar"'
    below = f'<div class="sro-tabelle">{marks}</div>' if marks else ""
    return (
        f'<div class="sro-tabelle sro-analyse" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption{hidden}>{name}</caption><thead><tr>{head}</tr></thead>{body}</table></div>"
        f"{below}"
    )


def row_head(name: str, gewaehlt: bool) -> str:
    """The beginning of a row; a chosen area is told in words besides its look."""
    return f'<tr{" class=gewaehlt" if gewaehlt else ""}><th scope="row">{escape(name)}{CHOSEN if gewaehlt else ""}</th>'


class _Tafel:
    """What heads and rows of one table share."""

    def __init__(self, gruppen: Sequence[Teil], wunsch: Tabellenwunsch):
        self.wunsch = wunsch
        self.zeilen = [zeile for _, shown in gruppen for zeile in shown]
        self.indikatoren = {z.indikator.id: z.indikator for z in self.zeilen}
        by = wunsch.gruppierung  # what a group's heading says needs no column
        self.several_indicators = len(self.indikatoren) > 1 and by is not Gruppierung.INDIKATOR
        self.several_years = len({z.jahr for z in self.zeilen}) > 1 and by is not Gruppierung.JAHR
        alone = len(self.indikatoren) == 1 or by is Gruppierung.INDIKATOR
        self.spalten = [s for s in wunsch.spalten if not (alone and s is Spalte.EINHEIT)]  # its unit is in the head

    def head(self) -> str:
        first = [(Sortierung.GEBIET, "Gebiet")]
        first += [(Sortierung.INDIKATOR, "Indikator")] if self.several_indicators else []
        first += [(Sortierung.JAHR, "Jahr")] if self.several_years else []
        fixed = "".join(f'<th scope="col"{self._sorted(name)}>{title}</th>' for name, title in first)
        return fixed + "".join(self._column(spalte) for spalte in self.spalten)

    def group(self, teil: Teil) -> str:
        gruppe, shown = teil
        width = 1 + self.several_indicators + self.several_years + len(self.spalten)
        title = escape(group_heading(gruppe)) if gruppe.titel else ""
        heading = f'<tr class="gruppe"><th scope="rowgroup" colspan="{width}">{title}</th></tr>' if title else ""
        return f"<tbody>{heading}{''.join(map(self._row, shown))}</tbody>"

    def _row(self, zeile: Datenzeile) -> str:
        indikator = f"<td>{escape(zeile.indikator.kurzname)}</td>" if self.several_indicators else ""
        jahr = f"<td>{period(zeile)}</td>" if self.several_years else ""
        cells = "".join(f"<td{_class(spalte)}>{cell(zeile, spalte)}</td>" for spalte in self.spalten)
        return f"{row_head(zeile.gebiet.name, zeile.gebiet.id in self.wunsch.gewaehlt)}{indikator}{jahr}{cells}</tr>"

    def _column(self, spalte: Spalte) -> str:
        unit = next(iter(self.indikatoren.values())).einheit if len(self.indikatoren) == 1 else ""
        title = f"{SPALTE[spalte]} ({unit})" if spalte is Spalte.WERT and unit else SPALTE[spalte]
        sort = self._sorted(spalte.value)
        return f'<th scope="col"{_class(spalte)}{sort}>{escape(title)}</th>'

    def _sorted(self, name: str) -> str:
        if name != self.wunsch.sortierung:
            return ""
        return f' aria-sort="{"descending" if self.wunsch.absteigend else "ascending"}"'


def cell(zeile: Datenzeile, spalte: Spalte) -> str:
    """What a column shows of a row, as HTML."""
    b, indikator = zeile.beobachtung, zeile.indikator
    match spalte:
        case Spalte.THEMA:
            return escape(indikator.thema)
        case Spalte.WERT:
            return value_cell(zeile.status, zeile.wert, indikator)
        case Spalte.EINHEIT:
            return escape(indikator.einheit)
        case Spalte.INTERVALL:
            return interval_cell(b, indikator)
        case Spalte.ZAEHLER:
            return counted(zeile.status, b.zaehler if b else None)
        case Spalte.NENNER:
            return counted(zeile.status, b.nenner if b else None)
        case _:
            return _beside(zeile, spalte)


def _beside(zeile: Datenzeile, spalte: Spalte) -> str:
    """The city and what is said about the row."""
    stadt = zeile.stadt
    match spalte:
        case Spalte.STADT:
            return value_cell(status_of(stadt), wert_of(stadt), zeile.indikator)
        case Spalte.ABSTAND:
            return distance(zeile)
        case Spalte.STATUS:
            return escape(status_words(zeile.beobachtung))
        case _:
            said = escape(finding(zeile, spalte))
            return f"{said}{heard('', f': {why_unknown(zeile, spalte)}')}" if said == UNKNOWN else said


def counted(status: Status, zahl: float | None) -> str:
    """A count, or why it is not shown; what a rate alone lacks a count may have."""
    if zahl is None and status in (Status.GEHEIM, Status.FEHLT):
        return heard(words.STATUS_MARK[status], words.STATUS_WORD[status])
    return count_cell(zahl)


def distance(zeile: Datenzeile) -> str:
    """Area minus city with its sign, or why there is none."""
    if zeile.abstand is not None:
        return words.signed(zeile.abstand, zeile.indikator.nachkommastellen)
    if zeile.wert is None:
        return value_cell(zeile.status, None, zeile.indikator)
    return heard("", "kein Wert der Stadt")


def _class(spalte: Spalte) -> str:
    return "" if spalte in TEXTUAL else ' class="zahl"'
