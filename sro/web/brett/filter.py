"""The lists above the board: which dialogue, district, unit and Leitlinie."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.brett.brett import Brettfilter, passes, units
from sro.auswertung.werkstatt.filter import districts
from sro.model.akte import Akte
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey, normalised
from sro.model.vereinbarung import Vereinbarung
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.web.dialog.auswahl import Dialogwahl
from sro.web.dialog.stand import change, controlled

ALL = ""  # a list of Streamlit whose choice is None offers to clear it
Agreements = Sequence[Akte[Vereinbarung]]


def filters(wahl: Dialogwahl, akten: Bestand) -> None:
    """What no agreement has is not offered; a choice closes the one that is open."""
    every = akten.von(Vereinbarung)
    _list("Dialog", "dialog", wahl.dialog, {ALL: "Alle Dialoge"} | _dialogues(akten), 300)
    if wahl.dialog is None:
        _list("Gebiet", "raum", wahl.raum, {ALL: "Ganze Stadt"} | _districts(wahl, every, akten), 200)
    names = _units(wahl, every)
    shown = names.get(normalised(wahl.stelle)) if wahl.stelle else None
    _list("Verantwortlich", "stelle", shown, {ALL: "Alle Stellen"} | {one: one for one in names.values()}, 240)
    _list("Leitlinie", "leitlinie", wahl.leitlinie, {ALL: "Alle Leitlinien"} | _guidelines(wahl, every), 300)
    if wahl.raum or wahl.stelle or wahl.leitlinie:
        st.button("Filter leeren", key="brett_leeren", type="tertiary", on_click=clear)


def clear() -> None:
    """All agreements again, of this dialogue or of all."""
    change(raum=None, stelle="", leitlinie=None, vereinbarung=None)


def _list(label: str, name: str, shown: Any, names: Mapping[Any, str], width: int) -> None:
    st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        width=width,
        **controlled(f"brett_{name}", shown or ALL, _changes(name)),
    )


def _changes(name: str) -> Callable[[Any], dict[str, Any]]:
    """A dialogue has one district, so choosing it leaves no other."""
    other = {"raum": None} if name == "dialog" else {}
    nothing = "" if name == "stelle" else None
    return lambda chosen: {name: nothing if chosen == ALL else chosen, "vereinbarung": None, **other}


def _dialogues(akten: Bestand) -> dict[str, str]:
    """The newest first."""
    found = sorted(akten.von(Dialog), key=lambda akte: (str(akte.inhalt.datum or ""), akte.id), reverse=True)
    return {akte.id: akte.inhalt.titel or akte.id for akte in found}


def _districts(wahl: Dialogwahl, every: Agreements, akten: Bestand) -> dict[GebietKey, str]:
    """Those that any agreement lies in, in the order of the alphabet."""
    keys = [one.key for one in districts(city())]
    found = {key for key in keys if any(passes(akte, akten, city(), Brettfilter(raum=key)) for akte in every)}
    found |= {wahl.raum} if wahl.raum else set()
    return {key: city().raum_name(key) for key in sorted(found, key=lambda key: normalised(city().raum_name(key)))}


def _units(wahl: Dialogwahl, every: Agreements) -> dict[str, str]:
    asked = {normalised(wahl.stelle): wahl.stelle} if wahl.stelle else {}
    return asked | units(every)


def _guidelines(wahl: Dialogwahl, every: Agreements) -> dict[str, str]:
    named = {one for akte in every for one in akte.inhalt.leitlinien} | {wahl.leitlinie}
    return {one.id: f"{one.id} {one.titel}" for one in leitbild().leitlinien if one.id in named}
