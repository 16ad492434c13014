"""What of the transfer a session looks at: kept in the session, mirrored in the address. Like lesezeichen.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from sro.akten.bestand import Bestand
from sro.reference.catalogue import catalogue
from sro.web.transfer.auswahl import Teil, Transferwahl, address, decode, encode, fit

CHOSEN, WRITTEN, NOTICES = "_transfer", "_transfer_adresse", "_transfer_hinweise"


def selection(bestand: Bestand) -> Transferwahl:
    """From the session, or from an address that somebody typed, shared, followed or went back to."""
    params, indicators = st.query_params.to_dict(), {one.id for one in catalogue().indikatoren}
    stored: Transferwahl | None = st.session_state.get(CHOSEN)
    if stored is None or (params and params != st.session_state.get(WRITTEN)):
        stored, st.session_state[NOTICES] = decode(params, bestand, indicators)
        st.session_state[WRITTEN] = params  # a part that is refused ends the page before its address is written
    st.session_state[CHOSEN] = fit(stored, bestand, indicators)
    return current()


def current() -> Transferwahl:
    """The choice as it stands, for callbacks."""
    chosen: Transferwahl = st.session_state[CHOSEN]
    return chosen


def change(**changes: Any) -> None:
    """Changes parts of the choice; what the address got wrong is no longer spoken of."""
    st.session_state[CHOSEN] = replace(current(), **changes)
    st.session_state[NOTICES] = ()


def way(**changes: Any) -> str:
    """The address of the page with parts of the choice changed, for a link; `teil` by its value."""
    if "teil" in changes:
        changes["teil"] = Teil(changes["teil"])
    return address(replace(current(), **changes))


def controlled(name: str, value: Any, changes: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """Arguments for a widget that shows `value` and reports to the choice; the choice is the truth."""
    key = f"w_transfer_{name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return {"key": key, "on_change": lambda: change(**changes(st.session_state[key]))}


def show_notices() -> None:
    for notice in st.session_state.get(NOTICES, ()):
        st.warning(notice)


def write_address() -> None:
    """Last on the page, because the browser draws the whole page for it."""
    params = encode(current())
    st.session_state[WRITTEN] = params
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)
