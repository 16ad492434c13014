"""The selection of a session: one frozen value, kept in the session and mirrored in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from sro.model.datenstand import Datenstand
from sro.reference.stadtordner import demo_folder
from sro.web import data
from sro.web.auswahl import Angebot, Auswahl, decode, encode, fit

SELECTION, WRITTEN, NOTICES, DRAWN = "_auswahl", "_adresse", "_hinweise", "_datenstand"
DEFAULT_INDICATOR = "hze_ohne_28"


def require_datenstand() -> Datenstand:
    """The active Datenstand; where there is none, says what to do and ends the page."""
    active = data.datenstand()
    if active is None:
        demo = " Demodaten: `python -m sro demo`." if demo_folder() else ""
        st.info(
            f"Es gibt noch keinen Datenstand. Eigene Tabellen: Seite „Daten“ oder `python -m sro import DATEI`.{demo}"
        )
        st.stop()
    if st.session_state.setdefault(DRAWN, active.id) != active.id:
        st.session_state[DRAWN] = active.id
        st.rerun()  # a page alone would keep the frame's footer of the Datenstand before
    return active


def selection(angebot: Angebot) -> Auswahl:
    """The selection for this page: from the session, or from an address that somebody typed, shared or went back to."""
    params = st.query_params.to_dict()
    stored: Auswahl | None = st.session_state.get(SELECTION)
    if stored is None or (params and params != st.session_state.get(WRITTEN)):
        chosen, notices = decode(params, angebot, DEFAULT_INDICATOR)
        st.session_state[NOTICES] = notices
    else:
        chosen = fit(stored, angebot, DEFAULT_INDICATOR)
        if chosen.indikator != stored.indikator:
            st.session_state[NOTICES] = ("Den gewählten Indikator gibt es hier nicht; gezeigt wird ein anderer.",)
    st.session_state[SELECTION] = chosen
    return chosen


def current() -> Auswahl:
    """The selection as it stands, for callbacks."""
    chosen: Auswahl = st.session_state[SELECTION]
    return chosen


def write_address(params: Mapping[str, str] | None = None) -> None:
    """Mirrors the selection (or those of its parts that the page is about) in the address.

    Last on a page, because the browser draws the whole page for it.
    """
    params = encode(current()) if params is None else dict(params)
    st.session_state[WRITTEN] = params
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)


def change(**changes: Any) -> None:
    """Changes parts of the selection; the next run of the page bends it to what there is."""
    st.session_state[SELECTION] = replace(current(), **changes)
    st.session_state[NOTICES] = ()


def controlled(name: str, value: Any, changes: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """Arguments for a widget that shows `value` and reports to the selection.

    The selection is the truth: the widget is set to it at every run, and speaks only through its callback.
    """
    key = f"w_{name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return {"key": key, "on_change": lambda: change(**changes(st.session_state[key]))}


def show_notices() -> None:
    """Says once what in the address could not be taken over."""
    for notice in st.session_state.get(NOTICES, ()):
        st.warning(notice)


def share_address(path: str, auswahl: Auswahl) -> str:
    """The address of a page with this selection, relative to the app."""
    return f"{path}?{urlencode(encode(auswahl))}"
