"""What the profile page shows, put together from the active Datenstand."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import streamlit as st

from sro.auswertung.profil.profil import Profil, profile
from sro.model.gebiet import Gebiet, GebietKey, normalised
from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.views.karte.lageplan import html_locator
from sro.views.quelle import datenstand_label, sources_line
from sro.views.theme import Theme
from sro.web import data
from sro.web.auswahl import Auswahl


def area_profile(datenstand_id: int, gebiet: GebietKey) -> Profil:
    """The profile with the newest list of facilities."""
    return _profile(datenstand_id, gebiet, data.store().einrichtungen_stand())


@lru_cache(maxsize=128)
def _profile(datenstand_id: int, gebiet: GebietKey, _einrichtungen_stand: object) -> Profil:
    return profile(data.figures(datenstand_id), gebiet, data.store().einrichtungen())


def locator(profil: Profil, theme: Theme) -> str:
    """The locator map; of an area of a large level that of the area above."""
    shown = profil.eltern[0] if city().is_large(profil.gebiet.ebene) else profil.gebiet
    return _locator(shown, boundaries(shown.ebene).digest, theme)


@lru_cache(maxsize=128)
def _locator(gebiet: Gebiet, _digest: str, theme: Theme) -> str:
    return html_locator(gebiet, boundaries(gebiet.ebene).geojson(), city(), theme)


def chosen_area(auswahl: Auswahl) -> GebietKey:
    """The area that was chosen anywhere, else the first of the level by the alphabet."""
    areas = city().of_level(auswahl.ebene)
    return auswahl.key or min(areas, key=lambda gebiet: normalised(gebiet.name)).key


def address(profil: Profil) -> dict[str, str]:
    return {"ebene": profil.gebiet.ebene, "gebiet": profil.gebiet.id}


def heading(profil: Profil) -> None:
    """The area's name, what it is, and "synthetisch" where any of its figures is."""
    synthetic = any(kennwert.synthetisch for kennwert in profil.kennwerte)
    mark = ' <b class="sro-synthetisch">synthetisch</b>' if synthetic else ""
    st.html(
        f'<h1>{escape(profil.gebiet.name)}</h1><p class="sro-unter">{escape(profil.ebene.name)} · '
        f"{escape(city().name)} · {escape(datenstand_label(profil.datenstand))}{mark}</p>"
    )


def sources(profil: Profil) -> str:
    return sources_line([kennwert.indikator for kennwert in profil.kennwerte], profil.datenstand)
