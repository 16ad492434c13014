"""What of the dialogues a session looks at: kept in the session, mirrored in the address. Like lesezeichen.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from sro.akten.bestand import Bestand
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.web.dialog.auswahl import Dialogwahl, decode, encode, fit

CHOSEN, WRITTEN, NOTICES = "_dialoge", "_dialoge_adresse", "_dialoge_hinweise"


def selection(bestand: Bestand) -> Dialogwahl:
    """From the session, or from an address that somebody typed, shared, followed or went back to.

    One without parameters is the list, which is where the menu and the way back out of a dialogue lead.
    """
    params = st.query_params.to_dict()
    stored: Dialogwahl | None = st.session_state.get(CHOSEN)
    if stored is None or params != st.session_state.get(WRITTEN):
        stored, st.session_state[NOTICES] = decode(params, bestand, city(), leitbild())
        st.session_state[WRITTEN] = params  # a part that is refused ends the page before its address is written
    st.session_state[CHOSEN] = fit(stored, bestand, city(), leitbild())
    return current()


def current() -> Dialogwahl:
    """The choice as it stands, for callbacks."""
    chosen: Dialogwahl = st.session_state[CHOSEN]
    return chosen


def change(**changes: Any) -> None:
    """Changes parts of the choice; what the address got wrong is no longer spoken of."""
    st.session_state[CHOSEN] = replace(current(), **changes)
    st.session_state[NOTICES] = ()


def controlled(name: str, value: Any, changes: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """Arguments for a widget that shows `value` and reports to the choice; the choice is the truth."""
    key = f"w_dialoge_{name}"
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
