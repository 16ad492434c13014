"""A dialogue on the projector: all screens go to the browser at once and are changed there, without the server."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import streamlit as st

from sro.auswertung.brett.brett import rueckblick
from sro.auswertung.dialog.blatt import Dialogblatt
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.akteur import Rolle
from sro.store import UnknownDatenstandError
from sro.store.grenzen import Grenzen as Levelgrenzen
from sro.store.grenzen import boundaries
from sro.views import theme
from sro.views.dialog.bild import html_screens
from sro.views.dialog.bilder import Gebietswahl, Vorfuehrung, asked, other_areas, screens
from sro.views.dialog.worte import ABSCHNITT
from sro.views.karte.umriss import Grenzen
from sro.web import data, tag
from sro.web.dialog import mitschrift as dialogmitschrift
from sro.web.dialog.auswahl import link
from sro.web.dialog.stand import current
from sro.web.rechte import darf

KEY = "praesentation"


def show(blatt: Dialogblatt) -> None:
    """The screens, and over one of them the live notes for whoever may take them."""
    notes = darf(Rolle.FACHKRAFT)
    with st.container(key=KEY):
        component()(key=f"w_{KEY}", data=_data(blatt, notes), on_stand_change=_again)
        if notes:
            with st.container(key=f"{KEY}_mitschrift"):
                dialogmitschrift.show(blatt.akte.id)


def _again() -> None:
    """The browser asks for the screens as they are now, because one of them shows what was agreed meanwhile."""


def component() -> Any:
    """Made anew at every rerun, which costs nothing: its parts are the same and the browser keeps them."""
    own = files("sro.views") / "assets"
    html, css, outbox, script = (
        (own / name).read_text(encoding="utf-8")
        for name in ("praesentation.html", "praesentation.css", "postausgang.js", "praesentation.js")
    )
    return st.components.v2.component(
        "sro_praesentation", html=html, css=theme.css_variables() + css, js=outbox + script
    )


def _data(blatt: Dialogblatt, mitschrift: bool) -> dict[str, Any]:
    """All that the browser needs to go on alone; values are those of the frozen Datenstand, protected as ever."""
    before = rueckblick(blatt.akte, blatt.bestand, _figures, tag.heute())
    choices = other_areas(blatt)
    return {
        "dialog": blatt.akte.id,
        "bild": current().bild,
        "zurueck": link(blatt.akte.id),
        "bilder": html_screens(screens(Vorfuehrung(blatt, before, _borders, mitschrift))),
        "programm": [[one.abschnitt.value, ABSCHNITT[one.abschnitt], one.minuten] for one in blatt.programm],
        "ebenen": {one.ebene: {"gebiete": [[key.id, name] for key, name in one.gebiete]} for one in choices},
        "zahlen": {one.indikator.id: _asked(blatt, one) for one in choices},
    }


def _asked(blatt: Dialogblatt, wahl: Gebietswahl) -> dict[str, Any]:
    """The figure of every area that somebody may ask for."""
    own = wahl.eigenes.id if wahl.eigenes.ebene == wahl.ebene else ""
    return {
        "titel": wahl.indikator.kurzname,
        "ebene": wahl.ebene,
        "eigenes": own,
        "werte": _values(blatt.datenstand.id, wahl),
    }


@lru_cache(maxsize=64)
def _values(datenstand: int, wahl: Gebietswahl) -> dict[str, str]:
    werk = data.figures(datenstand)
    return {key.id: asked(werk, wahl, key) for key, _ in wahl.gebiete}


def _figures(number: int) -> Zahlenwerk | None:
    try:
        return data.figures(number)
    except UnknownDatenstandError:
        return None


def _borders(ebene: str) -> Grenzen | None:
    try:
        return _read(boundaries(ebene))
    except FileNotFoundError:
        return None


@lru_cache(maxsize=8)
def _read(grenzen: Levelgrenzen) -> Grenzen:
    return grenzen.geojson()
