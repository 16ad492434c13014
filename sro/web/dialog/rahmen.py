"""When a dialogue is, where, who takes part, how long each section is, and how far it is."""

from __future__ import annotations

import streamlit as st

from sro.akten.maengel import EARLIEST, LATEST
from sro.akten.personenbezug import hinweise
from sro.auswertung.dialog.ablauf import Abschnitt, agenda, clock_time
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.model.akte import Akte
from sro.model.dialog import Dialog, Dialogrolle, Dialogstand
from sro.views.dialog.plan import html_agenda
from sro.views.dialog.worte import ABSCHNITT
from sro.views.pflege.akte import html_hint
from sro.web.dialog.speichern import complaint, field, save

MINUTES, STEP = 240, 5


def show(blatt: Dialogblatt) -> None:
    akte = blatt.akte
    st.html("<h2>Termin und Ablauf</h2>")
    _when(akte)
    st.html(html_agenda(agenda(akte.inhalt)))
    with st.expander("Minuten ändern"):
        _minutes(akte)
    _text(akte, "ort", "Ort")
    st.multiselect(
        "Teilnehmende Rollen",
        list(Dialogrolle),
        format_func=str,
        placeholder="Rollen wählen",
        **field(akte, "rollen", list(akte.inhalt.rollen)),
    )
    _text(akte, "titel", "Name des Dialogs")


def state(akte: Akte[Dialog]) -> None:
    """How far it is; a finished dialogue can be opened again."""
    st.html("<h2>Stand</h2>")
    st.segmented_control(
        "Stand",
        list(Dialogstand),
        format_func=str,
        required=True,
        label_visibility="collapsed",
        **field(akte, "stand", akte.inhalt.stand),
    )


def _when(akte: Akte[Dialog]) -> None:
    tag_, uhr = st.columns(2)
    with tag_:
        st.date_input(
            "Datum",
            min_value=EARLIEST,
            max_value=LATEST,
            format="DD.MM.YYYY",
            **field(akte, "datum", akte.inhalt.datum),
        )
        complaint(akte, "datum")
    with uhr:
        key, shown = f"w_dialog_{akte.id}_beginn", clock_time(akte.inhalt.beginn)
        if key not in st.session_state or st.session_state[key] != shown:
            st.session_state[key] = shown
        st.time_input("Beginn", step=STEP * 60, key=key, on_change=_begins, args=(akte, key))


def _begins(akte: Akte[Dialog], key: str) -> None:
    clock = st.session_state[key]
    save(akte, beginn=f"{clock:%H:%M}" if clock else "")


def _text(akte: Akte[Dialog], name: str, label: str) -> None:
    value = getattr(akte.inhalt, name)
    st.text_input(label, **field(akte, name, value))
    complaint(akte, name)
    if found := hinweise(value):
        st.html(html_hint([one.satz for one in found]))


def _minutes(akte: Akte[Dialog]) -> None:
    """A section without minutes is left out."""
    columns = st.columns(2)
    for number, abschnitt in enumerate(Abschnitt):
        with columns[number % 2]:
            st.number_input(
                ABSCHNITT[abschnitt],
                min_value=0,
                max_value=max(MINUTES, getattr(akte.inhalt, abschnitt.feld) or 0),
                step=STEP,
                **field(akte, abschnitt.feld, getattr(akte.inhalt, abschnitt.feld) or 0),
            )
