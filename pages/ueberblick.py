"""Überblick: the guiding question, how the city stands, the three projects, where to go."""

import streamlit as st

from sro.web import data, ueberblick
from sro.web.appearance import theme
from sro.web.state import require_datenstand

datenstand = require_datenstand()
angebot = data.offer(datenstand.id, mit_stadt=True)

st.html("<h1>Chance Sozialraum</h1>")
ueberblick.question()
ueberblick.headline_figures(datenstand, angebot, theme())
ueberblick.projects()
