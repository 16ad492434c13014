"""The form of one record: made from its fields, checked as a whole, saved on top of the version it was loaded with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sro.akten.bestand import Bestand
from sro.akten.maengel import Mangel, maengel
from sro.akten.personenbezug import hinweise
from sro.akten.vergroebern import coarsened
from sro.akten.werte import FREE
from sro.model.akte import Akte, Inhalt, Konflikt
from sro.model.akteur import Akteur
from sro.model.feld import feld_named, felder
from sro.reference.city import city
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.views.pflege.akte import html_help, html_hint, html_mangel
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.pflege.felder import Eingabe
from sro.web.pflege.stand import Pflegestand, Streit, Vorgang

CHECKED = "geprüft, kein Personenbezug"
UNCHANGED = "Es hat sich nichts geändert, also wurde auch nichts gespeichert."


def form(stand: Pflegestand, vorgang: Vorgang, akteur: Akteur) -> None:
    """Widgets, what is wrong with them, and saving."""
    with st.form(stand.widget("formular", vorgang.runde), enter_to_submit=False, border=False):
        eingabe = Eingabe(bestand(), city(), lambda name: stand.widget(vorgang.runde, name))
        values, places = eingabe.draw(felder(type(vorgang.anfang)), vorgang.anfang)
        told, checking = st.empty(), st.empty()  # beside the button, where somebody looks who pressed it
        with st.container(key=stand.widget("fuss"), horizontal=True, vertical_alignment="center"):
            pressed = st.form_submit_button("Anlegen" if vorgang.neu else "Speichern", type="primary")
            st.html('<p class="sro-hilfe">* wird gebraucht</p>')
    eigene = coarsened(vorgang.vorher, replace(vorgang.vorher, **values))
    if not (pressed or vorgang.versucht):
        return
    stand.tried()
    wrong = maengel(eigene, bestand(), known)
    about = personal(vorgang.vorher, eigene)
    _tell(type(eigene), told, places, wrong, about)
    checked = not about or _checked(checking, stand, about)
    if pressed and not wrong and checked:
        save(stand, vorgang, eigene, akteur)


def save(stand: Pflegestand, vorgang: Vorgang, eigene: Inhalt, akteur: Akteur) -> None:
    """Writes the next version; where somebody else was quicker, nothing is written and both are compared."""
    akten = data.store().akten
    try:
        if vorgang.neu:
            saved = akten.anlegen(eigene, wer=akteur, schluessel=vorgang.runde)
        else:
            saved = akten.aendern(vorgang.akte, eigene, basis=vorgang.basis, wer=akteur, schluessel=vorgang.runde)
    except Konflikt as konflikt:
        stand.dispute(Streit(vorgang, konflikt.aktuell, eigene))
        st.rerun()
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
        return
    _saved(stand, vorgang, saved)


def personal(vorher: Inhalt, eigene: Inhalt) -> dict[str, tuple[str, ...]]:
    """Field → what in it may point to a person; of what was not in the record before."""
    found: dict[str, tuple[str, ...]] = {}
    for feld in felder(type(eigene)):
        text = getattr(eigene, feld.name)
        if feld.form in FREE and text != getattr(vorher, feld.name) and (hints := hinweise(text)):
            found[feld.name] = tuple(hint.satz for hint in hints)
    return found


def _saved(stand: Pflegestand, vorgang: Vorgang, saved: Akte[Inhalt]) -> None:
    stand.open(saved)
    same = saved.fassung == vorgang.basis
    stand.say(UNCHANGED if same else f"{saved.id} ist gespeichert (Fassung {saved.fassung}).")
    st.rerun()


def _tell(
    klasse: type[Inhalt],
    told: DeltaGenerator,
    places: Mapping[str, DeltaGenerator],
    wrong: tuple[Mangel, ...],
    about: Mapping[str, tuple[str, ...]],
) -> None:
    """What is wrong at each field, all at once, and at the button which fields that are."""
    for feld in felder(klasse):
        found = html_mangel([one.satz for one in wrong if one.feld == feld.name]) + html_hint(about.get(feld.name, ()))
        if found:
            places[feld.name].html(found + html_help(feld.hilfe))
    if wrong:
        titles = dict.fromkeys(feld_named(klasse, one.feld).titel for one in wrong)
        told.error(f"Noch nicht gespeichert. Zu ändern: {', '.join(titles)}.")
    elif about:
        told.warning("Noch nicht gespeichert: Vielleicht ist von einer Person die Rede. Bitte prüfen und bestätigen.")


def _checked(place: DeltaGenerator, stand: Pflegestand, about: Mapping[str, tuple[str, ...]]) -> bool:
    """A tick for exactly these hints; another text needs another one."""
    which = sha256(repr(sorted(about.items())).encode()).hexdigest()[:16]
    ticked: bool = place.checkbox(plain(CHECKED), key=stand.widget("geprueft", which))
    return ticked


def latest(vorgang: Vorgang, alle: Bestand) -> Akte[Inhalt] | None:
    """The record as it is now, where somebody saved it since the form was loaded."""
    if vorgang.neu or vorgang.akte not in alle:
        return None
    now = alle.akte(vorgang.akte)
    return now if now.fassung != vorgang.basis else None
