"""What a person reads when something fails: one German sentence with a reference number; the log has the cause.

This is the only place that turns a fault into a sentence, be it met while a page is drawn or while something is saved.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from secrets import token_hex
from typing import TYPE_CHECKING

import streamlit as st

from sro.model.akteur import NichtErlaubt
from sro.reference.stadtfehler import Einrichtungsfehler

if TYPE_CHECKING:
    from sro.store import Stoerung

EVERY = 5.0  # seconds between two attempts to show a page whose database was away
AWAY = "_ausfall"
PASSING = ("NICHT_ERREICHBAR", "VERSCHWUNDEN", "BELEGT")  # faults that may end without anybody touching this page
WAIT = "Es geht nichts verloren: Diese Seite erscheint von selbst wieder, sobald die Datenbank antwortet."
TELL = "Bitte geben Sie der Stelle Bescheid, die die Anwendung betreibt; Gespeichertes ist unverändert."
UNFINISHED = (
    "Diese Stadt ist noch nicht fertig eingerichtet. Wer die Anwendung betreibt, erfährt alles auf einmal mit "
    "`python -m sro stadt pruefen`; nach einer Änderung bitte die Anwendung neu starten."
)
MOST_SENTENCES = 5
NOT_SAVED = "Es wurde nichts gespeichert."
log = logging.getLogger("sro")


def on_script_error(error: Exception) -> bool:
    """Streamlit calls this for every error that a page did not catch; True: do not show it as Streamlit would."""
    if isinstance(error, NichtErlaubt):  # a login that ended while a form was open
        st.error(str(error))
        return True
    if isinstance(error, Einrichtungsfehler):
        log.error("%s", error)
        st.error("\n\n".join((UNFINISHED, *error.saetze[:MOST_SENTENCES])))
        return True
    number, fault = told(error)
    if fault is None:
        st.error(
            "Diese Ansicht konnte nicht gezeigt werden. Bitte laden Sie die Seite neu; die Daten sind unverändert. "
            f"Bleibt es dabei, geben Sie der Stelle, die die Anwendung betreibt, diese Nummer: {number}."
        )
    elif fault.name in PASSING:
        st.error(f"{fault.satz} {WAIT} (Nummer {number})")
        _again()
        st.session_state[AWAY] = True
    else:
        st.error(f"{fault.satz} {TELL} (Nummer {number})")
    return True


def not_saved(error: Exception) -> str:
    """Why something was not saved, for the person who typed it; the log gets the cause under the same number."""
    number, fault = told(error)
    why = "Der Grund ist nicht bekannt." if fault is None else fault.satz
    what = TELL if fault and fault.name not in PASSING else "Bitte gleich noch einmal speichern."
    return f"{NOT_SAVED} {why} Ihre Eingabe ist noch da. {what} (Nummer {number})"


def told(error: Exception) -> tuple[str, Stoerung | None]:
    """The number under which the log has the error, and the fault of the database; None where it is something else."""
    from sro.store import stoerung_of  # not before a page runs: the server starts without the store

    number, fault = token_hex(3), stoerung_of(error)
    if fault is None:
        log_without_content(f"Nummer {number}: unerwarteter Fehler", error)
    else:
        log.error("Nummer %s: %s %s Ursache: %s", number, fault.satz, fault.abhilfe, cause(error))
    return number, fault


def cause(error: BaseException) -> str:
    """What the driver said, on one line, without what was to be written."""
    found = getattr(error, "orig", None) or error
    lines = str(found).strip().split("\n")
    return f"{type(found).__name__}: {' '.join(line.strip() for line in lines if not line.startswith('DETAIL'))}"


@st.fragment(run_every=EVERY)
def _again() -> None:
    """Draws the page anew as soon as the database answers."""
    from sro.store import DATABASE_ERRORS
    from sro.web import data

    try:
        data.store().active_id()
    except DATABASE_ERRORS:
        return
    if st.session_state.pop(AWAY, False):  # not when this is drawn for the first time, beside the sentence
        st.rerun()


def log_without_content(sentence: str, error: BaseException) -> None:
    """Where it happened and what kind of error it was. Its message may quote what somebody typed or delivered."""
    log.error("%s\n%s", sentence, "".join(_chain(error)).rstrip())


def _chain(error: BaseException) -> Iterator[str]:
    if before := error.__cause__ or error.__context__:
        yield from _chain(before)
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__}\n"
