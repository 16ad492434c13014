"""Two people edited one record: the second sees what the first changed, decides, and loses nothing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sro.akten.maengel import maengel
from sro.akten.zusammenfuehren import Feldvergleich, vergleiche, zusammen
from sro.model.akte import Akte, Inhalt, Konflikt, Zustand
from sro.model.akteur import Akteur
from sro.model.feld import felder
from sro.reference.city import city
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.views.pflege.akte import html_comparison, html_content
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.pflege.stand import Pflegestand, Streit, Vorgang
from sro.web.pflege.wahl import choices

MERGED = "Felder, die nur eine Seite geändert hat, sind schon zusammengeführt."


def conflict(stand: Pflegestand, streit: Streit, akteur: Akteur) -> None:
    """The comparison, a choice for each field that both changed, and saving on top of the new version."""
    if streit.aktuell is None:
        _gone(stand, streit, akteur)
        return
    vergleich = vergleiche(streit.vorgang.vorher, streit.aktuell.inhalt, streit.eigene)
    st.warning(plain(_what_happened(streit.aktuell, vergleich)))
    st.html(html_comparison(vergleich, streit.aktuell.wer, bestand(), city()))
    wahl = choices(stand, streit, streit.aktuell, vergleich)
    row = st.container(horizontal=True)
    complete = all(one.feld.name in wahl for one in vergleich if one.strittig)
    if row.button("Zusammengeführt speichern", type="primary", disabled=not complete, key=stand.widget("vereint")):
        _save(stand, streit.aktuell, zusammen(vergleich, streit.aktuell.inhalt, wahl), akteur)
    if row.button("Im Formular weiter bearbeiten", disabled=not complete, key=stand.widget("weiter")):
        stand.proceed(streit.aktuell, zusammen(vergleich, streit.aktuell.inhalt, wahl))
        st.rerun()
    row.button("Meine Eingabe verwerfen", type="tertiary", on_click=stand.open, args=(streit.aktuell,))


def _what_happened(aktuell: Akte[Inhalt], vergleich: Sequence[Feldvergleich]) -> str:
    both = sum(one.strittig for one in vergleich)
    who = f"{aktuell.wer} hat inzwischen gespeichert (Fassung {aktuell.fassung}). Ihre Eingabe ist noch da."
    if not both:
        return f"{who} {MERGED} Bitte ansehen und speichern."
    fields = "Ein Feld haben" if both == 1 else f"{both} Felder haben"
    return f"{who} {fields} Sie beide geändert: Bitte wählen, was gelten soll. {MERGED}"


def _save(stand: Pflegestand, aktuell: Akte[Inhalt], vereint: Inhalt, akteur: Akteur) -> None:
    """On top of the newest version. What does not fit together goes back to the form, with all that was typed."""
    merged = Vorgang(aktuell.inhalt, vereint, aktuell.id, aktuell.fassung)
    if maengel(vereint, bestand(), known):
        stand.proceed(aktuell, vereint)
        st.rerun()
    try:
        saved = data.store().akten.aendern(aktuell.id, vereint, basis=aktuell.fassung, wer=akteur)
    except Konflikt as konflikt:
        stand.dispute(Streit(merged, konflikt.aktuell, vereint))
        st.rerun()
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    stand.open(saved)
    stand.say(f"{saved.id} ist zusammengeführt und gespeichert (Fassung {saved.fassung}).")
    st.rerun()


def _gone(stand: Pflegestand, streit: Streit, akteur: Akteur) -> None:
    """The record was removed in between: what was typed is shown and can be saved all the same."""
    verlauf = data.store().akten.verlauf(streit.vorgang.akte)
    last = verlauf[0]
    erased = last.zustand is Zustand.GETILGT
    reason = f" Grund: {last.grund}" if last.grund else ""
    st.warning(
        plain(f"{last.wer} hat diesen Eintrag inzwischen {'getilgt' if erased else 'entfernt'}.{reason} ")
        + "Ihre Eingabe ist noch da."
    )
    st.html(html_content(streit.eigene, felder(type(streit.eigene)), bestand(), city()))
    row = st.container(horizontal=True)
    if not erased and row.button("Zurückholen und meine Eingabe weiter bearbeiten", type="primary"):
        _bring_back(stand, streit, akteur)
    row.button("Als neuen Eintrag weiter bearbeiten", on_click=stand.as_new, args=(streit.eigene,))
    row.button("Meine Eingabe verwerfen", type="tertiary", on_click=stand.close)


def _bring_back(stand: Pflegestand, streit: Streit, akteur: Akteur) -> None:
    """The last version that had content, and the form on top of it."""
    akten = data.store().akten
    verlauf = akten.verlauf(streit.vorgang.akte)
    earlier = next(one.nummer for one in verlauf if one.inhalt is not None)
    try:
        back = akten.zurueckholen(streit.vorgang.akte, earlier, basis=verlauf[0].nummer, wer=akteur)
    except Konflikt as konflikt:
        stand.dispute(Streit(streit.vorgang, konflikt.aktuell, streit.eigene))
        st.rerun()
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    stand.proceed(back, streit.eigene)
    st.rerun()
