"""The head of the page Dialog, and the word about a newer Datenstand."""

from __future__ import annotations

import streamlit as st

from sro.auswertung.dialog.blatt import Dialogblatt
from sro.model.akte import Akte
from sro.model.dialog import Dialog, Dialogstand
from sro.views.dialog import kopf as views
from sro.web import data, teile
from sro.web.dialog.auswahl import Dialogwahl, Modus, address, link
from sro.web.dialog.seite import may_change
from sro.web.dialog.speichern import said, save
from sro.web.klartext import plain


def heading(wahl: Dialogwahl, blatt: Dialogblatt | None) -> None:
    """Of the page, or of the open dialogue with its stamp; and what came of the last change."""
    if blatt is None:
        st.html(views.html_start())
        said()
        return
    everything = address(wahl, dialog=None, teil=None, modus=None, bild=None, vereinbarung=None)
    st.html(views.html_head(blatt, everything, link(blatt.akte.id, modus=Modus.PRAESENTATION)))
    said()
    _newer(blatt)


def _newer(blatt: Dialogblatt) -> None:
    """The notice, and while the dialogue is being prepared the choice to change over."""
    active = data.datenstand()
    sentence = views.newer(blatt, active)
    if not sentence or active is None:
        return
    with st.container(key="dialog_neuer"):
        st.info(plain(sentence))
        if blatt.dialog.stand is Dialogstand.VORBEREITET and may_change(blatt.akte):
            _change_over(blatt.akte, active.id)


def without_figures(akte: Akte[Dialog]) -> None:
    """In place of everything else, where the Datenstand that the dialogue names is not there."""
    teile.silence(views.without_figures(akte))
    active = data.datenstand()
    if active and may_change(akte):
        _change_over(akte, active.id)


def _change_over(akte: Akte[Dialog], datenstand: int) -> None:
    st.button(
        f"Datenstand {datenstand} für diesen Dialog festhalten",
        key="dialog_datenstand",
        on_click=save,
        args=(akte,),
        kwargs={"datenstand": datenstand},
    )
