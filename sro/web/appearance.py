"""Light or dark, as the browser shows it."""

from __future__ import annotations

import streamlit as st

from sro.views.theme import DARK, LIGHT, Theme


def theme() -> Theme:
    return DARK if st.context.theme.type == "dark" else LIGHT
