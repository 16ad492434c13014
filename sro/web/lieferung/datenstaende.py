"""The Datenstände in the browser: which there are, which is shown, what an attack on them finds, who did what."""

from __future__ import annotations

from html import escape

import streamlit as st

from sro.model.akteur import Akteur
from sro.model.datenstand import Datenstand
from sro.store import DATABASE_ERRORS
from sro.views.lieferung.protokoll import html_protocol, moment
from sro.views.quelle import SYNTHETISCH
from sro.web import data
from sro.web.errors import not_saved


def current_line() -> None:
    """Which Datenstand everybody sees now."""
    active = data.datenstand()
    told = f"Gezeigt wird Datenstand {active.id} „{active.titel}“" if active else "Es gibt noch keinen Datenstand"
    st.html(f'<h1>Daten</h1><p class="sro-unter">{escape(told)}</p>')


def choose(akteur: Akteur) -> None:
    """All Datenstände, newest first, each to be shown again at any time."""
    st.html('<h2 class="sro-nur-hoerbar">Alle Datenstände</h2>')
    for datenstand in data.store().datenstaende():
        row = st.container(horizontal=True, vertical_alignment="center", key=f"datenstand_{datenstand.id}")
        row.html(_described(datenstand))
        if not datenstand.aktiv and row.button("Diesen zeigen", key=f"zeigen_{datenstand.id}"):
            _show_from_now_on(datenstand.id, akteur)


def _show_from_now_on(datenstand_id: int, akteur: Akteur) -> None:
    try:
        data.store().activate(datenstand_id, akteur)
    except DATABASE_ERRORS as error:
        st.error(not_saved(error))
    else:
        st.rerun()


def protocol() -> None:
    found = data.store().protokoll()
    st.html(html_protocol(found) if found else '<p class="sro-leer">Noch hat niemand etwas freigegeben.</p>')


def _described(datenstand: Datenstand) -> str:
    indicators = len({one.indikator for one in datenstand.herkunft})
    noun = "Indikator" if indicators == 1 else "Indikatoren"
    mark = f' <b class="sro-synthetisch">{SYNTHETISCH}</b>' if any(h.synthetisch for h in datenstand.herkunft) else ""
    shown = " · <b>wird gezeigt</b>" if datenstand.aktiv else ""
    return (
        f'<div class="sro-datenstand"><h3>{datenstand.id} · {escape(datenstand.titel)}{mark}</h3>'
        f"<p>{moment(datenstand.erstellt)} · {indicators} {noun}{shown}</p></div>"
    )
