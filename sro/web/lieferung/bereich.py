"""The parts of the page „Daten“, one at a time."""

from __future__ import annotations

from enum import StrEnum

import streamlit as st


class Bereich(StrEnum):
    ANNEHMEN = "Lieferung annehmen"
    DATENSTAENDE = "Datenstände"
    GEHEIMHALTUNG = "Geheimhaltung"
    PROTOKOLL = "Protokoll"


def bereich() -> Bereich:
    """The part that was chosen."""
    chosen = st.segmented_control(
        "Bereich", list(Bereich), default=Bereich.ANNEHMEN, required=True, label_visibility="collapsed", key="bereich"
    )
    return Bereich(chosen)
