"""Which indicators the dialogue is about: what is proposed with its reason, all else in a list. A person decides."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.dialog.vorschlag import Seite, Vorschlag
from sro.model.akte import Akte
from sro.model.dialog import Dialog
from sro.reference.catalogue import catalogue
from sro.views.dialog.vorschlag import GRUPPE, how_many, html_reason
from sro.web.dialog.neu import proposals
from sro.web.dialog.speichern import save
from sro.web.klartext import plain

CHOOSE = "Weitere Indikatoren wählen"


def show(blatt: Dialogblatt) -> None:
    st.html("<h2>Indikatoren</h2>")
    if sentence := how_many(len(blatt.indikatoren)):
        st.info(plain(sentence))
    found = proposals(blatt.datenstand.id, blatt.dialog.raum, blatt.dialog.thema)
    by_side = sorted(found, key=lambda one: list(Seite).index(one.seite))
    for seite, group in groupby(by_side, key=lambda one: one.seite):
        st.html(f"<h3>{GRUPPE[seite]}</h3>")
        for one in group:
            _row(blatt.akte, one)
    _others(blatt, {one.indikator.id for one in found})


def _row(akte: Akte[Dialog], vorschlag: Vorschlag) -> None:
    """A tick and, below the name, why it is proposed."""
    indikator, key = vorschlag.indikator, f"w_dialog_{akte.id}_{vorschlag.indikator.id}"
    chosen = indikator.id in akte.inhalt.indikatoren
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    with st.container(key=f"dialog_vorschlag_{indikator.id}", gap=None):
        st.checkbox(plain(indikator.kurzname), key=key, on_change=_toggle, args=(akte, indikator.id))
        st.html(html_reason(vorschlag))


def _others(blatt: Dialogblatt, proposed: set[str]) -> None:
    """Every other indicator of the catalogue that the frozen Datenstand has; those that were chosen stay."""
    akte, werk = blatt.akte, blatt.werk
    there = [one for one in catalogue().indikatoren if one.id not in proposed and _has_figures(blatt, one.id)]
    names = {one.id: one.kurzname for one in there}
    names |= {one: one for one in akte.inhalt.indikatoren if one not in werk.katalog}  # left the catalogue since
    chosen = [one for one in akte.inhalt.indikatoren if one in names]
    key = f"w_dialog_{akte.id}_weitere"
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    st.multiselect(
        "Weitere Indikatoren",
        list(names),
        format_func=names.__getitem__,
        placeholder=CHOOSE,
        key=key,
        on_change=_rest,
        args=(akte, key, frozenset(names)),
    )


def _has_figures(blatt: Dialogblatt, indikator: str) -> bool:
    """Whether it was delivered at any level, or is chosen already."""
    one = blatt.werk.katalog[indikator]
    return indikator in blatt.dialog.indikatoren or any(blatt.werk.has_level(one, ebene) for ebene in one.alle_ebenen)


def _toggle(akte: Akte[Dialog], indikator: str) -> None:
    rest = tuple(one for one in akte.inhalt.indikatoren if one != indikator)
    save(akte, indikatoren=rest if len(rest) < len(akte.inhalt.indikatoren) else (*rest, indikator))


def _rest(akte: Akte[Dialog], key: str, offered: frozenset[str]) -> None:
    """Those that were there keep their place; new ones come last."""
    chosen: list[str] = st.session_state[key]
    kept = tuple(one for one in akte.inhalt.indikatoren if one not in offered or one in chosen)
    save(akte, indikatoren=(*kept, *(one for one in chosen if one not in kept)))
