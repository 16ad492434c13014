"""Parts that pages are put together from."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from html import escape

import streamlit as st

from sro.model.datenstand import Datenstand
from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views import words
from sro.views.gebietsblatt import Gebietsblatt, html_sheet
from sro.views.indikatorblatt import html_definition
from sro.views.legende import html_legend
from sro.views.tabelle import Zeile, html_table, html_year_table
from sro.views.theme import Theme
from sro.web.figuren import Kartenseite, Zeitseite


def title(text: str, indikator: Indikator, datenstand: Datenstand) -> None:
    """The page's heading names the indicator and the year of the data; below it unit, reading, and "synthetisch"."""
    polarity = words.POLARITY_WORD[indikator.polaritaet]
    mark = ' <b class="sro-synthetisch">synthetisch</b>' if datenstand.is_synthetic(indikator.id) else ""
    st.html(f'<h1>{escape(text)}</h1><p class="sro-unter">{escape(indikator.einheit)} · {escape(polarity)}{mark}</p>')


def silence(sentence: str) -> None:
    """Says in words that there is nothing to see."""
    if sentence:
        st.container(key="hinweis").html(f'<div class="sro-leer" role="status">{escape(sentence)}</div>')


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
    st.html(html_definition(indikator, catalogue()))


def map_table(seite: Kartenseite) -> None:
    """The figures of the map as a table."""
    jahr = seite.auswahl.jahr
    rows = [Zeile(g.name, seite.daten.of(jahr).get(g.key)) for g in seite.daten.gebiete]
    total = Zeile(city().oberste.name, seite.daten.stadt.get(jahr), gesamt=True)
    st.html(html_table(seite.titel, [*rows, total], seite.indikator))


def series_table(seite: Zeitseite) -> None:
    """The figures of the chart as a table."""
    st.html(html_year_table(seite.titel, seite.reihen, seite.indikator))
