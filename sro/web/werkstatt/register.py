"""The part „Rückmeldungen“ of the Werkstätten: what other offices got and answered, what the children were told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.filter import aussagen
from sro.auswertung.werkstatt.register import Amtsregister, balance, registers
from sro.auswertung.werkstatt.rueckmeldung import Faelligkeit, feedback, workshop_of
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.views.werkstatt.register import html_balance, html_due, html_register
from sro.web import tag
from sro.web.akten import bestand
from sro.web.werkstatt import eintragen as werkstatt_eintragen
from sro.web.werkstatt import listen as werkstatt_listen
from sro.web.werkstatt.auswahl import Werkstattauswahl
from sro.web.werkstatt.eintragen import Eintrag
from sro.web.werkstatt.filter import filters
from sro.web.werkstatt.stand import current

NOTHING = '<p class="sro-leer">Zu dieser Auswahl gibt es keine Übergaben und keine Aussagen, die ein Amt betreffen.</p>'
NONE_DUE = "Zu dieser Auswahl ist keine Rückmeldung an Kinder und Jugendliche überfällig."
WITHOUT = "Ohne Werkstatt"


def show() -> None:
    """Headline figures, then what can be done, then office by office, then whom the children wait for."""
    akten, wahl, heute = bestand(), current(), tag.heute()
    gemeint = statements(akten, wahl)
    register = offices(akten, wahl, gemeint, heute)
    faelligkeiten = feedback(akten, _concerning(gemeint, wahl), heute)
    with st.container(key="steuerung", horizontal=True, vertical_alignment="bottom"):
        filters(wahl, akten)
    with st.container(key="figur"):
        st.html(html_balance(balance(register), faelligkeiten))
        if werkstatt_eintragen.show(akten, gemeint, heute) is Eintrag.LISTEN:
            werkstatt_listen.show([one for one in register if one.vorgaenge], heute)
        st.html(f"<h2>Übergaben an Ämter und Betriebe</h2>{_register(register, heute)}")
        st.html(f"<h2>Rückmeldungen an Kinder und Jugendliche, die überfällig sind</h2>{_due(akten, faelligkeiten)}")


def statements(akten: Bestand, wahl: Werkstattauswahl) -> tuple[Akte[Aussage], ...]:
    """Those that pass the filter, whichever office they concern: a handover may hold others too."""
    return aussagen(akten, city(), replace(wahl, schnittstelle=None))


def offices(
    akten: Bestand, wahl: Werkstattauswahl, gemeint: Sequence[Akte[Aussage]], heute: dt.date
) -> tuple[Amtsregister, ...]:
    """The register of the chosen office, or of all."""
    every = [one.id for one in stimmenworte().schnittstellen]
    return registers(akten, [wahl.schnittstelle] if wahl.schnittstelle else every, gemeint, heute)


def _concerning(gemeint: Sequence[Akte[Aussage]], wahl: Werkstattauswahl) -> list[Akte[Aussage]]:
    return [akte for akte in gemeint if wahl.schnittstelle is None or wahl.schnittstelle in akte.inhalt.schnittstellen]


def _register(register: Sequence[Amtsregister], heute: dt.date) -> str:
    names = {one.id: one for one in stimmenworte().schnittstellen}
    return html_register(register, names, heute) or NOTHING


def _due(akten: Bestand, faelligkeiten: Sequence[Faelligkeit]) -> str:
    """By Werkstatt, the one that is over for the longest time first."""
    late = sorted((one for one in faelligkeiten if one.stand.ueberfaellig), key=lambda one: str(one.bis or ""))
    by: dict[str, list[Faelligkeit]] = {}
    for one in late:
        held = workshop_of(akten, one.aussage)
        by.setdefault(held.inhalt.titel if held else WITHOUT, []).append(one)
    return "".join(html_due(titel, found, offen=len(by) == 1) for titel, found in by.items()) or f"<p>{NONE_DUE}</p>"
