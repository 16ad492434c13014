"""The map on the page: paints the figure, and turns a click into a selection."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from sro.reference.city import city
from sro.views.karte import Karte, anstrich, repaint
from sro.views.kartenfigur import Kartenfigur
from sro.views.theme import Theme
from sro.web.assets import asset_urls
from sro.web.auswahl import Auswahl
from sro.web.geometry import geometry
from sro.web.state import change

HEIGHT = 600
CLICKED, HANDLED = "last_object_clicked_tooltip", "_klick"


def show_map(figur: Kartenfigur, auswahl: Auswahl, titel: str, theme: Theme) -> None:
    """Draws the map; a click on an area selects it (a second click leaves the area) and reruns the page."""
    paint = anstrich(figur, theme, url=geometry(auswahl.ebene).url, titel=titel, gewaehlt=auswahl.gebiet or "")
    answer = st_folium(
        Karte(asset_urls(), city().mittelpunkt),
        key="karte",
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[CLICKED],
        feature_group_to_add=repaint(paint),
    )
    _take_click((answer or {}).get(CLICKED), auswahl)


def _take_click(token: str | None, auswahl: Auswahl) -> None:
    """`token` is "id#time": the component repeats its last answer at every rerun, so each is taken once."""
    if not token or token == st.session_state.get(HANDLED):
        return
    st.session_state[HANDLED] = token
    clicked = token.partition("#")[0]
    if clicked in {g.id for g in city().of_level(auswahl.ebene)}:
        change(gebiet=None if clicked == auswahl.gebiet else clicked)
        st.rerun()
