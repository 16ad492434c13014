"""A dialogue's minutes, written down together: a component of the browser, what it is told and what it says.

The component stands on the page Dialog and under the presentation; `show` draws it on either.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files
from typing import Any

import streamlit as st

from sro.akten.annahme import postponed
from sro.akten.bestand import Bestand
from sro.akten.dialogannahme import receive
from sro.akten.dialogmitschrift import Eintrag, shown
from sro.akten.mitschrift import Quittung
from sro.akten.rollen import role_needed
from sro.model.akte import Akte, Inhalt
from sro.model.akteur import NichtErlaubt, Rolle
from sro.model.dialog import Notiz
from sro.model.vereinbarung import Vereinbarung
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.web import data
from sro.web.akten import bestand
from sro.web.dialog.mitschriftworte import ABGESCHLOSSEN, FELDER, SPALTEN, is_open, stellen, worte
from sro.web.rechte import akteur, darf
from sro.web.werkstatt.mitschrift import Answers

KEY, EVERY = "dialogmitschrift", 2.0  # seconds until a window sees what another one wrote
LAST = "_dialogmitschrift_zuletzt"
PARTS = ("postausgang.js", "dialogfelder.js", "dialogeintrag.js", "dialogmitschrift.js")


def show(dialog: str) -> None:
    """The three columns of a dialogue; nothing for whoever may not write in them."""
    if darf(Rolle.FACHKRAFT):
        _live(dialog)


@st.fragment(run_every=EVERY)
def _live(dialog: str) -> None:
    """Draws the component again and again: equal data does nothing in the browser, other data is taken over there.

    While the database is away it stays as it was, so that whoever types goes on; what they type waits in the browser.
    """
    try:
        content = _shown_now(dialog)
        st.session_state[LAST] = ((dialog, akteur()), content)
    except DATABASE_ERRORS as error:
        content = _shown_before(dialog, error)
    if not content or not darf(Rolle.FACHKRAFT):
        st.html('<p class="sro-leer">Dieser Dialog ist entfernt worden, oder Sie sind nicht mehr angemeldet.</p>')
        return
    answers = Antworten(_take)
    component()(
        key=KEY,
        data={**content, "quittungen": [asdict(one) for one in answers.given()]},
        on_post_change=lambda: answers.take(st.session_state[KEY].get("post")),
    )


def _shown_now(dialog: str) -> dict[str, Any]:
    """Nothing where the dialogue is not to be seen (any more)."""
    akten, wer = bestand(), akteur()
    if dialog not in akten:
        return {}
    space = f"dialogmitschrift:{hashlib.sha256(wer.name.encode()).hexdigest()[:12]}"
    return {**_content(akten.stand, wer.rolle, dialog), "namensraum": space}


def _shown_before(dialog: str, error: Exception) -> dict[str, Any]:
    """What was drawn last of this dialogue for the same person; the error once more where that is nothing."""
    whose, content = st.session_state.get(LAST, (None, {}))
    if whose != (dialog, akteur()):
        raise error
    return dict(content)


class Antworten(Answers):
    """Receipts for groups of keystrokes."""

    NAME = "_dialogmitschrift_quittungen"


@lru_cache(maxsize=32)
def _content(_stand: int, rolle: Rolle, dialog: str) -> dict[str, Any]:
    """What the component shows; made once for each state of the records and each role."""
    akten = bestand()
    offen = is_open(akten, dialog)
    return {
        "dialog": dialog,
        "spalten": SPALTEN,
        "felder": FELDER,
        "worte": worte(akten, dialog),
        "stellen": stellen(akten),
        "offen": offen,
        "satz": "" if offen else ABGESCHLOSSEN,
        "eintraege": [shown(one, _fixed(one.inhalt, rolle)) for one in entries(akten, dialog)],
    }


def entries(akten: Bestand, dialog: str) -> tuple[Akte[Eintrag], ...]:
    """Notes and agreements of a dialogue in the order in which they were begun."""
    return (*akten.her(dialog, Notiz), *akten.her(dialog, Vereinbarung))


def _fixed(inhalt: Eintrag, rolle: Rolle) -> bool:
    return rolle.rang < role_needed(inhalt, inhalt).rang


class _Lager:
    """The store, as the person who works now; see `sro.akten.dialogannahme.Lager`."""

    def bestand(self) -> Bestand:
        return bestand()

    def akte(self, akte: str) -> Akte[Inhalt]:
        return data.store().akten.akte(akte)

    def anlegen(self, inhalt: Inhalt, schluessel: str) -> Akte[Inhalt]:
        return data.store().akten.anlegen(inhalt, wer=akteur(), schluessel=schluessel)

    def aendern(self, akte: str, inhalt: Inhalt, basis: int, schluessel: str) -> Akte[Inhalt]:
        return data.store().akten.aendern(akte, inhalt, basis=basis, wer=akteur(), schluessel=schluessel)


def _take(groups: Any) -> tuple[Quittung, ...]:
    """Whoever is logged out keeps what they typed."""
    try:
        akteur().require(Rolle.FACHKRAFT)
    except NichtErlaubt as refused:
        return postponed(groups, str(refused))
    return receive(groups, _Lager(), known, DATABASE_ERRORS)


def component() -> Any:
    own = files("sro.views") / "assets"
    html, css, *scripts = (
        (own / name).read_text(encoding="utf-8") for name in ("dialogmitschrift.html", "dialogmitschrift.css", *PARTS)
    )
    return st.components.v2.component("sro_dialogmitschrift", html=html, css=css, js="".join(scripts))
