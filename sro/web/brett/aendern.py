"""Changing how far an agreement is: state, what came of it, Wiedervorlage. Nothing that anybody typed gets lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import streamlit as st

from sro.akten.maengel import Mangel, maengel
from sro.akten.rollen import role_needed
from sro.model.akte import Akte, Inhalt, Konflikt
from sro.model.akteur import Rolle
from sro.model.feld import feld_named
from sro.model.vereinbarung import Vereinbarung
from sro.reference.city import city
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.views.pflege.akte import html_hint, html_mangel
from sro.web import data
from sro.web.akten import bestand
from sro.web.brett.konflikt import FELDER, conflict, same_but
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.pflege.felder import Eingabe
from sro.web.pflege.formular import CHECKED, personal
from sro.web.pflege.stand import Pflegestand, Streit, Vorgang
from sro.web.rechte import akteur, darf

PUBLIC = "Was öffentlich ist, ändert die Jugendhilfeplanung."
MISSING = object()
UNCHANGED = "Es hat sich nichts geändert."


def show(akte: Akte[Vereinbarung]) -> None:
    """The form for those who may change this agreement; for all others nothing, or why not."""
    if not darf(Rolle.FACHKRAFT):
        return
    if not darf(role_needed(akte.inhalt, akte.inhalt)):
        st.caption(PUBLIC)
        return
    stand = _place()
    if stand.vorgang is None or stand.vorgang.akte != akte.id:
        stand.open(newest(akte.id))
    with st.container(key="brett_aendern"):
        satz, done = stand.said()
        if satz:
            (st.success if done else st.warning)(plain(satz))
        if stand.streit:
            conflict(stand, stand.streit)
        elif stand.vorgang:
            _form(stand, stand.vorgang, akte)


def close() -> None:
    """The board is looked at again: a form that is opened later begins with what is stored then.

    An agreement that was removed while somebody typed is no longer open either; what was typed stays to be copied.
    """
    stand = _place()
    vorgang = stand.vorgang
    if vorgang and vorgang.akte not in bestand() and _typed(stand, vorgang) != vorgang.vorher:
        stand.dispute(Streit(vorgang, None, _typed(stand, vorgang)))
    if stand.streit and stand.streit.aktuell is None:
        conflict(stand, stand.streit)
    else:
        stand.close()


def _typed(stand: Pflegestand, vorgang: Vorgang) -> Inhalt:
    """What stands in the fields of the form, also where the form itself is no longer drawn."""
    if stand.streit:
        return stand.streit.eigene
    values = {name: st.session_state.get(stand.widget(vorgang.runde, name), MISSING) for name in FELDER}
    changes: dict[str, Any] = {name: value for name, value in values.items() if value is not MISSING}
    return replace(vorgang.vorher, **changes)


def _place() -> Pflegestand:
    return Pflegestand("brett", (Vereinbarung,))


def newest(akte: str) -> Akte[Inhalt]:
    """The record as it is stored, with links that this person may not see: they have to be there when it is saved."""
    return data.store().akten.bestand().akte(akte)


def _form(stand: Pflegestand, vorgang: Vorgang, akte: Akte[Vereinbarung]) -> None:
    st.html("<h3>Wie weit ist es?</h3>")
    if akte.fassung != vorgang.basis:
        st.info("Inzwischen hat jemand gespeichert. Beim Speichern kommt beides zusammen; nichts geht verloren.")
    with st.form(stand.widget("formular", vorgang.runde), enter_to_submit=False, border=False):
        values = _fields(stand, vorgang)
        told, checking = st.empty(), st.empty()
        pressed = st.form_submit_button("Speichern", type="primary")
    eigene = replace(cast(Vereinbarung, vorgang.vorher), **values)
    if not (pressed or vorgang.versucht):
        return
    stand.tried()
    wrong, about = complaints(eigene), personal(vorgang.vorher, eigene)
    if saetze := html_mangel([one.satz for one in wrong]) + html_hint([one for many in about.values() for one in many]):
        told.html(saetze)
    checked = not about or checking.checkbox(plain(CHECKED), key=stand.widget("geprueft", vorgang.runde))
    if pressed and not wrong and checked:
        _save(stand, vorgang, eigene)


def _fields(stand: Pflegestand, vorgang: Vorgang) -> dict[str, Any]:
    eingabe = Eingabe(bestand(), city(), lambda name: stand.widget(vorgang.runde, name))
    leer = Vereinbarung()
    return {
        name: eingabe.widget(feld_named(Vereinbarung, name), getattr(vorgang.anfang, name), getattr(leer, name))
        for name in FELDER
    }


def complaints(eigene: Vereinbarung) -> tuple[Mangel, ...]:
    """What is wrong with what can be changed here."""
    return tuple(one for one in maengel(eigene, bestand(), known) if one.feld in FELDER)


def _save(stand: Pflegestand, vorgang: Vorgang, eigene: Vereinbarung) -> None:
    try:
        saved = data.store().akten.aendern(
            vorgang.akte, eigene, basis=vorgang.basis, wer=akteur(), schluessel=vorgang.runde
        )
    except Konflikt as konflikt:
        now = konflikt.aktuell
        mine = same_but(cast(Vereinbarung, now.inhalt), eigene) if now else eigene
        stand.dispute(Streit(vorgang, now, mine))
        st.rerun()
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    stand.open(saved)
    stand.say(UNCHANGED if saved.fassung == vorgang.basis else "Gespeichert.")
    st.rerun()
