"""Records as a workbook: taken away, filled in elsewhere, read again."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sro.akten.bestand import Bestand
from sro.model.akte import Inhalt
from sro.model.aktenart import art_of
from sro.model.akteur import Akteur
from sro.model.gebiet import normalised
from sro.reference.city import city
from sro.web.akten import bestand
from sro.web.downloads import XLSX, Datei, offer_files
from sro.web.pflege.einlesen import read_in
from sro.web.pflege.stand import Pflegestand

HOW = "Enthält interne Angaben. Ausgeben, in der Tabellenkalkulation ändern oder ergänzen, einlesen."


def tables(stand: Pflegestand, klassen: tuple[type[Inhalt], ...], akteur: Akteur) -> None:
    """A drawer below the list; what was read and not yet stored keeps it open."""
    drawer = st.expander("Als Tabelle (XLSX)", key=stand.widget("tabelle"), on_change="rerun")
    if drawer.open:
        with drawer:
            st.html(f'<p class="sro-folge">{HOW}</p>')
            offer_files(files(klassen, bestand()))
            read_in(stand, klassen, akteur)


def files(klassen: tuple[type[Inhalt], ...], alle: Bestand) -> list[Datei]:
    """One workbook for each kind, and one with all of them."""
    several = [("Alle zusammen", "eintraege", klassen)] if len(klassen) > 1 else []
    single = [(art_of(one).plural, normalised(art_of(one).plural).replace(" ", "-"), (one,)) for one in klassen]
    return [
        Datei(label, f"{name}.xlsx", XLSX, partial(_workbook, alle, chosen))
        for label, name, chosen in (*single, *several)
    ]


def _workbook(alle: Bestand, klassen: tuple[type[Inhalt], ...]) -> bytes:
    from sro.export.mappe.akten import xlsx  # not needed before somebody presses the button

    return xlsx(alle, klassen, city())
