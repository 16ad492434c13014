"""Every place of a page that writes, used once as if its button were pressed, by whoever works in the session.

Called without a browser: Streamlit then keeps one session for the whole process, and buttons are made to be pressed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import streamlit as st

from sro.model.akte import Freigabe, Inhalt
from sro.model.aussage import Aussage, Rueckmeldeform, Valenz
from sro.model.bedarf import Bedarf
from sro.model.dialog import Dialog, Notiz
from sro.model.transfer import Transfer, Versand
from sro.model.uebergabe import Uebergabe
from sro.model.vereinbarung import Vereinbarung
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.store import Store
from sro.web.brett import aendern as brett_aendern
from sro.web.brett import konflikt as brett_konflikt
from sro.web.dialog import mitschrift, neu, speichern
from sro.web.dialog.auswahl import Dialogwahl
from sro.web.dialog.stand import STELLE
from sro.web.lieferung import annahme, datenstaende, zuordnen
from sro.web.pflege import einlesen, formular, konflikt, liste, verlauf
from sro.web.pflege.stand import Pflegestand, Streit, Vorgang
from sro.web.rechte import akteur
from sro.web.transfer import eintragen as transfer
from sro.web.werkstatt import eintragen as register
from sro.web.werkstatt import erfassen, pruefstand
from tests.intake.assistent.test_profil import PROFIL
from tests.sicherheit.schreibproben import PLANERIN, delivery, publish, workbook

TAG = dt.date(2026, 3, 1)
FACHKREIS = Freigabe.FACHKREIS
BEDARF, WEG = "BE-1", "BE-2"
Probe = Callable[[Store], Any]


def filled(store: Store) -> None:
    """Two Datenstände and a record of each kind that a page writes."""
    publish(store, PLANERIN)
    publish(store, PLANERIN)
    area, office = city().of_level("stadtteil")[0].key, stimmenworte().schnittstellen[0].id
    contents: tuple[Inhalt, ...] = (
        Bedarf(titel="Treff"),
        Bedarf(titel="Weg"),
        Werkstatt(titel="Werkstatt", raum=area, beginn=TAG, freigabe=FACHKREIS),
        Aussage(werkstatt="WS-1", valenz=Valenz.WUNSCH, wortlaut="Bänke", raum=area),
        Aussage(werkstatt="WS-1", valenz=Valenz.WUNSCH, wortlaut="Licht", raum=area, freigabe=FACHKREIS),
        Uebergabe(schnittstelle=office, aussagen=("AU-2",), uebergeben_am=TAG, freigabe=FACHKREIS),
        Dialog(titel="Dialog", raum=area, datum=TAG, datenstand=1, freigabe=FACHKREIS),
        Vereinbarung(dialog="QD-1", text="Ein Zelt"),
        Transfer(format="PDF"),
        Versand(transfer="TR-1", am=TAG, an="AG 78"),
    )
    for content in contents:
        store.akten.anlegen(content, wer=PLANERIN)
    store.akten.aendern(BEDARF, Bedarf(titel="Treffpunkt"), basis=1, wer=PLANERIN)
    store.akten.entfernen(WEG, basis=1, grund="Probe", wer=PLANERIN)


def _seen(store: Store, key: str, *ids: str) -> None:
    st.session_state[key] = {one: store.akten.akte(one) for one in ids}


def _agreement(store: Store) -> tuple[Pflegestand, Any, Vereinbarung]:
    akte: Any = store.akten.akte("VB-1")
    stand = Pflegestand("brett", (Vereinbarung,))
    stand.open(akte)
    return stand, akte, replace(akte.inhalt, ergebnis="Neu")


def _board(store: Store) -> None:
    stand, _, neues = _agreement(store)
    assert stand.vorgang
    brett_aendern._save(stand, stand.vorgang, neues)


def _board_merged(store: Store) -> None:
    stand, akte, neues = _agreement(store)
    assert stand.vorgang
    brett_konflikt._save(stand, Streit(stand.vorgang, akte, neues), akte, neues)


def _new_dialogue(_: Store) -> None:
    STELLE.put(Dialogwahl())
    neu._make(Dialog(titel="Neu", datum=TAG, datenstand=1, freigabe=FACHKREIS))


def _dialogue(store: Store) -> None:
    akte: Any = store.akten.akte("QD-1")
    speichern._write(akte, {"titel": "Anders"})


def _editor() -> Pflegestand:
    return Pflegestand("pflege", (Bedarf,))


def _own_profile(_: Store) -> None:
    entwurf: Any = SimpleNamespace(vorschlag=SimpleNamespace(bau=SimpleNamespace(letzte=9)))
    zuordnen.save(PROFIL, entwurf, akteur())


def _brought_back(_: Store) -> None:
    typed = Bedarf(titel="Getippt")
    konflikt._bring_back(_editor(), Streit(Vorgang(typed, typed, WEG, 1), None, typed), akteur())


def _restored(store: Store) -> None:
    schritt: Any = SimpleNamespace(bis=1)
    verlauf._restore_button(_editor(), store.akten.akte(BEDARF), 2, schritt, akteur())


def _sent(store: Store) -> None:
    _seen(store, transfer.SEEN, "TR-1")
    st.session_state["tv_am_TR-1"], st.session_state["tv_an_TR-1"] = TAG, "JHA"
    transfer._save_sending("TR-1")


def _came_back(store: Store) -> None:
    _seen(store, transfer.SEEN, "VS-1")
    st.session_state["tr_text_VS-1"], st.session_state["tr_am_VS-1"] = "Danke", TAG
    transfer._save_answer("TR-1", "VS-1")


def _handed_over(_: Store) -> None:
    st.session_state["register_aussagen"], st.session_state["register_uebergeben_am"] = ["AU-2"], TAG
    st.session_state["register_freigabe"] = FACHKREIS
    register._save_handover(stimmenworte().schnittstellen[1].id)


def _answered(store: Store) -> None:
    _seen(store, register.SEEN, "UE-1")
    st.session_state["register_antwort_UE-1"], st.session_state["register_antwort_am_UE-1"] = "Ja", TAG
    register._save_answer("UE-1")


def _told(store: Store) -> None:
    _seen(store, register.SEEN, "AU-2")
    st.session_state["register_gesagt"], st.session_state["register_gesagt_am"] = ["AU-2"], TAG
    st.session_state["register_gesagt_form"] = Rueckmeldeform.AUSHANG
    register._save_feedback()


def _statement(store: Store) -> Any:
    return store.akten.akte("AU-1")


def _erased(store: Store) -> None:
    st.session_state[pruefstand.key("grund", "AU-1")] = "Name"
    pruefstand.erase(_statement(store))


# Functions of pages that hand something to a door; what professionals may do is marked as such.
PLANUNG: dict[str, Probe] = {
    "sro.web.lieferung.annahme:_release": lambda store: annahme._release(delivery(store), akteur(), "Titel", {}),
    "sro.web.lieferung.datenstaende:_show_from_now_on": lambda _: datenstaende._show_from_now_on(1, akteur()),
    "sro.web.lieferung.zuordnen:save": _own_profile,
    "sro.web.pflege.einlesen:_decide": lambda _: einlesen._decide(_editor(), workbook(), akteur(), "runde"),
    "sro.web.pflege.formular:save": lambda _: formular.save(
        _editor(), Vorgang(Bedarf(), Bedarf()), Bedarf(titel="Neu"), akteur()
    ),
    "sro.web.pflege.konflikt:_bring_back": _brought_back,
    "sro.web.pflege.konflikt:_save": lambda store: konflikt._save(
        _editor(), store.akten.akte(BEDARF), Bedarf(titel="Vereint"), akteur()
    ),
    "sro.web.pflege.liste:_bring_back": lambda store: liste._bring_back(_editor(), store.akten.entfernt()[0], akteur()),
    "sro.web.pflege.verlauf:_restore_button": _restored,
    "sro.web.pflege.verlauf:taking_away": lambda store: verlauf.taking_away(
        _editor(), store.akten.akte(BEDARF), 2, akteur()
    ),
    "sro.web.transfer.eintragen:_save_answer": _came_back,
    "sro.web.transfer.eintragen:_save_sending": _sent,
    "sro.web.werkstatt.eintragen:_save_answer": _answered,
    "sro.web.werkstatt.eintragen:_save_feedback": _told,
    "sro.web.werkstatt.eintragen:_save_handover": _handed_over,
    "sro.web.werkstatt.pruefstand:_kept": lambda store: pruefstand._kept(_statement(store), Aussage(wortlaut="Neu")),
    "sro.web.werkstatt.pruefstand:erase": _erased,
}
FACHKRAFT: dict[str, Probe] = {
    "sro.web.brett.aendern:_save": _board,
    "sro.web.brett.konflikt:_save": _board_merged,
    "sro.web.dialog.mitschrift:_Lager.aendern": lambda store: mitschrift._Lager().aendern(
        "VB-1", _agreement(store)[2], 1, "taste-1"
    ),
    "sro.web.dialog.mitschrift:_Lager.anlegen": lambda _: mitschrift._Lager().anlegen(
        Notiz(dialog="QD-1", text="Neu", freigabe=FACHKREIS), "taste-2"
    ),
    "sro.web.dialog.neu:_make": _new_dialogue,
    "sro.web.dialog.speichern:_write": _dialogue,
    "sro.web.werkstatt.erfassen:_keep": lambda _: erfassen._keep(Aussage(werkstatt="WS-1", wortlaut="Neu"), "taste-3"),
}
