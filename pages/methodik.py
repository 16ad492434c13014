"""Methodik: what every figure means, how it is protected, what is not known."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from sro.web.methodik import abschnitte as methodik
from sro.web.methodik import indikatoren as methodik_indikatoren
from sro.web.methodik.lesestelle import Abschnitt
from sro.web.methodik.lesezeichen import place, show_notices, write_address

INHALT: dict[Abschnitt, Callable[[], None]] = {
    Abschnitt.INDIKATOREN: methodik_indikatoren.show,
    Abschnitt.STATISTIK: methodik.statistics,
    Abschnitt.GEHEIMHALTUNG: methodik.rules,
    Abschnitt.ZEICHEN: methodik.marks,
    Abschnitt.GEBIETE: methodik.areas,
    Abschnitt.REIHENBRUECHE: methodik.series_breaks,
    Abschnitt.DATENSTAENDE: methodik.datenstaende,
    Abschnitt.OFFENE_DATEN: methodik.open_data,
    Abschnitt.BARRIEREFREIHEIT: partial(methodik.office_statement, "barrierefreiheit"),
    Abschnitt.DATENSCHUTZ: partial(methodik.office_statement, "datenschutz"),
    Abschnitt.IMPRESSUM: partial(methodik.office_statement, "impressum"),
}


@st.fragment  # typing in the search does not draw the navigation anew
def seite() -> None:
    stelle = place()
    with st.container(key="methodik", width=1040):
        st.html('<h1>Methodik</h1><p class="sro-unter">Was die Zahlen bedeuten und was sie nicht sagen</p>')
        methodik.sections(stelle)
        show_notices()
        methodik.heading(stelle)
        INHALT[stelle.abschnitt]()
    write_address()


seite()
