"""The handbook on a page: its chapters on the left, the open one beside them."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from sro.reference.texte import handbook_text
from sro.views.handbuch.inhalt import BEGINNING, html_contents, html_heading, html_ways
from sro.views.handbuch.kapitel import Handbuch, handbook, readable
from sro.views.handbuch.stuecke import Tafel, html_table, pieces
from sro.web.handbuch.bilder import picture_address
from sro.web.handbuch.lesestelle import STELLE, Buchstelle, address, decode

ABSENT = '<p class="sro-leer">Das Handbuch (docs/handbuch.md) ist hier nicht abgelegt.</p>'
show_notices, write_address = STELLE.show_notices, STELLE.write_address


@lru_cache(maxsize=2)
def _taken_apart(text: str) -> Handbuch:
    return handbook(text)


def book() -> Handbuch | None:
    """None where the handbook was not installed along."""
    text = handbook_text()
    return _taken_apart(text) if text else None


def place(buch: Handbuch) -> Buchstelle:
    chapters = {kapitel.schluessel for kapitel in buch.kapitel}
    return STELLE.take(lambda params: decode(params, chapters), empty_too=True)


def heading() -> None:
    st.html('<h1>Handbuch</h1><p class="sro-unter">Aufgabe für Aufgabe, mit Bildern aus der Anwendung</p>')


def absent() -> None:
    st.html(ABSENT)


def contents(buch: Handbuch, stelle: Buchstelle) -> None:
    """On a phone it stands above the beginning and nowhere else (handbuch.css)."""
    with st.container(key="handbuch_neben_kapitel" if stelle.kapitel else "handbuch_neben_beginn"):
        st.html(html_contents(buch, stelle.kapitel, address))


def text(buch: Handbuch, stelle: Buchstelle) -> None:
    """The open chapter, and the ways on."""
    kapitel = buch[stelle.kapitel] if stelle.kapitel else None
    with st.container(key="handbuch_text", gap="small"):
        titel = kapitel.titel if kapitel else BEGINNING
        st.html(html_heading(titel))
        for piece in pieces(kapitel.text if kapitel else buch.vorweg):
            if isinstance(piece, Tafel):
                st.html(html_table(piece, f"{titel}: {', '.join(piece.koepfe)}"))
            else:
                st.markdown(readable(piece, picture_address))
        st.html(html_ways(buch, stelle.kapitel, address))
