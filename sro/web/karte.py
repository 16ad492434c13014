"""The map on the page: shows it, paints the figure, and turns a click into a selection."""

from __future__ import annotations

import time

import streamlit as st
from streamlit_folium import st_folium

from sro.reference.city import city
from sro.views.karte.figur import Kartenfigur
from sro.views.karte.folium import Karte, anstrich, comes_later, html_lines, html_paint
from sro.views.theme import Theme
from sro.web.assets import asset_urls
from sro.web.auswahl import Auswahl
from sro.web.geometry import geometry
from sro.web.state import change, current

HEIGHT = 600
KEY, CLICKED = "karte", "last_object_clicked_tooltip"
HEAD_START = 0.04  # seconds


def paint_map(figur: Kartenfigur, auswahl: Auswahl, titel: str, theme: Theme) -> None:
    """Sends the colours to a map that is on the screen already, or will be by `show_map`.

    Waits a moment when they are out, so that the server sends them and the browser paints them before this thread and
    React are busy with the rest of the page: the map is on the screen a third sooner, the rest 40 ms later.
    """
    paint = anstrich(figur, theme, url=geometry(auswahl.ebene).url, titel=titel, gewaehlt=auswahl.gebiet or "")
    st.html(html_paint(paint))  # in no container: the browser draws the page once more for each
    time.sleep(HEAD_START)


def show_map(figur: Kartenfigur, titel: str) -> None:
    """The map itself, the same at every rerun; a click on an area chooses it, a second click leaves it."""
    st_folium(
        Karte(asset_urls(), city().mittelpunkt),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[CLICKED],
        on_change=_take_click,
    )
    if comes_later(figur):
        st.html(html_lines(figur, titel))


def _take_click() -> None:
    """Before the rerun that a click causes. The answer is "id#time", so that a second click on an area is a new one."""
    clicked = (st.session_state.get(KEY, {}).get(CLICKED) or "").partition("#")[0]
    chosen = current()
    if clicked in {gebiet.id for gebiet in city().of_level(chosen.ebene)}:
        change(gebiet=None if clicked == chosen.gebiet else clicked)
