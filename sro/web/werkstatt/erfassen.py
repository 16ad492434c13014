"""Werkstätten, part „Erfassen“: what children say is noted down on a phone, also without a connection."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sro.akten.annahme import LATER, postponed, receive
from sro.akten.bestand import Bestand
from sro.akten.mitschrift import Quittung
from sro.model.akte import Akte
from sro.model.akteur import NichtErlaubt, Rolle
from sro.model.aussage import Aussage
from sro.model.werkstatt import Werkstatt
from sro.reference.stimmenworte import stimmenworte
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.views.werkstatt.schutz import html_contact
from sro.web import data
from sro.web.akten import bestand
from sro.web.rechte import akteur, darf, nur_fuer
from sro.web.werkstatt.mitschrift import Answers, form, offered
from sro.web.werkstatt.stand import current

LAST = "_erfassen_zuletzt"


def show() -> None:
    """The form; it begins with the Werkstatt that was chosen on the page."""
    wer = nur_fuer(Rolle.FACHKRAFT, teil=True)
    with st.container(key="erfassen"):
        st.html(html_contact(stimmenworte().schutzkontakt))
        if not newest_first(bestand()):
            _no_workshop()
            return
        _form(wer.name)
        if darf(Rolle.PLANUNG):
            st.html(
                '<p class="sro-unter">Viele Aussagen auf einmal? Unter „Bearbeiten“ lassen sie sich aus einer '
                "XLSX-Datei einlesen.</p>"
            )


@st.fragment  # what is sent draws the form anew and nothing else, so it stays where the database is away
def _form(wer: str) -> None:
    try:
        st.session_state[LAST] = offered(newest_first(bestand()), bestand())
    except DATABASE_ERRORS:
        if LAST not in st.session_state:
            raise
    form(st.session_state[LAST], current().werkstatt, wer, Answers(_take))


def newest_first(akten: Bestand) -> tuple[Akte[Werkstatt], ...]:
    """Workshops that this person may read, the last begun first."""
    found = akten.von(Werkstatt)
    return tuple(
        sorted(found, key=lambda akte: (akte.inhalt.beginn is not None, akte.inhalt.beginn or 0), reverse=True)
    )


def _take(notes: Any) -> tuple[Quittung, ...]:
    """As the person who works now, with the records as they are now. Whoever is logged out keeps what they typed."""
    try:
        akteur().require(Rolle.FACHKRAFT)
    except NichtErlaubt as refused:
        return postponed(notes, str(refused))
    try:
        akten = bestand()
    except DATABASE_ERRORS:
        return postponed(notes, LATER)
    return receive(notes, akten, known, _keep, DATABASE_ERRORS)


def _keep(aussage: Aussage, schluessel: str) -> str:
    return data.store().akten.anlegen(aussage, wer=akteur(), schluessel=schluessel).id


def _no_workshop() -> None:
    st.html(
        '<p class="sro-leer">Es gibt noch keine Werkstatt, die Sie sehen dürfen. Die Jugendhilfeplanung legt sie unter '
        "„Bearbeiten“ an und gibt sie für den Fachkreis frei.</p>"
    )
