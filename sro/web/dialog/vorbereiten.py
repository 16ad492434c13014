"""One dialogue as it is prepared: figures, voices and the Rückblick on the left, when, who and how long on the right.

Every choice is saved at once. Whoever may not change it, and everybody once it is finished, reads the same as a sheet.
"""

from __future__ import annotations

import streamlit as st

from sro.auswertung.dialog.blatt import Dialogblatt
from sro.model.dialog import Dialogstand
from sro.views.dialog.plan import (
    html_agenda,
    html_figures,
    html_needs,
    html_review,
    html_roles,
    html_statements,
    html_summary,
)
from sro.web import tag
from sro.web.dialog import indikatoren as dialog_indikatoren
from sro.web.dialog import rahmen as dialog_rahmen
from sro.web.dialog import stimmen as dialog_stimmen
from sro.web.dialog.seite import may_change


def show(blatt: Dialogblatt) -> None:
    st.html(html_summary(blatt))
    changeable, finished = may_change(blatt.akte), blatt.dialog.stand is Dialogstand.ABGESCHLOSSEN
    links, rechts = st.columns([1.9, 1], gap="large")
    with links, st.container(key="dialog_inhalt", gap="xsmall"):
        if changeable and not finished:
            dialog_indikatoren.show(blatt)
            dialog_stimmen.show(blatt)
        else:
            _sheet(blatt)
    with rechts, st.container(key="dialog_rahmen", gap="xsmall"):
        if changeable and not finished:
            dialog_rahmen.show(blatt)
        else:
            st.html(f"<h2>Ablauf</h2>{html_agenda(blatt.programm)}{html_roles(blatt.dialog)}")
        if changeable:
            dialog_rahmen.state(blatt.akte)


def _sheet(blatt: Dialogblatt) -> None:
    """What was chosen, to be read alone."""
    parts = [
        ("Indikatoren", html_figures(blatt.kennwerte), blatt.kennwerte),
        ("Aussagen", html_statements(blatt.aussagen, blatt), blatt.aussagen),
        ("Übergreifende Bedarfe", html_needs(blatt.bedarfe, blatt.werk.stadt), blatt.bedarfe),
        ("Rückblick", html_review(blatt.rueckblick, tag.heute()), blatt.rueckblick),
    ]
    for heading, inner, there in parts:
        if there:
            st.html(f"<h2>{heading}</h2>{inner}")
