"""The place in the Methodik that a session reads at: kept in the session, mirrored in the address. Like state.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.web.methodik.lesestelle import Abschnitt, Lesestelle, decode, encode

API = "/api/"
PLACE, WRITTEN, NOTICES = "_lesestelle", "_lesestelle_adresse", "_lesestelle_hinweise"


def offered() -> list[Abschnitt]:
    """The sections that there are: the one about the interface for machines only where this app serves it."""
    from sro.web.server import routes

    served = any(str(getattr(route, "path", "")).startswith(API.rstrip("/")) for route in routes())
    return [abschnitt for abschnitt in Abschnitt if served or abschnitt is not Abschnitt.OFFENE_DATEN]


def place() -> Lesestelle:
    """From the session, or from an address that somebody typed, shared or went back to."""
    params = st.query_params.to_dict()
    stored: Lesestelle | None = st.session_state.get(PLACE)
    if stored is None or (params and params != st.session_state.get(WRITTEN)):
        stored, st.session_state[NOTICES] = decode(params, catalogue(), city(), offered())
        st.session_state[PLACE] = stored
    return stored


def move(**changes: Any) -> None:
    """Goes elsewhere; what the address got wrong is no longer spoken of."""
    st.session_state[PLACE] = replace(st.session_state[PLACE], **changes)
    st.session_state[NOTICES] = ()


def open_sheet(indikator: str | None) -> None:
    """Opens an indicator's sheet; None closes it and shows the list as it was."""
    move(abschnitt=Abschnitt.INDIKATOREN, indikator=indikator)


def controlled(name: str, value: Any, changes: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """Arguments for a widget that shows `value` and reports to the place; the place is the truth."""
    key = f"w_methodik_{name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return {"key": key, "on_change": lambda: move(**changes(st.session_state[key]))}


def show_notices() -> None:
    for notice in st.session_state.get(NOTICES, ()):
        st.warning(notice)


def write_address() -> None:
    """Last on the page, because the browser draws the whole page for it."""
    params = encode(st.session_state[PLACE])
    st.session_state[WRITTEN] = params
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)
