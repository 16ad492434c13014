"""What a reviewer has before them in this session, and the decisions: each is written on top of what they saw."""

from __future__ import annotations

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.mitschrift import hints
from sro.akten.pruefstapel import Fassungsvorschlag, obstacles, pile, put_back, quotable, released
from sro.model.akte import Akte, Freigabe, Konflikt
from sro.model.aussage import Aussage
from sro.model.feld import Vokabular
from sro.model.werkstatt import Werkstatt
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.rechte import akteur

NOW, SEEN, BACK, TOLD, WRONG, CLASH = (
    f"_pruefen_{name}" for name in ("jetzt", "gesehen", "zurueck", "gemeldet", "maengel", "konflikt")
)
RELEASED = {Freigabe.OEFFENTLICH: "ist für alle freigegeben", Freigabe.FACHKREIS: "ist für den Fachkreis freigegeben"}


def turn(akten: Bestand) -> str | None:
    """The id of the statement that is reviewed now: it stays until it is decided, also where somebody was faster."""
    now: str | None = st.session_state.get(NOW)
    if now is None:
        waiting = pile(akten, st.session_state.get(BACK, ()))
        if not waiting:
            return None
        now = st.session_state[NOW] = waiting[0].id
        st.session_state[SEEN] = waiting[0].fassung
    elif now not in akten:
        st.session_state[CLASH] = str(Konflikt(None))
    elif akten.akte(now).fassung != st.session_state[SEEN]:
        _overtaken(akten.akte(now).fassung, Konflikt(akten.akte(now)))
    return now


def waiting(akten: Bestand) -> int:
    """How many statements nobody has released yet."""
    return len(pile(akten))


def clash() -> str:
    """What somebody else did with this statement meanwhile; empty where nobody did."""
    return str(st.session_state.get(CLASH, ""))


def told() -> str:
    """What the last decision did; said once."""
    return str(st.session_state.pop(TOLD, ""))


def wrong() -> tuple[str, ...]:
    """What kept the statement from being released; said once."""
    found: tuple[str, ...] = st.session_state.pop(WRONG, ())
    return found


def key(name: str, akte_id: str) -> str:
    """The widget's key: each statement has fields of its own."""
    return f"w_pruefen_{name}_{akte_id}"


def key_checked(akte_id: str, words: tuple[str, ...]) -> str:
    """A tick holds for the hints that it was made at; with another hint it is a new one."""
    return key("geprueft_" + "|".join(words), akte_id)


def proposal(akte: Akte[Aussage], akten: Bestand) -> Fassungsvorschlag:
    """What stands in the fields at this moment, also in a callback; before they are drawn, what the statement has."""
    state, aussage = st.session_state, akte.inhalt
    made = Fassungsvorschlag(
        wortlaut=state.get(key("wortlaut", akte.id), aussage.wortlaut),
        zitat=state.get(key("zitat", akte.id), aussage.zitat) and quotable(aussage, akten),
        themen=tuple(state.get(key(Vokabular.THEMA, akte.id), aussage.themen)),
        schnittstellen=tuple(state.get(key(Vokabular.SCHNITTSTELLE, akte.id), aussage.schnittstellen)),
    )
    words = tuple(hint.wort for hint in hints(released(aussage, made, aussage.freigabe)))
    return Fassungsvorschlag(
        made.wortlaut, made.zitat, made.themen, made.schnittstellen, bool(state.get(key_checked(akte.id, words)))
    )


def adopt(akte: Akte[Aussage]) -> None:
    st.session_state[key("wortlaut", akte.id)] = akte.inhalt.wortlaut_intern


def release(akte: Akte[Aussage], freigabe: Freigabe) -> None:
    akten = bestand()
    made = proposal(akte, akten)
    inhalt = released(akte.inhalt, made, freigabe)
    found = obstacles(inhalt, made.geprueft, akten, known)
    if found:
        st.session_state[WRONG] = found
    elif _kept(akte, inhalt):
        st.session_state[TOLD] = f"{akte.id} {RELEASED[freigabe]}.{_workshop_hint(inhalt, freigabe, akten)}"


def set_back(akte: Akte[Aussage]) -> None:
    if _kept(akte, put_back(akte.inhalt, proposal(akte, bestand()))):
        st.session_state[BACK] = (*(one for one in st.session_state.get(BACK, ()) if one != akte.id), akte.id)
        st.session_state[TOLD] = f"{akte.id} ist zurückgestellt und kommt am Ende wieder."


def erase(akte: Akte[Aussage]) -> None:
    """All versions lose their content; the reason stays."""
    grund = str(st.session_state.get(key("grund", akte.id), "")).strip()
    if grund:
        try:
            data.store().akten.tilgen(akte.id, grund=grund, wer=akteur())
        except DATABASE_ERRORS as error:
            st.session_state[WRONG] = (not_saved(error),)
            return
        go_on()
        st.session_state[TOLD] = f"{akte.id} ist getilgt."


def go_on() -> None:
    """To the next statement."""
    st.session_state[NOW] = None
    st.session_state.pop(CLASH, None)


def _kept(akte: Akte[Aussage], inhalt: Aussage) -> bool:
    """Writes on top of the version that the reviewer saw. Where somebody was faster nothing is written."""
    try:
        data.store().akten.aendern(akte.id, inhalt, basis=akte.fassung, wer=akteur())
    except Konflikt as faster:
        _overtaken(faster.aktuell.fassung if faster.aktuell else akte.fassung, faster)
        return False
    except DATABASE_ERRORS as error:
        st.session_state[WRONG] = (not_saved(error),)
        return False
    go_on()
    return True


def _overtaken(fassung: int, faster: Konflikt) -> None:
    st.session_state[SEEN] = fassung
    st.session_state[CLASH] = str(faster)


def _workshop_hint(aussage: Aussage, freigabe: Freigabe, akten: Bestand) -> str:
    """A statement whose Werkstatt others may not read stands alone for them."""
    order = list(Freigabe)
    hidden = any(
        one.id == aussage.werkstatt and order.index(one.inhalt.freigabe) < order.index(freigabe)
        for one in akten.von(Werkstatt)
    )
    return " Ihre Werkstatt ist es noch nicht: bitte unter „Bearbeiten“ freigeben." if hidden else ""
