"""The part „Vereinbarungen“ of the page Dialog: the board of one dialogue or of all, or one agreement that is open."""

from __future__ import annotations

from functools import partial
from typing import cast

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.brett.brett import Brett, board, card
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.export import kalender
from sro.model.akte import Akte
from sro.model.vereinbarung import Vereinbarung
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.store import UnknownDatenstandError
from sro.views.brett.karten import html_board, html_summary
from sro.views.zahlen.damals_heute import NO_CAUSE, sources
from sro.web import data, tag
from sro.web.akten import bestand
from sro.web.appearance import theme
from sro.web.brett import aendern as brett_aendern
from sro.web.brett import eintrag as brett_eintrag
from sro.web.brett.auswahl import board_filter, way
from sro.web.brett.filter import filters
from sro.web.dialog.auswahl import Dialogwahl
from sro.web.dialog.stand import current
from sro.web.downloads import XLSX, Datei, offer_files
from sro.web.teile import source

ICS = "text/calendar"
NONE_YET = "Noch keine Vereinbarung. Vereinbarungen entstehen in der Mitschrift eines Dialogs."
NO_MATCH = "Zu dieser Auswahl gibt es keine Vereinbarung."


def show(_dialog: str | None = None) -> None:
    """The board as the address narrows it; which dialogue it is of is part of that."""
    akten, wahl = bestand(), current()
    brett = _board(akten, wahl)
    if not brett.alle:
        st.html(f'<p class="sro-leer" role="status">{NONE_YET}</p>')
        return
    with st.container(key="steuerung", horizontal=True, vertical_alignment="bottom"):
        filters(wahl, akten)
    with st.container(key="figur"):
        st.html(html_summary(brett))
        _figure(brett, wahl, akten)
    with st.container(key="darunter"):
        offer_files(_files(brett))


def figures(number: int) -> Zahlenwerk | None:
    """A Datenstand by its number; None where it is not in this store."""
    try:
        return data.figures(number)
    except UnknownDatenstandError:
        return None


def _active() -> Zahlenwerk | None:
    active = data.datenstand()
    return data.figures(active.id) if active else None


def _board(akten: Bestand, wahl: Dialogwahl) -> Brett:
    return board(akten, city(), board_filter(wahl), tag.heute(), figures, _active())


def _figure(brett: Brett, wahl: Dialogwahl, akten: Bestand) -> None:
    """One agreement that the filter leaves out is shown all the same: the address asks for it by its name."""
    if wahl.vereinbarung:
        akte = cast("Akte[Vereinbarung]", akten.akte(wahl.vereinbarung))
        brett_eintrag.show(card(akte, akten, tag.heute(), figures, _active()), brett, wahl, akten)
        return
    brett_aendern.close()
    if not brett.karten:
        st.html(f'<p class="sro-leer" role="status">{NO_MATCH}</p>')
        return
    st.html(html_board(brett, partial(way, wahl), city(), leitbild(), theme(), wahl.dialog))
    compared = [one for karte in brett.karten for one in karte.vergleiche]
    if compared:
        source(f"{sources(compared)} · {NO_CAUSE}")


def _files(brett: Brett) -> list[Datei]:
    """What the filter leaves, to take away."""
    if not brett.karten:
        return []
    dates = kalender.count(brett.karten)
    calendar = [Datei("Termine (ICS)", "vereinbarungen.ics", ICS, lambda: kalender.ics(brett.karten, city()))]
    table = Datei("Tabelle (XLSX)", "vereinbarungen.xlsx", XLSX, lambda: _workbook(brett))
    return [*(calendar if dates else []), table]


def _workbook(brett: Brett) -> bytes:
    from sro.export.mappe.brett import xlsx  # not needed before somebody presses the button

    return xlsx(brett, city(), leitbild())
