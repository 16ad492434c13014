"""Saving a dialogue as it is prepared: each change at once, on top of the version that was on the screen.

What cannot be saved stays in its field with a sentence below it. Where somebody else was quicker, both changes come
together; a field that both changed keeps what is stored, and what was typed here is said, to be put in again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import streamlit as st

from sro.akten.maengel import maengel
from sro.akten.werte import value_text
from sro.akten.zusammenfuehren import MANY, Feldvergleich, Wahl, vergleiche, zusammen
from sro.model.akte import Akte, Konflikt
from sro.model.akteur import NichtErlaubt, Rolle
from sro.model.dialog import Dialog
from sro.reference.city import city
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.views.pflege.akte import html_mangel
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import NOT_SAVED, not_saved
from sro.web.klartext import plain
from sro.web.rechte import akteur, darf

DRAFT, SAID = "_dialog_entwurf", "_dialog_meldung"
GONE = "Dieser Dialog ist inzwischen entfernt worden. Die Jugendhilfeplanung kann ihn zurückholen."


def field(akte: Akte[Dialog], name: str, wert: Any) -> dict[str, Any]:
    """Arguments for a widget that shows a field and saves it when it changes; what could not be saved stays in it."""
    key = f"w_dialog_{akte.id}_{name}"
    shown = _drafts(akte.id).get(name, (wert, ""))[0]
    if key not in st.session_state or st.session_state[key] != shown:
        st.session_state[key] = shown
    return {"key": key, "on_change": lambda: save(akte, **{name: st.session_state[key]})}


def complaint(akte: Akte[Dialog], name: str) -> None:
    """Why a field is not saved, below it."""
    if name in _drafts(akte.id):
        st.html(html_mangel([_drafts(akte.id)[name][1]]))


def save(gesehen: Akte[Dialog], **changes: Any) -> None:
    """Stores changes of a dialogue, with what the database did not take before; called before anything is drawn."""
    drafts = _drafts(gesehen.id)
    stored: dict[str, Any] = {
        name: value for name, (value, sentence) in drafts.items() if sentence.startswith(NOT_SAVED)
    }
    stored |= {name: tuple(one) if isinstance(one, list) else one for name, one in changes.items()}
    wrong = {one.feld: one.satz for one in maengel(replace(gesehen.inhalt, **stored), bestand(), known)}
    for name, value in stored.items():
        drafts.pop(name, None)
        if name in wrong:
            drafts[name] = (value, wrong[name])
    if not wrong.keys() & stored.keys():
        try:
            _write(gesehen, stored)
        except NichtErlaubt as refused:
            _keep(gesehen.id, stored, str(refused))
        except DATABASE_ERRORS as error:
            _keep(gesehen.id, stored, not_saved(error))


def said() -> None:
    """What came of the last change, where there is something to say."""
    for sentence in st.session_state.pop(SAID, ()):
        st.warning(plain(sentence))


def say(sentence: str) -> None:
    st.session_state[SAID] = [*st.session_state.get(SAID, ()), sentence]


def _write(gesehen: Akte[Dialog], stored: dict[str, Any]) -> None:
    """On top of the version that was on the screen; on top of a newer one with what that one changed."""
    lager = data.store().akten
    vorher = next(one.inhalt for one in lager.verlauf(gesehen.id) if one.nummer == gesehen.fassung)
    if not isinstance(vorher, Dialog):  # its content is gone for good
        say(GONE)
        return
    eigene = replace(vorher, **{name: _with_hidden(gesehen, vorher, name, value) for name, value in stored.items()})
    basis, inhalt = gesehen.fassung, eigene
    while True:
        try:
            lager.aendern(gesehen.id, inhalt, basis=basis, wer=akteur())
            return
        except Konflikt as konflikt:
            if konflikt.aktuell is None:
                say(GONE)
                return
            aktuell = cast("Akte[Dialog]", konflikt.aktuell)
            basis, inhalt = aktuell.fassung, _joined(vorher, aktuell, eigene)


def _with_hidden(gesehen: Akte[Dialog], vorher: Dialog, name: str, wert: Any) -> Any:
    """A list with what stands in it but is not shown to this role: nobody takes away what they cannot see."""
    if not isinstance(wert, tuple):
        return wert
    shown = getattr(gesehen.inhalt, name)
    return (*wert, *(one for one in getattr(vorher, name) if one not in shown and one not in wert))


def _joined(vorher: Dialog, aktuell: Akte[Dialog], eigene: Dialog) -> Dialog:
    """Both changes. Lists that both changed have what either added; of all else the stored one stays and is told."""
    both = vergleiche(vorher, aktuell.inhalt, eigene)
    choice = {one.feld.name: Wahl.BEIDES if _can_join(one) else Wahl.ANDERE for one in both if one.strittig}
    for one in both:
        if choice.get(one.feld.name) is Wahl.ANDERE:
            say(_told(one, aktuell.wer))
    return cast(Dialog, zusammen(both, aktuell.inhalt, choice))


def _can_join(vergleich: Feldvergleich) -> bool:
    return vergleich.feld.form in MANY and Wahl.BEIDES in vergleich.moeglich


def _told(vergleich: Feldvergleich, wer: str) -> str:
    """Who works here is told to the planning alone."""
    who = wer if darf(Rolle.PLANUNG) else "Jemand anderes"
    if vergleich.feld.form in MANY:
        return f"{who} hat „{vergleich.feld.titel}“ inzwischen geändert; das gilt jetzt. Bitte prüfen."
    theirs, mine = (
        value_text(vergleich.feld, one, bestand(), city()) or "leer" for one in (vergleich.andere, vergleich.eigene)
    )
    return (
        f"{who} hat „{vergleich.feld.titel}“ inzwischen geändert: „{theirs}“. Ihre Eingabe war „{mine}“; bitte prüfen."
    )


def _keep(akte: str, stored: dict[str, Any], sentence: str) -> None:
    say(sentence)
    for name, value in stored.items():
        _drafts(akte)[name] = (value, sentence)


def _drafts(akte: str) -> dict[str, tuple[Any, str]]:
    """Field → what was typed and could not be saved, and why; of this session and this dialogue."""
    every: dict[str, dict[str, tuple[Any, str]]] = st.session_state.setdefault(DRAFT, {})
    return every.setdefault(akte, {})
