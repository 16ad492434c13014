"""The parts of the page Dialog: which there are for whom, and what each shows."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.dialogblatt import Dialogblatt
from sro.model.akteur import Rolle
from sro.model.dialog import Dialog, Notiz
from sro.model.vereinbarung import Vereinbarung
from sro.web import dialog_liste, dialog_neu, dialog_vorbereiten, pflege
from sro.web.dialogauswahl import MIT_DIALOG, OHNE_DIALOG, Dialogwahl, Teil
from sro.web.dialogstand import controlled
from sro.web.rechte import darf, nur_fuer

TEIL = {
    Teil.DIALOGE: "Dialoge",
    Teil.NEU: "Neuer Dialog",
    Teil.VORBEREITEN: "Vorbereiten",
    Teil.MITSCHRIFT: "Mitschrift",
    Teil.BRETT: "Vereinbarungen",
    Teil.AUSGABE: "Mitnehmen",
    Teil.BEARBEITEN: "Bearbeiten",
}
ROLLE = {Teil.NEU: Rolle.FACHKRAFT, Teil.MITSCHRIFT: Rolle.FACHKRAFT, Teil.BEARBEITEN: Rolle.PLANUNG}
MODUL = {Teil.MITSCHRIFT: "dialog_mitschrift", Teil.BRETT: "brett", Teil.AUSGABE: "dialog_ausgabe"}


def choose(wahl: Dialogwahl) -> None:
    """The parts that this role has; one that it lacks but the address names is not offered either."""
    offered = [teil for teil in (MIT_DIALOG if wahl.dialog else OHNE_DIALOG) if _there(teil) and _allowed(teil)]
    shown = wahl.gezeigt if wahl.gezeigt in offered else None
    if len(offered) < 2 and shown:
        return
    st.segmented_control(
        "Teil",
        offered,
        format_func=TEIL.__getitem__,
        required=shown is not None,
        label_visibility="collapsed",
        **controlled(
            "teil_offen" if wahl.dialog else "teil",
            shown,
            lambda chosen: {"teil": Teil(chosen), "vereinbarung": None} if chosen else {},
        ),
    )


def show(wahl: Dialogwahl, akten: Bestand, blatt: Dialogblatt | None) -> None:
    """The chosen part; `blatt` is the open dialogue's, None where none is open."""
    teil = wahl.gezeigt
    if teil in ROLLE:
        nur_fuer(ROLLE[teil])
    match teil:
        case Teil.DIALOGE:
            dialog_liste.show(wahl, akten)
        case Teil.NEU:
            dialog_neu.show(akten)
        case Teil.VORBEREITEN if blatt:
            dialog_vorbereiten.show(blatt)
        case Teil.BEARBEITEN:
            pflege.show((Dialog, Notiz, Vereinbarung), key="dialogpflege")
        case Teil.MITSCHRIFT if wahl.dialog:
            _module(teil).show(wahl.dialog)
        case Teil.AUSGABE if blatt:
            _module(teil).show(blatt)
        case Teil.BRETT:
            _module(teil).show(wahl.dialog)


def present(blatt: Dialogblatt) -> None:
    """The full screen."""
    import_module("sro.web.praesentation").show(blatt)


def can_present() -> bool:
    return find_spec("sro.web.praesentation") is not None


def _there(teil: Teil) -> bool:
    return teil not in MODUL or find_spec(f"sro.web.{MODUL[teil]}") is not None


def _allowed(teil: Teil) -> bool:
    return darf(ROLLE.get(teil, Rolle.OEFFENTLICH))


def _module(teil: Teil) -> Any:
    return import_module(f"sro.web.{MODUL[teil]}")
