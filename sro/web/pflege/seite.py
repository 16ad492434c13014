"""Editing records of any kind, the same way for all: made from the descriptions of their fields."""

from __future__ import annotations

import streamlit as st

from sro.model.akte import Inhalt
from sro.model.aktenart import art_of, art_of_id
from sro.model.akteur import Akteur, Rolle
from sro.views.pflege.akte import html_head
from sro.web import rechte
from sro.web.akten import bestand
from sro.web.klartext import plain
from sro.web.pflege.formular import form, latest
from sro.web.pflege.konflikt import conflict
from sro.web.pflege.liste import listed
from sro.web.pflege.stand import Pflegestand, Vorgang
from sro.web.pflege.tabelle import tables
from sro.web.pflege.verlauf import history, taking_away


def show(klassen: tuple[type[Inhalt], ...], key: str = "pflege") -> None:
    """The list of records of these kinds, or the one that is open, for the role planung.

    `key` begins the names of all widgets and ends with "pflege", by which the style knows them. What is open stays open
    for the session.
    """
    akteur = rechte.nur_fuer(Rolle.PLANUNG, teil=True)
    stand = Pflegestand(key, klassen)
    with st.container(key=stand.widget("rahmen")):
        satz, done = stand.said()
        if satz:
            (st.success if done else st.warning)(plain(satz))
        if stand.streit:
            st.html("<h2>Zwei haben daran gearbeitet</h2>")
            conflict(stand, stand.streit, akteur)
        elif stand.vorgang:
            _editor(stand, stand.vorgang, akteur)
        else:
            _overview(stand, klassen, akteur)


def edit(akte: str, key: str = "pflege") -> None:
    """Opens a record where `show` has this key. KeyError where this person may not read it."""
    found = bestand().akte(akte)
    Pflegestand(key, (type(found.inhalt),)).open(found)


def _overview(stand: Pflegestand, klassen: tuple[type[Inhalt], ...], akteur: Akteur) -> None:
    klasse = _kind(stand, klassen)
    listed(stand, klasse, akteur)
    tables(stand, klassen, akteur)


def _kind(stand: Pflegestand, klassen: tuple[type[Inhalt], ...]) -> type[Inhalt]:
    """The kind that was chosen, the first to begin with; a single one is not offered."""
    if len(klassen) == 1:
        return klassen[0]
    names = {art_of(klasse).kuerzel: klasse for klasse in klassen}
    chosen = st.segmented_control(
        "Art",
        list(names),
        default=next(iter(names)),
        required=True,
        format_func=lambda kuerzel: art_of(names[kuerzel]).plural,
        label_visibility="collapsed",
        key=stand.widget("art", stand.bereich),
        persist_state="session",
    )
    return names[chosen or next(iter(names))]


def _editor(stand: Pflegestand, vorgang: Vorgang, akteur: Akteur) -> None:
    """The form, and beside it what belongs to a record that is there already."""
    art = art_of(type(vorgang.vorher)) if vorgang.neu else art_of_id(vorgang.akte)
    st.button(f"Alle {art.plural}", icon=":material/arrow_back:", type="tertiary", on_click=stand.close)
    alle = bestand()
    if vorgang.neu:
        st.html(f"<h2>{art.name}: neu</h2>")
    elif vorgang.akte in alle:
        st.html(html_head(alle.akte(vorgang.akte)))
    if now := latest(vorgang, alle):
        st.info(
            plain(f"{now.wer} hat diesen Eintrag inzwischen gespeichert (Fassung {now.fassung}). ")
            + "Beim Speichern sehen Sie beide Fassungen nebeneinander; nichts geht verloren."
        )
    links, rechts = st.columns([1.7, 1], gap="large")
    with links, st.container(key=stand.widget("links")):
        form(stand, vorgang, akteur)
    with rechts, st.container(key=stand.widget("rechts")):
        if not vorgang.neu and vorgang.akte in alle:
            history(stand, alle.akte(vorgang.akte), vorgang.basis, akteur)
            taking_away(stand, alle.akte(vorgang.akte), vorgang.basis, akteur)
