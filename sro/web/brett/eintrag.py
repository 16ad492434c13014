"""One agreement that is open on the board: beside it the list, below it then-and-now, history and the form."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from sro.akten.bestand import Bestand
from sro.akten.chronik import Schritt, schritte
from sro.akten.einsicht import for_role
from sro.auswertung.brett.brett import Brett, Karte
from sro.auswertung.brett.damals_heute import DamalsHeute
from sro.model.akte import Akte, Fassung, Inhalt
from sro.model.akteur import Rolle
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.views.brett.eintrag import Wege, html_entry, html_figures, html_grounds, html_history
from sro.views.brett.karten import html_short_list
from sro.web import data
from sro.web.appearance import theme
from sro.web.brett import aendern as brett_aendern
from sro.web.brett.auswahl import way
from sro.web.dialog.auswahl import Dialogwahl, Teil
from sro.web.dialog.auswahl import link as dialog_link
from sro.web.leitlinien.auswahl import Leitlinienwahl
from sro.web.leitlinien.auswahl import address as leitlinien_address
from sro.web.leitlinien.seite import record_address
from sro.web.rechte import akteur, darf


def show(karte: Karte, brett: Brett, wahl: Dialogwahl, akten: Bestand) -> None:
    """On a phone the agreement comes first and the list last (brett.css)."""
    liste, eintrag, daneben = st.columns([1, 1.9, 1.25], gap="large")
    with liste, st.container(key="brett_liste"):
        st.html(html_short_list(brett, lambda one: way(wahl, one), karte.akte.id))
    with eintrag:
        ways = _ways(wahl)
        st.html(html_entry(karte, ways) + html_figures(karte, theme()) + html_grounds(karte, akten, leitbild(), ways))
    with daneben:
        brett_aendern.show(karte.akte)
        if darf(Rolle.FACHKRAFT):
            st.html(html_history(_history(karte, akten), akten, city()))


def _ways(wahl: Dialogwahl) -> Wege:
    return Wege(
        brett=lambda one: way(wahl, one),
        akte=record_address,
        bezug=lambda one: leitlinien_address(Leitlinienwahl(bezug=one)),
        dialog=lambda one: dialog_link(one, Teil.BRETT),
        indikator=_series,
    )


def _series(vergleich: DamalsHeute) -> str:
    """The time series of the indicator in the area."""
    ebene, gebiet = vergleich.gebiet.key
    return f"zeitreihe?{urlencode({'ebene': ebene, 'indikator': vergleich.indikator.id, 'gebiet': gebiet})}"


def _history(karte: Karte, akten: Bestand) -> tuple[Schritt, ...]:
    """The versions that this role may read, each by its own Freigabe and with the links that it may see."""
    around = tuple(one for one in akten.akten if one.id != karte.akte.id)
    readable = (_readable(one, karte, around) for one in data.store().akten.verlauf(karte.akte.id))
    return schritte([one for one in readable if one])


def _readable(fassung: Fassung, karte: Karte, around: tuple[Akte[Inhalt], ...]) -> Fassung | None:
    if fassung.inhalt is None:
        return fassung
    one: Akte[Inhalt] = Akte(karte.akte.id, fassung.nummer, fassung.inhalt, fassung.zeitpunkt, fassung.wer)
    shown = for_role(Bestand(0, (*around, one)), akteur().rolle)
    return replace(fassung, inhalt=shown.akte(one.id).inhalt) if one.id in shown else None
