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
from sro.web.state import change, current

HEIGHT = 600
KEY, CLICKED = "karte", "last_object_clicked_tooltip"


def show_map(figur: Kartenfigur, auswahl: Auswahl, titel: str, theme: Theme) -> None:
    """Draws the map; a click on an area chooses it, a second click leaves it."""
    paint = anstrich(figur, theme, url=geometry(auswahl.ebene).url, titel=titel, gewaehlt=auswahl.gebiet or "")
    st_folium(
        Karte(asset_urls(), city().mittelpunkt),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[CLICKED],
        feature_group_to_add=repaint(paint),
        on_change=_take_click,
    )


def _take_click() -> None:
    """Before the rerun that a click causes. The answer is "id#time", so that a second click on an area is a new one."""
    clicked = (st.session_state.get(KEY, {}).get(CLICKED) or "").partition("#")[0]
    chosen = current()
    if clicked in {gebiet.id for gebiet in city().of_level(chosen.ebene)}:
        change(gebiet=None if clicked == chosen.gebiet else clicked)
