"""Quick entries at a row of the plan: that something went out, and what came back.

Everything a form shows was read once, when it was opened; saving says which version that was, so nobody is overwritten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar, cast
from uuid import uuid4

import streamlit as st

from sro.akten.bestand import Bestand, title
from sro.akten.maengel import maengel
from sro.akten.werte import short
from sro.auswertung.transfer.plan import Planzeile, answered, dialogue_days, proposed
from sro.model.akte import Akte, Freigabe, Inhalt, Konflikt
from sro.model.transfer import Transfer, Versand
from sro.model.vereinbarung import Vereinbarung
from sro.reference.city import city
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.store.akten import Aenderung
from sro.views import words
from sro.web import data, tag
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.pflege.formular import CHECKED, personal
from sro.web.rechte import akteur

OPEN, SEEN, KEY, SAID, DOUBT = (
    "transfer_eintrag", "_transfer_gesehen", "_transfer_schluessel", "_transfer_meldung", "_transfer_person",
)  # fmt: skip
DAY = "DD.MM.YYYY"
READERS = {
    Freigabe.INTERN: "Intern: Das liest nur die Planung.",
    Freigabe.FACHKREIS: "Fachkreis: Das lesen sofort alle, die angemeldet sind.",
    Freigabe.OEFFENTLICH: "Öffentlich: Das lesen sofort alle.",
}
LONGEST = 90  # characters of a Vereinbarung in a list of options
T = TypeVar("T", bound=Inhalt)


class Eintrag(StrEnum):
    VERSAND = "Versand eintragen"
    RUECKMELDUNG = "Rückmeldung eintragen"


def said() -> None:
    """What came of the last entry, once."""
    good, sentence = st.session_state.pop(SAID, (True, ""))
    if sentence:
        (st.success if good else st.warning)(plain(sentence))


def show(zeile: Planzeile, akten: Bestand, bearbeiten: Callable[[str], None]) -> None:
    """One form open at a time; what came back can be entered where something went out. `bearbeiten`: the whole row."""
    offered = [Eintrag.VERSAND, *([Eintrag.RUECKMELDUNG] if zeile.versand else [])]
    key = f"{OPEN}_{zeile.akte.id}"
    with st.container(key="transfer_tun", horizontal=True, vertical_alignment="center"):
        chosen = st.pills("Eintragen", offered, key=key, label_visibility="collapsed", on_change=_anew, width="content")
        st.button("Zeile bearbeiten", type="tertiary", on_click=bearbeiten, args=(zeile.akte.id,))
    with st.container(key="transfer_form"):
        if chosen is Eintrag.VERSAND:
            _sending(zeile, akten)
        elif chosen is Eintrag.RUECKMELDUNG:
            _answer(zeile)


def _sending(zeile: Planzeile, akten: Bestand) -> None:
    """What went out, and when it is due next: proposed from the rhythm, decided by whoever enters it."""
    row, heute = _seen(zeile.akte), tag.heute()
    agreed = {akte.id: f"{akte.id} {short(title(akte), LONGEST)}" for akte in akten.von(Vereinbarung)}
    states = [one.id for one in data.store().datenstaende()]
    active, last = data.datenstand(), zeile.zuletzt
    with st.form("transfer_versand"):
        with st.container(horizontal=True):
            st.date_input("Hinausgegangen am", heute, max_value=heute, format=DAY, key=f"tv_am_{row.id}", width=200)
            st.text_input("An *", last.inhalt.an if last else "", key=f"tv_an_{row.id}", max_chars=200, width=360)
            st.selectbox(
                "Datenstand", states, index=states.index(active.id) if active else None, key=f"tv_datenstand_{row.id}",
                placeholder="keiner", width=140,
            )  # fmt: skip
        st.multiselect(
            "Berichtete Vereinbarungen", list(agreed), default=_of_dialogue(row.inhalt, akten),
            format_func=agreed.__getitem__, key=f"tv_vereinbarungen_{row.id}", placeholder="Vereinbarungen wählen",
        )  # fmt: skip
        following = proposed(row.inhalt, heute, dialogue_days(row.inhalt, akten, city()))
        proposal = f"Vorschlag: {row.inhalt.rhythmus}" if following else "leer: keiner"
        st.date_input(
            f"Nächster Termin ({proposal})",
            following,
            format=DAY,
            key=f"tv_faellig_{row.id}",
            width=340,
        )
        _doubted()
        _readers(row.inhalt)
        st.form_submit_button("Versand speichern", type="primary", on_click=_save_sending, args=(row.id,))


def _save_sending(row_id: str) -> None:
    row: Akte[Transfer] = st.session_state[SEEN][row_id]
    made = Versand(
        transfer=row_id,
        am=_value(f"tv_am_{row_id}"),
        an=str(_value(f"tv_an_{row_id}") or "").strip(),
        datenstand=_value(f"tv_datenstand_{row_id}"),
        vereinbarungen=tuple(_value(f"tv_vereinbarungen_{row_id}") or ()),
        freigabe=row.inhalt.freigabe,
        synthetisch=row.inhalt.synthetisch,
    )
    following = replace(row.inhalt, faellig=_value(f"tv_faellig_{row_id}"))
    key = st.session_state.setdefault(KEY, uuid4().hex)

    def write() -> None:
        """Both or nothing; what does not change the row is kept from being entered twice by its key."""
        if following == row.inhalt:
            data.store().akten.anlegen(made, wer=akteur(), schluessel=key)
        else:
            changes = (Aenderung(made), Aenderung(following, row_id, row.fassung))
            data.store().akten.einspielen(changes, wer=akteur())

    _save(row_id, Versand(), made, write, f"Der Versand an {made.an} ist eingetragen.")


def _answer(zeile: Planzeile) -> None:
    """What is still without an answer first."""
    heute = tag.heute()
    every = sorted(zeile.versand, key=lambda akte: answered(akte.inhalt))
    by_id = {akte.id: akte for akte in every}
    chosen = st.selectbox(
        "Versand", list(by_id), format_func=lambda one: _named(by_id[one]), key=f"tr_versand_{zeile.akte.id}", width=520
    )
    one = _seen(by_id[chosen]).inhalt
    with st.form("transfer_rueckmeldung"):
        st.date_input(
            "Rückmeldung am", one.rueckmeldung_am or heute, max_value=max(heute, one.rueckmeldung_am or heute),
            format=DAY, key=f"tr_am_{chosen}", width=220,
        )  # fmt: skip
        st.text_area("Was zurückkam *", one.rueckmeldung, max_chars=4000, key=f"tr_text_{chosen}")
        _doubted()
        _readers(one)
        st.form_submit_button(
            "Rückmeldung speichern", type="primary", on_click=_save_answer, args=(zeile.akte.id, chosen)
        )


def _save_answer(row_id: str, versand_id: str) -> None:
    seen: Akte[Versand] = st.session_state[SEEN][versand_id]
    text = str(_value(f"tr_text_{versand_id}") or "").strip()
    if not text:
        st.session_state[SAID] = (False, "„Was zurückkam“ fehlt; bitte ausfüllen.")
        return
    made = replace(seen.inhalt, rueckmeldung=text, rueckmeldung_am=_value(f"tr_am_{versand_id}"))

    def write() -> None:
        data.store().akten.aendern(versand_id, made, basis=seen.fassung, wer=akteur())

    _save(row_id, seen.inhalt, made, write, f"Die Rückmeldung zu {versand_id} ist eingetragen.")


def _save(row_id: str, before: Inhalt, made: Inhalt, write: Callable[[], None], sentence: str) -> None:
    """Writes and closes the form; what is wrong, or what somebody else wrote meanwhile, is said and the form stays."""
    if wrong := maengel(made, bestand(), known):
        st.session_state[SAID] = (False, " ".join(one.satz for one in wrong))
        return
    about = [one for hints in personal(before, made).values() for one in hints]
    if about and not _value("transfer_geprueft"):
        st.session_state[DOUBT] = True
        st.session_state[SAID] = (False, f"Noch nicht gespeichert: {' '.join(about)} Bitte prüfen und bestätigen.")
        return
    try:
        write()
    except Konflikt as konflikt:
        st.session_state[SAID] = (False, _told(konflikt))
        return
    except DATABASE_ERRORS as error:
        st.session_state[SAID] = (False, not_saved(error))
        return
    _anew()
    st.session_state[SAID], st.session_state[f"{OPEN}_{row_id}"] = (True, sentence), None


def _told(konflikt: Konflikt) -> str:
    """What is there now; from here on the form rests on it."""
    now = konflikt.aktuell
    if now is None:
        return str(konflikt)
    st.session_state[SEEN][now.id] = now
    return f"{now.id}: {konflikt} {_there(now.inhalt)}"


def _there(inhalt: Inhalt) -> str:
    if isinstance(inhalt, Transfer):
        day = words.date(inhalt.faellig) if inhalt.faellig else "keiner"
        return f"Jetzt steht dort als nächster Termin: {day}."
    if isinstance(inhalt, Versand) and answered(inhalt):
        return f"Jetzt steht dort: {inhalt.rueckmeldung}"
    return ""


def _doubted() -> None:
    """A tick that is asked for only where a text may speak of a person."""
    if st.session_state.get(DOUBT):
        st.checkbox(plain(CHECKED), key="transfer_geprueft")


def _readers(inhalt: Inhalt) -> None:
    """Whoever enters something knows who reads it from then on."""
    st.caption(READERS[inhalt.freigabe])


def _of_dialogue(transfer: Transfer, akten: Bestand) -> list[str]:
    """The Vereinbarungen of the dialogue that the row is about, for whoever reports all of them."""
    return [akte.id for akte in akten.von(Vereinbarung) if transfer.dialog and akte.inhalt.dialog == transfer.dialog]


def _seen(akte: Akte[T]) -> Akte[T]:
    """The record as it was when the form first showed it."""
    return cast("Akte[T]", st.session_state.setdefault(SEEN, {}).setdefault(akte.id, akte))


def _anew() -> None:
    """A form that is opened reads everything anew."""
    for key in (SEEN, KEY, DOUBT):
        st.session_state.pop(key, None)


def _value(key: str) -> Any:
    return st.session_state.get(key)


def _named(akte: Akte[Versand]) -> str:
    """ "VS-3 12.03.2026 an AG 78" """
    day: dt.date | None = akte.inhalt.am
    return f"{akte.id} {words.date(day) if day else 'ohne Datum'} an {akte.inhalt.an}"
