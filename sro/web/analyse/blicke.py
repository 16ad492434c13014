"""What the analysis shows, put together from the active Datenstand and the selection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import accumulate

import streamlit as st

from sro.auswertung.analyse.kreuztabelle import Kreuztabelle, Quer, crossed
from sro.auswertung.analyse.tabelle import (
    BEFUNDE,
    Abfrage,
    Datenzeile,
    Spalte,
    first,
    grouped,
    ordered,
    rows,
    with_findings,
)
from sro.model.buendelung import zeitraum_kurz
from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views import words
from sro.views.analyse.kreuztafel import html_crossed
from sro.views.analyse.tabelle import Tabellenwunsch, html_rows
from sro.views.quelle import source_line, sources_line
from sro.views.tafel import MOST_ROWS, html_more, html_tafel
from sro.views.theme import Theme
from sro.views.zahlen.diagramm import specification
from sro.web import data
from sro.web.analyse.auswahl import Analyseauswahl, Blick
from sro.web.analyse.bilder import OFFERED, Auftrag, Figur, figure
from sro.web.analyse.stand import clickable
from sro.web.auswahl import Angebot
from sro.web.teile import Fach

MOST_CELLS, NAMED = 4000, 5
REST = "Alle Zeilen stehen unter „Herunterladen“; ein Filter macht es kürzer."
DEFINED = 6  # sheets that are laid out at once
BLICKE = tuple(blick for blick in Blick if blick is Blick.TABELLE or blick in OFFERED)


@dataclass(frozen=True)
class Analyseseite:
    """`zeilen` of the table, filtered and sorted, all of them; else `figur`."""

    auswahl: Analyseauswahl
    datenstand: Datenstand
    titel: str
    indikatoren: tuple[Indikator, ...]
    ohne_ebene: tuple[Indikator, ...]  # asked for, but not published at this level
    zeilen: tuple[Datenzeile, ...]
    figur: Figur | None

    @property
    def gewaehlt(self) -> frozenset[str]:
        return frozenset(self.auswahl.gebiete)


def analysis(auswahl: Analyseauswahl, datenstand: Datenstand, angebot: Angebot, theme: Theme) -> Analyseseite:
    made = figure(Auftrag(data.figures(datenstand.id), auswahl, angebot, theme))
    indikatoren = made.indikatoren if made else tuple(catalogue()[i] for i in auswahl.indikatoren)
    here = tuple(i for i in indikatoren if auswahl.ebene in angebot.geliefert.get(i.id, {}))
    return Analyseseite(
        auswahl=auswahl,
        datenstand=datenstand,
        titel=_title(auswahl, indikatoren),
        indikatoren=indikatoren,
        ohne_ebene=tuple(i for i in indikatoren if i not in here),
        zeilen=() if made else rows_of(auswahl, here, datenstand.id),
        figur=made,
    )


def heading(seite: Analyseseite) -> None:
    """The title names indicators, level and year; below it units, and "synthetisch" where any figure is."""
    synthetic = any(seite.datenstand.is_synthetic(i.id) for i in seite.indikatoren)
    mark = ' <b class="sro-synthetisch">synthetisch</b>' if synthetic else ""
    below = _below(seite.indikatoren)
    st.html(f'<h1>{escape(seite.titel)}</h1><p class="sro-unter">{escape(below)}{mark}</p>')
    if seite.ohne_ebene:
        names = ", ".join(i.kurzname for i in seite.ohne_ebene)
        plural = city().ebene(seite.auswahl.ebene).plural
        st.html(f'<p class="sro-quelle">Nicht für {escape(plural)} veröffentlicht: {escape(names)}.</p>')


def show_figure(seite: Analyseseite) -> None:
    """The table, the chart, or what stands in its place."""
    if seite.figur is None:
        _show_table(seite)
        return
    if seite.figur.diagramm is not None:
        spec = specification(seite.figur.diagramm)
        st.vega_lite_chart(spec=spec, theme=None, width="stretch", alt=seite.figur.text, **clickable())
    if seite.figur.html:
        st.html(seite.figur.html)
    if seite.figur.text:
        st.html(f'<p class="sro-analyse-text">{escape(seite.figur.text)}</p>')


def drawers(seite: Analyseseite) -> list[Fach]:
    """A table has no table beside it."""
    beside = [Fach.TABELLE] if seite.figur and seite.figur.tafel else []
    return [*beside, Fach.DEFINITION, Fach.HERUNTERLADEN]


def table_of_figure(seite: Analyseseite) -> None:
    """The chart's figures as a table."""
    if seite.figur and seite.figur.tafel:
        head, body = seite.figur.tafel
        shown = html_tafel(seite.titel, head, [[escape(cell) for cell in row] for row in body[:MOST_ROWS]])
        st.html(shown + html_more(MOST_ROWS, len(body), rest=REST))


def sources(seite: Analyseseite) -> str:
    if len(seite.indikatoren) == 1 and not seite.auswahl.von:
        only = seite.indikatoren[0]
        period = only.period(seite.auswahl.jahr, only.jahre_zusammen(seite.auswahl.ebene))
        return source_line(only, period, seite.datenstand)
    return sources_line(seite.indikatoren, seite.datenstand)


def with_chosen_findings(seite: Analyseseite, zeilen: Sequence[Datenzeile]) -> tuple[Datenzeile, ...]:
    """The rows with those findings whose columns are chosen."""
    asked = tuple(spalte for spalte in seite.auswahl.spalten if spalte in BEFUNDE)
    return tuple(_found(seite.datenstand.id, zeile, asked) for zeile in zeilen) if asked else tuple(zeilen)


