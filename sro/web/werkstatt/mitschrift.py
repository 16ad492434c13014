"""The form for notes as a component of the browser, and what the page tells it and hears from it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.mitschrift import Quittung, places
from sro.model.akte import Akte
from sro.model.aussage import Valenz
from sro.model.stimme import Altersgruppe, Methode
from sro.model.werkstatt import Phase, Werkstatt
from sro.reference.signalwoerter import signalwoerter
from sro.reference.stimmenworte import stimmenworte
from sro.views.werkstatt.schutz import contact_line

KEY = "mitschrift"


def form(words: dict[str, Any], vorwahl: str | None, wer: str, answers: Answers) -> None:
    """Mounts the form. `words` is what it offers; `answers` takes what the browser sends and gives receipts.

    Entries wait in the browser under a name made from who works here: nobody sends what somebody else typed.
    """
    found = component()(
        key=KEY,
        data={
            **words,
            "werkstatt": vorwahl,
            "namensraum": f"mitschrift:{hashlib.sha256(wer.encode()).hexdigest()[:12]}",
            "quittungen": [asdict(one) for one in answers.given()],
        },
        on_post_change=lambda: answers.take(st.session_state[KEY].get("post")),
    )
    del found  # what was sent is taken in the callback, before anything is drawn


class Answers:
    """Receipts of one session: the browser asks for each until it has heard it, so the last ones are kept."""

    LAST, NAME = 60, "_mitschrift_quittungen"

    def __init__(self, receive: Callable[[Any], tuple[Quittung, ...]]) -> None:
        self._receive = receive

    def take(self, notes: Any) -> None:
        """Receives what a browser sent; called before the rerun that it causes."""
        new = self._receive(notes)
        told = {one.schluessel for one in new}
        before = [one for one in self.given() if one.schluessel not in told]
        st.session_state[self.NAME] = [*before, *new][-self.LAST :]

    def given(self) -> list[Quittung]:
        found: list[Quittung] = st.session_state.get(self.NAME, [])
        return found


def component() -> Any:
    """Made anew at every rerun, which costs nothing: its parts are the same and the browser keeps them."""
    own = files("sro.views") / "assets"
    html, css, outbox, script = (
        (own / name).read_text(encoding="utf-8")
        for name in ("mitschrift.html", "mitschrift.css", "postausgang.js", "mitschrift.js")
    )
    return st.components.v2.component("sro_mitschrift", html=html, css=css, js=outbox + script)


def offered(werkstaetten: Sequence[Akte[Werkstatt]], bestand: Bestand) -> dict[str, Any]:
    """What the form offers."""
    worte = stimmenworte()
    return {
        "werkstaetten": [_workshop(akte, bestand) for akte in werkstaetten],
        "methoden": [str(one) for one in Methode],
        "phasen": [str(one) for one in Phase],
        "arten": [str(one) for one in Valenz],
        "altersgruppen": [str(one) for one in Altersgruppe],
        "themen": [{"id": one.id, "name": one.name} for one in worte.themen],
        "signale": list(signalwoerter()),
        "schutz": {"hinweis": worte.schutzkontakt.hinweis, "kontakt": contact_line(worte.schutzkontakt)},
    }


def _workshop(akte: Akte[Werkstatt], bestand: Bestand) -> dict[str, Any]:
    methoden = akte.inhalt.methoden or tuple(Methode)
    return {
        "id": akte.id,
        "titel": akte.inhalt.titel,
        "methode": str(methoden[0]),
        "orte": list(places(bestand, akte.id)),
    }
