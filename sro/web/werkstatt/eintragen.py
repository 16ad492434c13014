"""Quick entries of the planning: hand over, note an answer, note that the children were told.

Everything a form shows was read once, when it was opened; saving says which version that was, so nobody is overwritten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar, cast
from uuid import uuid4

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.maengel import maengel
from sro.auswertung.werkstatt.register import registers
from sro.auswertung.werkstatt.rueckmeldung import MONTHS, Rueckmeldestand, feedback, months_later
from sro.model.akte import Akte, Freigabe, Inhalt, Konflikt
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage, Rueckmeldeform
from sro.model.uebergabe import Uebergabe
from sro.reference.stimmenworte import stimmenworte
from sro.reference.vokabular import known
from sro.store import DATABASE_ERRORS
from sro.store.akten import Aenderung
from sro.views import words
from sro.views.werkstatt.register import plural
from sro.web import data
from sro.web.akten import bestand
from sro.web.errors import not_saved
from sro.web.klartext import plain
from sro.web.rechte import akteur, darf

OPEN, SEEN, KEY, SAID = "register_eintrag", "_register_gesehen", "_register_schluessel", "_register_meldung"
LONGEST = 110  # characters of a statement in a list of options
T = TypeVar("T", bound=Inhalt)


class Eintrag(StrEnum):
    UEBERGABE = "Übergabe anlegen"
    ANTWORT = "Antwort eintragen"
    RUECKMELDUNG = "Rückmeldung eintragen"
    LISTEN = "Übergabelisten"  # for all who read the register


def show(akten: Bestand, gemeint: Sequence[Akte[Aussage]], heute: dt.date) -> Eintrag | None:
    """One form open at a time, and what came of the last one; entries are for the planning alone."""
    offered = list(Eintrag) if darf(Rolle.PLANUNG) else [Eintrag.LISTEN]
    chosen = st.pills("Eintragen oder herunterladen", offered, key=OPEN, label_visibility="collapsed", on_change=_anew)
    kind, sentence = st.session_state.pop(SAID, ("", ""))
    if sentence:
        (st.success if kind == "gut" else st.warning)(plain(sentence))
    with st.container(key="register_form"):
        match chosen:
            case Eintrag.UEBERGABE:
                _handover(akten, gemeint, heute)
            case Eintrag.ANTWORT:
                _answer(akten, gemeint, heute)
            case Eintrag.RUECKMELDUNG:
                _feedback(akten, gemeint, heute)
    return chosen


def _handover(akten: Bestand, gemeint: Sequence[Akte[Aussage]], heute: dt.date) -> None:
    """Only what is released for others and is not handed over to this office yet can be chosen."""
    released = [
        akte for akte in gemeint if akte.inhalt.freigabe is not Freigabe.INTERN and akte.inhalt.wortlaut.strip()
    ]
    here = {one.schnittstelle: one.nicht_uebergeben for one in _open_offices(akten, released, heute)}
    if not here:
        st.info("Alle freigegebenen Aussagen dieser Auswahl sind schon übergeben.")
        return
    names = {one.id: f"{one.name} ({one.amt})" for one in stimmenworte().schnittstellen}
    office = st.selectbox("Übergeben an", list(here), format_func=names.__getitem__, key="register_amt")
    by_id = {akte.id: akte for akte in here[office]}
    with st.form("register_uebergabe"):
        st.multiselect(
            "Aussagen, die noch nicht übergeben sind", list(by_id), format_func=lambda one: _named(by_id[one]),
            key="register_aussagen", placeholder="Aussagen wählen",
        )  # fmt: skip
        with st.container(horizontal=True):
            st.date_input("Übergeben am", heute, format="DD.MM.YYYY", key="register_uebergeben_am")
            deadline = months_later(heute, MONTHS // 2)
            st.date_input("Antwort erbeten bis", deadline, format="DD.MM.YYYY", key="register_frist")
            st.selectbox("Freigabe", list(Freigabe), format_func=str, key="register_freigabe")
        st.form_submit_button("Übergabe anlegen", type="primary", on_click=_save_handover, args=(office,))


def _save_handover(office: str) -> None:
    chosen = tuple(_value("register_aussagen") or ())
    by_id = {akte.id: akte.inhalt for akte in bestand().von(Aussage)}
    made = Uebergabe(
        schnittstelle=office,
        aussagen=chosen,
        uebergeben_am=_value("register_uebergeben_am"),
        frist=_value("register_frist"),
        freigabe=Freigabe(_value("register_freigabe")),
        synthetisch=bool(chosen) and all(one in by_id and by_id[one].synthetisch for one in chosen),
    )
    key = st.session_state.setdefault(KEY, uuid4().hex)
    _save(made, lambda: data.store().akten.anlegen(made, wer=akteur(), schluessel=key), "Die Übergabe ist angelegt.")


def _answer(akten: Bestand, gemeint: Sequence[Akte[Aussage]], heute: dt.date) -> None:
    """Also those that are answered, at the end: a choice keeps its place while somebody else answers."""
    looked_at = {akte.id for akte in gemeint}
    found = [akte for akte in akten.von(Uebergabe) if looked_at.intersection(akte.inhalt.aussagen)]
    every = sorted(found, key=lambda akte: (akte.inhalt.antwort_am is not None, akte.inhalt.frist or heute))
    if not every:
        st.info("Zu dieser Auswahl ist noch nichts übergeben.")
        return
    by_id = {akte.id: akte for akte in every}
    akte_id = st.selectbox(
        "Übergabe",
        list(by_id),
        format_func=lambda one: _handed(by_id[one].id, by_id[one].inhalt),
        key="register_welche",
    )
    one = _seen(by_id[akte_id]).inhalt
    with st.form("register_antwort"):
        st.date_input(
            "Antwort am", one.antwort_am or heute, max_value=max(heute, one.antwort_am or heute), format="DD.MM.YYYY",
            key=f"register_antwort_am_{akte_id}",
        )  # fmt: skip
        st.text_area("Antwort des Amts", one.antwort, max_chars=4000, key=f"register_antwort_{akte_id}")
        st.form_submit_button("Antwort speichern", type="primary", on_click=_save_answer, args=(akte_id,))


def _save_answer(akte_id: str) -> None:
    seen: Akte[Uebergabe] = st.session_state[SEEN][akte_id]
    day, text = _value(f"register_antwort_am_{akte_id}"), str(_value(f"register_antwort_{akte_id}") or "").strip()
    if not text:
        st.session_state[SAID] = ("", "„Antwort des Amts“ fehlt; bitte ausfüllen.")
        return
    made = replace(seen.inhalt, antwort_am=day, antwort=text)
    sentence = f"Die Antwort auf Übergabe {akte_id} ist eingetragen."
    _save(made, lambda: data.store().akten.aendern(akte_id, made, basis=seen.fassung, wer=akteur()), sentence)


def _feedback(akten: Bestand, gemeint: Sequence[Akte[Aussage]], heute: dt.date) -> None:
    """Statements whose children were not told yet, the overdue first."""
    waiting = [one for one in feedback(akten, gemeint, heute) if one.stand is not Rueckmeldestand.GEGEBEN]
    waiting.sort(key=lambda one: (list(Rueckmeldestand).index(one.stand), one.aussage.inhalt.werkstatt))
    by_id = {one.aussage.id: _seen(one.aussage) for one in waiting}
    with st.form("register_rueckmeldung"):
        st.multiselect(
            "Aussagen, zu denen Kinder und Jugendliche Bescheid wissen", list(by_id),
            format_func=lambda one: _named(by_id[one]), key="register_gesagt", placeholder="Aussagen wählen",
        )  # fmt: skip
        with st.container(horizontal=True):
            st.date_input("Rückmeldung am", heute, max_value=heute, format="DD.MM.YYYY", key="register_gesagt_am")
            st.selectbox("Form der Rückmeldung", list(Rueckmeldeform), format_func=str, key="register_gesagt_form")
        st.form_submit_button("Rückmeldung speichern", type="primary", on_click=_save_feedback)


def _save_feedback() -> None:
    chosen, seen = _value("register_gesagt") or (), st.session_state[SEEN]
    if not chosen:
        st.session_state[SAID] = ("", "Es ist keine Aussage gewählt; bitte mindestens eine wählen.")
        return
    told = {"rueckmeldung_am": _value("register_gesagt_am"), "rueckmeldung_form": _value("register_gesagt_form")}
    changes = [Aenderung(replace(seen[one].inhalt, **told), one, seen[one].fassung) for one in chosen]
    sentence = f"Die Rückmeldung zu {plural(len(changes), 'Aussage', 'Aussagen')} ist eingetragen."
    _save(None, lambda: data.store().akten.einspielen(changes, wer=akteur()), sentence)


def _save(made: Inhalt | None, write: Callable[[], Any], sentence: str) -> None:
    """Writes and closes the form; what is wrong, or what somebody else wrote meanwhile, is said and the form stays."""
    wrong = maengel(made, bestand(), known) if made else ()
    if wrong:
        st.session_state[SAID] = ("", " ".join(one.satz for one in wrong))
        return
    try:
        write()
    except Konflikt as konflikt:
        st.session_state[SAID] = ("", _told(konflikt))
        return
    except DATABASE_ERRORS as error:
        st.session_state[SAID] = ("", not_saved(error))
        return
    _anew()
    st.session_state[SAID], st.session_state[OPEN] = ("gut", sentence), None


def _told(konflikt: Konflikt) -> str:
    """What is there now; from here on the form rests on it."""
    now = konflikt.aktuell
    if now is None:
        return str(konflikt)
    st.session_state[SEEN][now.id] = now
    if isinstance(now.inhalt, Uebergabe) and now.inhalt.antwort_am:
        there = f"Jetzt steht dort: {words.date(now.inhalt.antwort_am)}: {now.inhalt.antwort}"
        return f"{now.id}: {konflikt} {there}"
    return f"{now.id}: {konflikt}"


def _open_offices(akten: Bestand, released: Sequence[Akte[Aussage]], heute: dt.date) -> list[Any]:
    every = [one.id for one in stimmenworte().schnittstellen]
    order = {one: place for place, one in enumerate(every)}
    found = (one for one in registers(akten, every, released, heute) if one.nicht_uebergeben)
    return sorted(found, key=lambda one: order[one.schnittstelle])


def _seen(akte: Akte[T]) -> Akte[T]:
    """The record as it was when the form first showed it."""
    return cast("Akte[T]", st.session_state.setdefault(SEEN, {}).setdefault(akte.id, akte))


def _anew() -> None:
    """A form that is opened reads everything anew."""
    st.session_state.pop(SEEN, None)
    st.session_state.pop(KEY, None)


def _value(key: str) -> Any:
    return st.session_state.get(key)


def _named(akte: Akte[Aussage]) -> str:
    text = " ".join((akte.inhalt.wortlaut or "ohne öffentliche Fassung").split())
    return f"{akte.id} {text[:LONGEST]}{'…' if len(text) > LONGEST else ''}"


def _handed(akte_id: str, uebergabe: Uebergabe) -> str:
    """ "UE-3 Sport, 12.04.2024, 5 Aussagen" """
    office = stimmenworte().schnittstelle(uebergabe.schnittstelle)
    day = words.date(uebergabe.uebergeben_am) if uebergabe.uebergeben_am else "ohne Datum"
    many = plural(len(uebergabe.aussagen), "Aussage", "Aussagen")
    return f"{akte_id} {office.name if office else uebergabe.schnittstelle}, {day}, {many}"