@lru_cache(maxsize=8)
def _all_rows(datenstand_id: int, abfrage: Abfrage) -> tuple[Datenzeile, ...]:
    return rows(data.figures(datenstand_id), abfrage)


@lru_cache(maxsize=20_000)
def _found(datenstand_id: int, zeile: Datenzeile, asked: tuple[Spalte, ...]) -> Datenzeile:
    return with_findings(data.figures(datenstand_id), zeile, asked)


def rows_of(auswahl: Analyseauswahl, indikatoren: tuple[Indikator, ...], datenstand_id: int) -> tuple[Datenzeile, ...]:
    """The rows of these indicators in the order that was chosen; of a chart those of its year, all areas of it."""
    table = auswahl.blick is Blick.TABELLE
    asked = Abfrage(
        ebene=auswahl.ebene,
        indikatoren=indikatoren,
        jahre=auswahl.jahre if table else (auswahl.jahr,),
        gebiete=auswahl.gebiete if table and auswahl.gefiltert else (),
        status=frozenset(auswahl.status if table else ()),
    )
    return ordered(_all_rows(datenstand_id, asked), auswahl.sortierung, auswahl.absteigend, rank)


def rank(indikator: Indikator) -> int:
    """An indicator's place in the catalogue."""
    return _ranks()[indikator.id]


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    return {indikator.id: place for place, indikator in enumerate(catalogue().indikatoren)}


def _show_table(seite: Analyseseite) -> None:
    if not seite.zeilen:
        st.html('<div class="sro-leer" role="status">Zu diesem Filter gibt es keine Zeile. Bitte weniger Status oder '
                "weitere Jahre, Indikatoren oder Gebiete wählen.</div>")  # fmt: skip
        return
    st.html(_crossed(seite) if seite.auswahl.quer is not Quer.KEINE else _listed(seite))


def _listed(seite: Analyseseite) -> str:
    auswahl = seite.auswahl
    shown = first(grouped(seite.zeilen, auswahl.gruppierung, rank), MOST_ROWS)
    parts = [(gruppe, with_chosen_findings(seite, zeilen)) for gruppe, zeilen in shown]
    wish = Tabellenwunsch(
        titel=seite.titel,
        spalten=auswahl.spalten,
        gewaehlt=seite.gewaehlt,
        gruppierung=auswahl.gruppierung,
        sortierung=auswahl.sortierung,
        absteigend=auswahl.absteigend,
    )
    return html_rows(parts, wish) + html_more(MOST_ROWS, len(seite.zeilen), rest=REST)


def _crossed(seite: Analyseseite) -> str:
    tables = crossed(seite.zeilen, seite.auswahl.quer, rank)
    room = accumulate(len(one.zeilen) * len(one.felder) for one in tables)
    shown = [one for one, cells in zip(tables, room, strict=True) if cells <= MOST_CELLS] or tables[:1]
    parts = [
        html_crossed(one, seite.auswahl.zelle, _cross_title(seite, one), city().oberste, seite.gewaehlt)
        for one in shown
    ]
    return "".join(parts) + html_more(len(shown), len(tables), "Tabellen", REST)


def _cross_title(seite: Analyseseite, table: Kreuztabelle) -> str:
    field, plural = table.felder[0], city().ebene(seite.auswahl.ebene).plural
    if table.quer is Quer.JAHRE:
        return f"{field.indikator.name} ({field.indikator.einheit}) {words.in_areas(plural)}"
    return f"Indikatoren {words.in_areas(plural)}, {field.jahr}"


def _title(auswahl: Analyseauswahl, indikatoren: Sequence[Indikator]) -> str:
    """ "Kinder im SGB II und Arbeitslosigkeit nach Stadtteilen, 2020 bis 2024"."""
    where = words.in_areas(city().ebene(auswahl.ebene).plural)
    when = _when(auswahl, indikatoren)
    if auswahl.blick is Blick.INDEX:
        return f"Sozialindex {where}, {when}"
    return f"{_subject(auswahl, indikatoren)} {where}, {when}"


def _when(auswahl: Analyseauswahl, indikatoren: Sequence[Indikator]) -> str:
    """ "2024", "2020 bis 2024"; of values that are all pooled the years that they stand for."""
    pooled = min((i.jahre_zusammen(auswahl.ebene) for i in indikatoren), default=1)
    if auswahl.blick is Blick.TABELLE and auswahl.von is not None:
        return f"{auswahl.von - pooled + 1} bis {auswahl.jahr}"
    return zeitraum_kurz(auswahl.jahr, pooled)


def _subject(auswahl: Analyseauswahl, indikatoren: Sequence[Indikator]) -> str:
    if len(indikatoren) == 1:
        return indikatoren[0].name
    if len(indikatoren) == 2:
        return " und ".join(i.kurzname for i in indikatoren)
    return auswahl.thema or f"{len(indikatoren)} Indikatoren"


def _below(indikatoren: Sequence[Indikator]) -> str:
    if len(indikatoren) == 1:
        return f"{indikatoren[0].einheit} · {words.POLARITY_WORD[indikatoren[0].polaritaet]}"
    names = [i.kurzname for i in indikatoren]
    return ", ".join(names) if len(names) <= NAMED else f"{', '.join(names[:NAMED])} und {len(names) - NAMED} weitere"
