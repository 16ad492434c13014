"""The list of statements, as every part of the Werkstätten shows it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sro.akten.bestand import Bestand
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.views import words
from sro.views.werkstatt.aussagen import Aussagenworte, html_statements, html_without_place

NOTHING = "Zu diesem Filter gibt es keine Aussage. Bitte weniger eng wählen, zum Beispiel jedes Alter oder alle Themen."
NOTHING_YET = (
    "Aus den Stadtteilwerkstätten ist noch keine Aussage zu lesen. Erfasst werden sie unter „Erfassen“, "
    "freigegeben unter „Prüfen“."
)
MOST = 100  # statements that are laid out at once


def show_statements(titel: str, akten: Sequence[Akte[Aussage]], bestand: Bestand, gesucht: str | None = None) -> None:
    """The statements, at most so many; `titel` names and counts them all."""
    if not akten:
        st.html(f'<div class="sro-leer" role="status">{NOTHING if bestand.von(Aussage) else NOTHING_YET}</div>')
        return
    st.html(html_statements(titel, akten[:MOST], _words(bestand), gesucht))
    if len(akten) > MOST:
        more = words.number(len(akten))
        st.html(f'<p class="sro-quelle">Gezeigt sind die ersten {MOST} von {more}; ein Filter macht es kürzer.</p>')


def without_place(akten: Sequence[Akte[Aussage]], bestand: Bestand) -> None:
    """Those that no map can show, by number and to unfold."""
    if akten:
        st.html(html_without_place(akten[:MOST], _words(bestand)))


def _words(bestand: Bestand) -> Aussagenworte:
    return Aussagenworte(stimmenworte(), city(), {akte.id: akte.inhalt.titel for akte in bestand.von(Werkstatt)})
