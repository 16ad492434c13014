"""Werkstätten, part „Prüfen“: one statement after the other is read by a person before others may read it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.mitschrift import hints
from sro.akten.pruefstapel import quotable, released
from sro.model.akte import Akte, Freigabe
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage
from sro.model.feld import Vokabular
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.vokabular import words
from sro.views.lieferung.protokoll import moment
from sro.views.werkstatt.pruefblatt import Herkunft, html_hints, html_left, html_sentences, html_statement
from sro.web import data
from sro.web.akten import bestand
from sro.web.klartext import plain
from sro.web.rechte import nur_fuer
from sro.web.werkstatt import pruefstand


def show() -> None:
    nur_fuer(Rolle.PLANUNG, teil=True)
    akten = bestand()
    with st.container(key="pruefen"):
        now = pruefstand.turn(akten)
        st.html(html_left(pruefstand.waiting(akten)))
        if told := pruefstand.told():
            st.success(plain(told))
        if clash := pruefstand.clash():
            st.warning(plain(clash))
        if now in akten:
            _review(next(akte for akte in akten.von(Aussage) if akte.id == now), akten)
        elif now:
            st.button("Weiter", key="weiter", type="primary", on_click=pruefstand.go_on)


def _review(akte: Akte[Aussage], akten: Bestand) -> None:
    links, rechts = st.columns([1, 1.15], gap="large")
    with links:
        st.html(html_statement(akte, _origin(akte, akten)))
    with rechts:
        _fields(akte, akten)
        _hints(akte, akten)
        if wrong := pruefstand.wrong():
            st.html(html_sentences(wrong))
        _decide(akte)


def _fields(akte: Akte[Aussage], akten: Bestand) -> None:
    """The public words beside the note, and what the offices need to find it."""
    aussage = akte.inhalt
    text = pruefstand.key("wortlaut", akte.id)
    st.session_state.setdefault(text, aussage.wortlaut)
    st.text_area(
        "Öffentliche Fassung",
        key=text,
        height=130,
        max_chars=4000,
        placeholder="So können es alle lesen: ohne Namen, ohne Anschrift.",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        allowed = quotable(aussage, akten)
        st.checkbox(
            "Wörtliches Zitat",
            aussage.zitat and allowed,
            key=pruefstand.key("zitat", akte.id),
            disabled=not allowed,
        )
        if aussage.wortlaut_intern:
            st.button("Notiz übernehmen", key="uebernehmen", type="tertiary", on_click=pruefstand.adopt, args=(akte,))
    if not allowed:
        st.caption("Kein Zitat: In dieser Altersgruppe waren hier weniger als fünf Kinder, oder die Zahl fehlt.")
    links, rechts = st.columns(2)
    with links:
        _words("Themen", akte.id, Vokabular.THEMA, aussage.themen)
    with rechts:
        _words("Schnittstellen", akte.id, Vokabular.SCHNITTSTELLE, aussage.schnittstellen)


def _words(titel: str, akte_id: str, vokabular: Vokabular, chosen: tuple[str, ...]) -> None:
    names = words(vokabular)
    st.multiselect(
        titel,
        list(names),
        default=[one for one in chosen if one in names],
        format_func=names.__getitem__,
        key=pruefstand.key(vokabular, akte_id),
        placeholder="wählen",
    )


def _hints(akte: Akte[Aussage], akten: Bestand) -> None:
    """What the guard finds in the note, in the public words as they stand now, and in the place."""
    made = pruefstand.proposal(akte, akten)
    found = hints(released(akte.inhalt, made, akte.inhalt.freigabe))
    if found:
        st.html(html_hints(found))
        key = pruefstand.key_checked(akte.id, tuple(hint.wort for hint in found))
        st.checkbox("Hinweise geprüft: niemand ist zu erkennen", key=key)


def _decide(akte: Akte[Aussage]) -> None:
    """The decisions; Streamlit shows the keys on the buttons."""
    with st.container(horizontal=True, key="entscheidung"):
        button = partial(st.button, disabled=akte.inhalt.freigabe is not Freigabe.INTERN)
        everybody, circle = (akte, Freigabe.OEFFENTLICH), (akte, Freigabe.FACHKREIS)
        release = pruefstand.release
        button(
            "Für alle freigeben", key="freigeben", type="primary", shortcut="Alt+A", on_click=release, args=everybody
        )
        button("Für den Fachkreis", key="fachkreis", shortcut="Alt+F", on_click=release, args=circle)
        button("Zurückstellen", key="zurueckstellen", shortcut="Alt+Z", on_click=pruefstand.set_back, args=(akte,))
        if pruefstand.clash():
            st.button("Weiter ohne zu speichern", key="weiter", on_click=pruefstand.go_on)
        with st.popover("Tilgen"):
            _erase(akte)


def _erase(akte: Akte[Aussage]) -> None:
    st.caption("Löscht die Aussage mit allen früheren Fassungen. Das lässt sich nicht zurückholen.")
    grund = st.text_input(
        "Grund (ohne Namen)",
        key=pruefstand.key("grund", akte.id),
        max_chars=200,
        placeholder="z. B. Name in der Notiz",
    )
    st.button("Endgültig tilgen", key="tilgen", disabled=not grund.strip(), on_click=pruefstand.erase, args=(akte,))


def _origin(akte: Akte[Aussage], akten: Bestand) -> Herkunft:
    aussage, themes = akte.inhalt, words(Vokabular.THEMA)
    first = data.store().akten.verlauf(akte.id)[-1]
    titles = {one.id: one.inhalt.titel for one in akten.von(Werkstatt)}
    return Herkunft(
        werkstatt=titles.get(aussage.werkstatt, aussage.werkstatt),
        raum=city().raum_name(aussage.raum) if aussage.raum else "",
        themen=tuple(themes.get(one, one) for one in aussage.themen),
        wer=akte.erfasst_von,
        wann=moment(first.zeitpunkt),
    )
