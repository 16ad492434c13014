"""A delivered table with every finding at its cell, as HTML. All text is escaped.

A finding is marked by a word and a number ("Fehler 3") in its cell, its sentence stands in a row of its own below: to
be read with the eyes, with a screen reader and on paper, whatever the colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise

from sro.model.ausschnitt import Ausschnitt, Fund
from sro.model.befund import Schwere
from sro.views.lieferung.blatt import HEADING, ONE
from sro.views.words import number

COLUMNS = 24  # and those with findings, which may lie farther to the right
LONGEST = 120  # characters of a cell
JUMPS = 40  # rows that can be jumped to


def html_delivery(ausschnitt: Ausschnitt, nummer: int) -> str:
    """The table as a region that scrolls; `nummer` tells several tables of a page apart."""
    return _Tafel(ausschnitt, nummer).html()


@dataclass(frozen=True, slots=True)
class _Marke:
    """A finding with its number in the table and the id of its sentence."""

    fund: Fund
    wort: str
    id: str

    @property
    def schwere(self) -> Schwere:
        return self.fund.befund.schwere

    def html(self) -> str:
        return f'<b class="sro-marke sro-marke-{self.schwere}">{self.wort}</b>'

    def sentence(self) -> str:
        place = f"Zeile {self.fund.zeile}{_in_columns(self.fund.spalten)}"
        text = escape(self.fund.befund.text)
        return f'<p id="{self.id}">{self.html()} <span class="stelle">{place}</span> {text}</p>'


@dataclass(frozen=True)
class _Tafel:
    ausschnitt: Ausschnitt
    nummer: int

    def html(self) -> str:
        name = escape(self._title, quote=True)
        return (
            f'<div class="sro-tabelle sro-lieferung" role="region" tabindex="0" aria-label="{name}">'
            f"<table><caption>{name}{self._index()}</caption><thead>{self._head()}</thead>"
            f"<tbody>{''.join(self._body())}</tbody></table></div>{self._more()}"
        )

    @property
    def _title(self) -> str:
        sheet = f", Blatt „{self.ausschnitt.blatt}“" if self.ausschnitt.blatt else ""
        shown, whole = len(self.ausschnitt.zeilen), self.ausschnitt.umfang
        rows = "alle Zeilen" if shown >= whole else f"{number(shown)} von {number(whole)} Zeilen"
        return f"{self.ausschnitt.datei}{sheet}: {rows}"

    def _index(self) -> str:
        """Where what blocks is, to jump there; each row once."""
        blocking = [marks[0] for marks in self._marks.values() if marks[0].schwere is Schwere.FEHLER]
        links = [f'<a href="#{mark.id}" target="_self">{mark.fund.zeile}</a>' for mark in blocking[:JUMPS]]
        more = " …" if len(blocking) > JUMPS else ""
        return f'<span class="sprung">Fehler in Zeile {", ".join(links)}{more}</span>' if links else ""

    @cached_property
    def _columns(self) -> list[int]:
        """Numbers of the columns that are shown, from 1."""
        rows = (*self.ausschnitt.kopf.values(), *self.ausschnitt.zeilen.values())
        width = max((len(cells) for cells in rows), default=0)
        found = {column for fund in self.ausschnitt.funde for column in fund.spalten}
        return sorted({*range(1, min(width, COLUMNS) + 1), *found})

    @cached_property
    def _marks(self) -> dict[int, list[_Marke]]:
        """Row → its findings, numbered from top to bottom within each Schwere."""
        counts = dict.fromkeys(Schwere, 0)
        found: dict[int, list[_Marke]] = {}
        for fund in sorted(self.ausschnitt.funde, key=_from_top):
            schwere = fund.befund.schwere
            counts[schwere] += 1
            word = f"{ONE[schwere]} {counts[schwere]}"
            id_ = f"sro-befund-{self.nummer}-{schwere}-{counts[schwere]}"
            found.setdefault(fund.zeile, []).append(_Marke(fund, word, id_))
        return found

    def _head(self) -> str:
        numbers = "".join(f'<th scope="col"{self._class(n)}>{n}</th>' for n in self._columns)
        marks = self._marks
        rows = [
            self._row(n, cells, marks.get(n, ()), "col", "kopf") for n, cells in sorted(self.ausschnitt.kopf.items())
        ]
        return f'<tr class="nummern"><th scope="col">Zeile</th>{numbers}</tr>{"".join(rows)}'

    def _body(self) -> Iterator[str]:
        marks = self._marks
        header = sorted(self.ausschnitt.kopf)
        for n in header:
            yield self._sentences(marks.get(n, ()))
        numbers = list(self.ausschnitt.zeilen)
        for before, n in pairwise([max(header, default=0), *numbers]):
            yield self._gap(before, n)
            yield self._row(n, self.ausschnitt.zeilen[n], marks.get(n, ()), None, "")
            yield self._sentences(marks.get(n, ()))

    def _row(self, n: int, cells: Sequence[str], marks: Sequence[_Marke], scope: str | None, name: str) -> str:
        whole = [mark for mark in marks if not mark.fund.spalten]
        head = f'<th scope="row"{_described(whole)}>{n}{_labels(whole)}</th>'
        inner = "".join(self._cell(column, cells, marks, scope) for column in self._columns)
        return f'<tr class="{name}">{head}{inner}</tr>'

    def _cell(self, column: int, cells: Sequence[str], marks: Sequence[_Marke], scope: str | None) -> str:
        here = [mark for mark in marks if column in mark.fund.spalten]
        text = cells[column - 1] if column <= len(cells) else ""
        shown = escape(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
        if here and not text:
            shown = '<span class="leer">leer</span>'
        tag = f'th scope="{scope}"' if scope else "td"
        return f"<{tag}{self._class(column, here)}{_described(here)}>{shown}{_labels(here)}</{tag[:2]}>"

    def _class(self, column: int, marks: Sequence[_Marke] = ()) -> str:
        worst = [f"befund-{schwere}" for schwere in Schwere if any(mark.schwere is schwere for mark in marks)][:1]
        names = [*worst, *(["ungelesen"] if column not in self.ausschnitt.genutzt else [])]
        return f' class="{" ".join(names)}"' if names else ""

    def _sentences(self, marks: Sequence[_Marke]) -> str:
        if not marks:
            return ""
        inner = "".join(mark.sentence() for mark in marks)
        quiet = all(mark.schwere is Schwere.HINWEIS for mark in marks)
        return f'<tr class="saetze{" leise" if quiet else ""}">{self._wide(inner)}</tr>'

    def _gap(self, before: int, n: int) -> str:
        if n - before < 2:
            return ""
        rows = f"Zeile {n - 1}" if n - before == 2 else f"Zeile {before + 1} bis {n - 1}"
        return f'<tr class="luecke">{self._wide(f"<p>{rows}: nicht gezeigt</p>")}</tr>'

    def _wide(self, inner: str) -> str:
        return f'<td colspan="{len(self._columns) + 1}"><div>{inner}</div></td>'

    def _more(self) -> str:
        more = _counted(self.ausschnitt.weitere)
        text = f"Dazu {more} in anderen Zeilen dieser Tabelle, die hier nicht gezeigt sind." if more else ""
        return f'<p class="sro-quelle">{text}</p>' if text else ""


def _from_top(fund: Fund) -> tuple[int, int, tuple[int, ...]]:
    """By row; in a row first what blocks, then from left to right."""
    return fund.zeile, list(Schwere).index(fund.befund.schwere), fund.spalten


def _labels(marks: Sequence[_Marke]) -> str:
    return "".join(f" {mark.html()}" for mark in marks)


def _described(marks: Sequence[_Marke]) -> str:
    return f' aria-describedby="{" ".join(mark.id for mark in marks)}"' if marks else ""


def _in_columns(columns: Sequence[int]) -> str:
    """ ", Spalte 2 und 5"; empty for a whole row."""
    *first, last = [str(column) for column in columns] or [""]
    return f", Spalte {', '.join(first)} und {last}" if first else f", Spalte {last}" if last else ""


def _counted(counts: Mapping[Schwere, int]) -> str:
    """ "1.034 Fehler und 2 Hinweise"; empty where there are none."""
    parts = [
        f"{number(counts[schwere])} {ONE[schwere] if counts[schwere] == 1 else HEADING[schwere]}"
        for schwere in Schwere
        if counts.get(schwere)
    ]
    return " und ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
