"""All dialogues that this role may read: the next one, and the others below it."""

from __future__ import annotations

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.dialog.liste import listed, rooms
from sro.model.akteur import Rolle
from sro.model.dialog import Dialog
from sro.model.gebiet import normalised
from sro.reference.city import city
from sro.views.dialog.liste import html_list, html_next
from sro.web import tag
from sro.web.dialog.auswahl import Dialogwahl, link
from sro.web.dialog.stand import controlled
from sro.web.rechte import darf
from sro.web.teile import silence

EVERY = "Alle Gebiete"
NOTHING = "Noch ist kein Dialog angelegt. Ein neuer braucht ein Gebiet oder ein Arbeitsfeld und einen Termin."
NOTHING_PUBLIC = (
    "Noch ist kein Dialog für alle freigegeben. Fachkräfte sehen nach der Anmeldung auch die, die vorbereitet werden."
)


def show(wahl: Dialogwahl, akten: Bestand) -> None:
    if not akten.von(Dialog):
        silence(NOTHING if darf(Rolle.FACHKRAFT) else NOTHING_PUBLIC)
        return
    heute, found = tag.heute(), listed(akten, tag.heute(), wahl.raum)
    coming = next((one for one in found if one.kommt), None)
    if coming:
        st.html(html_next(coming, city(), heute, link))
    _area(wahl, akten)
    rest = [one for one in found if one is not coming]
    if rest:
        st.html(html_list(rest, city(), heute, link))
    elif not coming:
        silence("In diesem Gebiet gibt es noch keinen Dialog.")


def _area(wahl: Dialogwahl, akten: Bestand) -> None:
    """Areas that a dialogue is about, and the one that the address asks for."""
    names = {one: city().raum_name(one) for one in {*rooms(akten), *([wahl.raum] if wahl.raum else [])}}
    offered = sorted(names, key=lambda one: normalised(names[one]))
    if len(offered) < 2 and not wahl.raum:
        return
    st.selectbox(
        "Gebiet",
        [None, *offered],
        format_func=lambda one: names[one] if one else EVERY,
        width=285,
        **controlled("raum", wahl.raum, lambda chosen: {"raum": chosen}),
    )
