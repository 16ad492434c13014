"""Parts that pages are put together from."""

from __future__ import annotations

from html import escape

import streamlit as st

from sro.model.indikator import Indikator
from sro.views import words
from sro.views.gebietsblatt import Gebietsblatt, html_sheet
from sro.views.legende import html_legend
from sro.views.theme import Theme
from sro.web.figuren import Kartenseite


def title(text: str, indikator: Indikator) -> None:
    """The page's heading names the indicator and the year of the data; below it unit and how to read it."""
    polarity = words.POLARITY_WORD[indikator.polaritaet]
    st.html(f'<h1>{escape(text)}</h1><p class="sro-unter">{escape(indikator.einheit)} · {escape(polarity)}</p>')


def silence(sentence: str) -> None:
    """Says in words that there is nothing to see."""
    if sentence:
        st.html(f'<div class="sro-leer" role="status">{escape(sentence)}</div>')


def source(line: str) -> None:
    st.html(f'<p class="sro-quelle">{escape(line)}</p>')


def legend(seite: Kartenseite, theme: Theme) -> None:
    st.html(html_legend(seite.figur, theme, seite.plural))


def sheet(blatt: Gebietsblatt, theme: Theme) -> None:
    st.html(html_sheet(blatt, theme))
