"""What a person reads when a page fails: one German sentence; the log has the cause."""

from __future__ import annotations

import logging

import streamlit as st

log = logging.getLogger("sro")


def on_script_error(error: Exception) -> bool:
    """Streamlit calls this for every error that a page did not catch; True: do not show it as Streamlit would."""
    from sro.store import DATABASE_ERRORS  # not before a page runs: the server starts without the store

    log.exception("Eine Seite konnte nicht gezeigt werden.", exc_info=error)
    if isinstance(error, DATABASE_ERRORS):
        st.error("Die Datenbank antwortet gerade nicht. Bitte laden Sie die Seite in einer Minute neu.")
    else:
        st.error(
            "Diese Ansicht konnte nicht gezeigt werden. Bitte laden Sie die Seite neu; die Daten sind unverändert."
        )
    return True
