"""What of the Leitlinien a session looks at: kept in the session, mirrored in the address. Like lesezeichen.py."""

from __future__ import annotations

import streamlit as st

from sro.reference.leitbild import leitbild
from sro.web.leitlinien.auswahl import Leitlinienwahl, Teil, decode, encode

CHOSEN, WRITTEN, NOTICES, PART = "_leitlinien", "_leitlinien_adresse", "_leitlinien_hinweise", "w_leitlinien_teil"


def selection() -> Leitlinienwahl:
    """From the session, or from an address that somebody typed, shared, followed or went back to."""
    params = st.query_params.to_dict()
    stored: Leitlinienwahl | None = st.session_state.get(CHOSEN)
    if stored is None or (params and params != st.session_state.get(WRITTEN)):
        stored, st.session_state[NOTICES] = decode(params, leitbild())
        st.session_state[CHOSEN] = stored
    return stored


def choose_part(words: dict[Teil, str]) -> None:
    """The parts of the page; the choice is the truth, the widget shows it."""
    shown = st.session_state[CHOSEN].teil
    if st.session_state.get(PART) != shown:
        st.session_state[PART] = shown
    st.segmented_control(
        "Teil",
        list(words),
        format_func=words.__getitem__,
        required=True,
        label_visibility="collapsed",
        key=PART,
        on_change=_changed,
    )


def show_notices() -> None:
    for notice in st.session_state.get(NOTICES, ()):
        st.warning(notice)


def write_address() -> None:
    """Last on the page, because the browser draws the whole page for it."""
    params = encode(st.session_state[CHOSEN])
    st.session_state[WRITTEN] = params
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)


def _changed() -> None:
    st.session_state[CHOSEN] = Leitlinienwahl(st.session_state[PART])
    st.session_state[NOTICES] = ()
