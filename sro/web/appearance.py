"""How the browser shows the page: light or dark, wide or narrow."""

from __future__ import annotations

import streamlit as st
from streamlit import config

from sro.views.theme import DARK, LIGHT, Theme


def narrow() -> bool:
    """Whether this is a phone, as far as its browser says so: "Mobi" is what they all put in their name."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def theme() -> Theme:
    return DARK if st.context.theme.type == "dark" else LIGHT


def colour_controls() -> None:
    """Gives Streamlit's own buttons and links the accent of the city; before the first session."""
    for appearance, colours in (("light", LIGHT), ("dark", DARK)):
        for name in ("primaryColor", "linkColor"):
            config.set_option(f"theme.{appearance}.{name}", colours.accent)
