"""Charts on the page, with their text for those who do not see them."""

from __future__ import annotations

import streamlit as st

from sro.views.beschreibung import describe_multiples, describe_timeline
from sro.views.theme import Theme
from sro.views.vielfache import small_multiples
from sro.views.zeitreihe import timeline
from sro.web.auswahl import Ansicht, Auswahl
from sro.web.figuren import Zeitseite

HEIGHT = 430


def show_series(seite: Zeitseite, auswahl: Auswahl, theme: Theme) -> None:
    """One chart with a line an area, or one small chart an area on a shared scale."""
    if seite.hinweis:
        return
    if auswahl.ansicht is Ansicht.VIELFACHE and auswahl.ebene != "stadt":
        chart, alt = small_multiples(seite.reihen, seite.indikator, theme), describe_multiples(seite.reihen, seite.indikator)
        st.altair_chart(chart, theme=None, alt=alt)
        return
    focus = seite.reihen[0].schluessel if seite.reihen[0].shown else None
    chart = timeline(seite.reihen, seite.indikator, theme, interval_for=focus, height=HEIGHT)
    st.altair_chart(chart, theme=None, width="stretch", alt=describe_timeline(seite.reihen, seite.indikator))
