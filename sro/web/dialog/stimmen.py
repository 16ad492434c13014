"""Which voices come along, and which earlier agreements are looked back on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from sro.akten.bestand import title
from sro.akten.werte import short
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.dialog.stimmen import earlier, needs, released, statements
from sro.auswertung.werkstatt.filter import raum_of
from sro.model.akte import Akte, Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.gebiet import GebietKey
from sro.model.vereinbarung import Vereinbarung
from sro.views.dialog.plan import html_needs, html_review, html_statements
from sro.views.dialog.worte import about
from sro.web import tag
from sro.web.dialog.speichern import field
from sro.web.teile import said

LONGEST = 110  # characters of a record in a list of options
Called = Callable[[Akte[Any], Dialogblatt], str]


def show(blatt: Dialogblatt) -> None:
    st.html("<h2>Stimmen</h2>")
    _statements(blatt)
    _needs(blatt)
    st.html("<h2>Rückblick</h2>")
    _review(blatt)


def _statements(blatt: Dialogblatt) -> None:
    """Those of the area first; from elsewhere they say where."""
    near = statements(blatt.bestand, blatt.werk.stadt, blatt.gebiet.key)
    if not near:
        said([f"Aus {about(blatt.dialog, blatt.werk.stadt)} gibt es noch keine Aussagen; wählbar sind andere."])
    every = _near_first((*near, *blatt.aussagen), released(blatt.bestand))
    _choose(blatt, "aussagen", "Aussagen aus Werkstätten", every, _statement)
    st.html(html_statements(blatt.aussagen, blatt))


def _needs(blatt: Dialogblatt) -> None:
    every = _near_first(needs(blatt.bestand, blatt.werk.stadt, blatt.gebiet.key), blatt.bestand.von(Bedarf))
    _choose(blatt, "bedarfe", "Übergreifende Bedarfe", every, _need)
    st.html(html_needs(blatt.bedarfe, blatt.werk.stadt))


def _review(blatt: Dialogblatt) -> None:
    dialoge = earlier(blatt.bestand, blatt.dialog, blatt.akte.id)
    before = [one for akte in dialoge for one in blatt.bestand.her(akte.id, Vereinbarung)]
    every = _near_first(before, blatt.rueckblick)
    if not every:
        said(["Aus früheren Dialogen dazu gibt es keine Vereinbarung; der Rückblick entfällt."])
        return
    _choose(blatt, "rueckblick", "Vereinbarungen im Rückblick", every, _agreement)
    st.html(html_review(blatt.rueckblick, tag.heute()))


def _choose(blatt: Dialogblatt, name: str, label: str, every: dict[str, Akte[Inhalt]], called: Called) -> None:
    """A list of records; their ids tell apart those that say the same."""
    shown = [one for one in getattr(blatt.dialog, name) if one in every]
    st.multiselect(
        label,
        list(every),
        format_func=lambda one: called(every[one], blatt),
        placeholder="wählen",
        **field(blatt.akte, name, shown),
    )


def _near_first(near: Iterable[Akte[Inhalt]], others: Iterable[Akte[Inhalt]]) -> dict[str, Akte[Inhalt]]:
    return {akte.id: akte for akte in (*near, *others)}


def _statement(akte: Akte[Aussage], blatt: Dialogblatt) -> str:
    return f"{akte.id} {_place(raum_of(akte.inhalt, blatt.bestand), blatt)}: {short(akte.inhalt.wortlaut, LONGEST)}"


def _need(akte: Akte[Bedarf], blatt: Dialogblatt) -> str:
    return f"{akte.id} {_place(akte.inhalt.raum, blatt)}: {short(title(akte), LONGEST)}"


def _agreement(akte: Akte[Vereinbarung], blatt: Dialogblatt) -> str:
    return f"{akte.id} {akte.inhalt.umsetzung}: {short(title(akte), LONGEST)}"


def _place(raum: GebietKey | None, blatt: Dialogblatt) -> str:
    return blatt.werk.stadt.raum_name(raum) if raum else "ohne Ort"
