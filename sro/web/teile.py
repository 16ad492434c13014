"""Parts that pages are put together from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from html import escape
from typing import Any, TypeVar

import streamlit as st

from sro.model.datenstand import Datenstand
from sro.model.gebiet import Gebiet
from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views import words
from sro.views.karte.legende import html_legend
from sro.views.tafel import MOST_ROWS, html_more
from sro.views.theme import Theme
from sro.views.zahlen.gebietsblatt import Gebietsblatt, html_sheet
from sro.views.zahlen.indikatorblatt import html_definition
from sro.views.zahlen.tabelle import Zeile, html_table, html_year_table
from sro.web.figuren import Kartenseite, Zeitseite

T = TypeVar("T", bound=StrEnum)
REST = "Alle stehen unter „Herunterladen“; ist ein Gebiet gewählt, stehen hier die Gebiete ringsum."


def title(text: str, indikator: Indikator, datenstand: Datenstand, anmerkung: str = "") -> None:
    """The page's heading names the indicator and the year of the data; below it unit, reading, and "synthetisch".

    `anmerkung` is one more line: what must be known to read the figure.
    """
    polarity = words.POLARITY_WORD[indikator.polaritaet]
    mark = ' <b class="sro-synthetisch">synthetisch</b>' if datenstand.is_synthetic(indikator.id) else ""
    note = f'<p class="sro-unter">{escape(anmerkung)}</p>' if anmerkung else ""
    unit = f'<p class="sro-unter">{escape(indikator.einheit)} · {escape(polarity)}{mark}</p>'
    st.html(f"<h1>{escape(text)}</h1>{unit}{note}")


def parts(
    words: Mapping[T, str], offered: Sequence[T], chosen: T, controlled: Callable[[T | None], dict[str, Any]]
) -> None:
    """The parts of a page. One that the role lacks but the address names is neither offered nor replaced.

    `controlled` gives the widget's key and callback for what it shows.
    """
    shown = chosen if chosen in offered else None
    st.segmented_control(
        "Teil",
        list(offered),
        format_func=words.__getitem__,
        required=shown is not None,
        label_visibility="collapsed",
        **controlled(shown),
    )


def silence(sentence: str) -> None:
    """Says in words that there is nothing to see."""
    if sentence:
        st.container(key="hinweis").html(f'<div class="sro-leer" role="status">{escape(sentence)}</div>')


def said(paragraphs: Sequence[str]) -> None:
    """What the figure says in sentences; nothing where nothing can be said."""
    if paragraphs:
        st.html("".join(f'<p class="sro-satz">{escape(paragraph)}</p>' for paragraph in paragraphs))


def source(line: str) -> None:
    st.html(f'<p class="sro-quelle">{escape(line)}</p>')


def reading(blatt: Gebietsblatt, seite: Kartenseite, theme: Theme) -> None:
    """What the map says in numbers: the chosen area, and below it the legend."""
    st.html(html_sheet(blatt, theme) + html_legend(seite.figur, theme, seite.plural))


class Fach(StrEnum):
    """A drawer below a figure: what people want to know or take away, one at a time."""

    TABELLE = "Tabelle"
    DEFINITION = "Definition"
    KLASSEN = "Klassen"
    HERUNTERLADEN = "Herunterladen"


def drawers(offered: Sequence[Fach]) -> Fach | None:
    """The row of drawers; the open one, None where all are closed."""
    return st.pills("Mehr zu dieser Abbildung", list(offered), label_visibility="collapsed", key="fach")


def definition(indikator: Indikator) -> None:
    """The indicator's sheet, and the way to the page that has it with all others."""
    link = f'<a href="methodik?indikator={indikator.id}" target="_self">In der Methodik öffnen</a>'
    heading = '<h2 class="sro-nur-hoerbar">Definition</h2>'
    st.html(f'{heading}{html_definition(indikator, catalogue(), city())}<p class="sro-quelle">{link}</p>')


def map_table(seite: Kartenseite) -> None:
    """The figures of the map as a table."""
    jahr = seite.auswahl.jahr
    smooth = seite.figur.geglaettet
    found, gebiete = seite.daten.of(jahr), _listed(seite)
    rows = [Zeile(g.name, found.get(g.key), geglaettet=smooth.get(g.key)) for g in gebiete[:MOST_ROWS]]
    total = Zeile(city().oberste.name, seite.daten.stadt.get(jahr), gesamt=True)
    more = html_more(len(rows), len(seite.daten.gebiete), seite.plural, REST)
    st.html(html_table(seite.titel, [*rows, total], seite.indikator) + more)


def _listed(seite: Kartenseite) -> Sequence[Gebiet]:
    """The areas of the table: all that are drawn; of a large level those around the chosen one, if one is chosen."""
    gewaehlt = seite.auswahl.key
    if gewaehlt is None or not city().is_large(gewaehlt.ebene):
        return seite.daten.gebiete
    eltern = city().gebiet(gewaehlt).eltern
    return [g for g in seite.daten.gebiete if g.eltern == eltern]


def series_table(seite: Zeitseite) -> None:
    """The figures of the chart as a table."""
    st.html(html_year_table(seite.titel, seite.reihen, seite.indikator))
