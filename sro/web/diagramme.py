"""Charts on the page, with their text for those who do not see them."""

from __future__ import annotations

import altair as alt
import streamlit as st

from sro.views.theme import Theme
from sro.views.zahlen.beschreibung import describe_multiples, describe_timeline
from sro.views.zahlen.diagramm import specification
from sro.views.zahlen.vielfache import flowing, small_multiples
from sro.views.zahlen.zeitreihe import timeline
from sro.web.appearance import narrow
from sro.web.auswahl import Ansicht, Auswahl
from sro.web.figuren import Zeitseite, view_of

HEIGHT = 430
MULTIPLES_WIDE, MULTIPLES_NARROW = (5, 1300), (2, 350)  # columns and pixels of a picture
PANEL_WIDE, PANEL_NARROW = (208, 72), (120, 30)  # pixels of one panel on the page, and beside all of them


def show_series(seite: Zeitseite, auswahl: Auswahl, theme: Theme) -> None:
    """The chart; nothing where there is nothing to show (the page says so in words)."""
    if seite.hinweis:
        return
    made = chart(seite, auswahl, theme)
    if isinstance(made, alt.FacetChart):
        spec = flowing(made, *(PANEL_NARROW if narrow() else PANEL_WIDE))
        told = describe_multiples(seite.reihen, seite.indikator)
        st.vega_lite_chart(spec=spec, theme=None, width="content", alt=told, key="grafik")
    else:
        told = describe_timeline(seite.reihen, seite.indikator)
        st.vega_lite_chart(spec=specification(made), theme=None, width="stretch", alt=told, key="grafik")


def chart(seite: Zeitseite, auswahl: Auswahl, theme: Theme) -> alt.LayerChart | alt.FacetChart:
    """One chart with a line an area, or one small chart an area on a shared scale."""
    if _multiples(auswahl):
        columns, width = MULTIPLES_NARROW if narrow() else MULTIPLES_WIDE
        return small_multiples(seite.reihen, seite.indikator, theme, columns, width)
    focus = seite.reihen[0].schluessel if seite.reihen[0].shown else None
    return timeline(seite.reihen, seite.indikator, theme, interval_for=focus, height=HEIGHT)


def _multiples(auswahl: Auswahl) -> bool:
    return view_of(auswahl) is Ansicht.VIELFACHE
