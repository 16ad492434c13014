"""The part "Raum und Zahlen": where the project is, how people live there, what figures say beside the voices."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from sro.auswertung.holstentor.raumvergleich import Raumvergleich
from sro.model.einrichtung import Einrichtung, Einrichtungsliste, by_kind, in_area
from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.views import words
from sro.views.dialog.fragen import RULE, html_questions
from sro.views.holstentor.beduerfnis import html_link, needs, quartier_name
from sro.views.holstentor.quartiere import html_area
from sro.views.holstentor.raumvergleich import html_reach, html_side_by_side, no_quartier
from sro.views.profil.einrichtungen import facilities_source, html_facilities
from sro.views.quelle import sources_line
from sro.web import data, teile
from sro.web.appearance import theme
from sro.web.holstentor import seite as holstentor
from sro.web.holstentor.seite import Holstentorseite
from sro.web.holstentor.stand import way

NO_FIGURES = "Es gibt noch keinen Datenstand; deshalb stehen hier keine Zahlen."


def area(seite: Holstentorseite) -> None:
    """Map and remark first, then the questions, then all figures."""
    projekt, liste = seite.projekt, holstentor.facilities()
    here = in_area(liste.einrichtungen, projekt.gebiet, city()) if liste else ()
    voices, comparison = holstentor.voices_by_quartier(seite), holstentor.comparison(seite)
    links, rechts = st.columns([5, 6], gap="large")
    with links:
        borders = boundaries(projekt.gebiet.ebene).geojson()
        st.html(html_area(projekt, borders, voices, here, city(), theme(), seite.wahl.quartier))
    with rechts:
        st.html(_remark(seite, voices, comparison))
        if liste:
            st.html(_facilities(projekt.name, here, liste))
    if comparison is None:
        teile.silence(NO_FIGURES)
        return
    if not seite.leer:  # without any voice every burden would be a question
        asked = html_questions(holstentor.dialogue(seite), projekt.gebiet, way)
        st.html(f'<h2>Fragen für den Dialog</h2>{asked}<p class="sro-quelle">{RULE}</p>')
    st.html(f"<h2>{escape(projekt.name)} im Vergleich</h2>{html_side_by_side(comparison)}")
    st.html(f"<h2>Wie weit jede Zahl reicht</h2>{html_reach(comparison)}")
    active = data.datenstand()
    if active:
        teile.source(sources_line([zeile.indikator for zeile in comparison.zeilen], active))


def _remark(seite: Holstentorseite, voices: Mapping[str, int], comparison: Raumvergleich | None) -> str:
    """How far planning area and lived reality agree, and the Quartiere as ways to filter."""
    figures = f"<p>{escape(no_quartier(comparison))}</p>" if comparison else ""
    items = "".join(_quartier(name, count, seite.wahl.quartier == name) for name, count in voices.items())
    return (
        '<div class="sro-raumtext"><h2>Planungsraum und Lebenswelt</h2>'
        f"<p>{escape(seite.projekt.hinweis)}</p>{figures}<ul>{items}</ul></div>"
    )


def _quartier(name: str, count: int, chosen: bool) -> str:
    link = html_link(way(quartier=None if chosen else name), escape(quartier_name(name, city())))
    return f"<li{' class=gewaehlt' if chosen else ''}>{link}: {needs(count)}</li>"


def _facilities(name: str, here: tuple[Einrichtung, ...], liste: Einrichtungsliste) -> str:
    kinds = ", ".join(f"{escape(art)} {words.number(len(found))}" for art, found in by_kind(here).items())
    table = html_facilities(f"Einrichtungen in {name}", here)
    return (
        f'<div class="sro-raumtext"><h3>{words.number(len(here))} Einrichtungen</h3><p>{kinds}</p>'
        f"<details><summary>Alle mit Namen</summary>{table}</details>"
        f'<p class="sro-quelle">{escape(facilities_source(liste))}</p></div>'
    )
