"""Profil: one district for reading and for taking along."""

import streamlit as st

from sro.views.profil.blatt import html_facilities_of, html_portrait, html_reading, html_strip_of_figures, html_theme
from sro.views.profil.vergleichbar import html_comparable
from sro.web import controls, data, teile
from sro.web.appearance import theme
from sro.web.profil.paket import offer_profile
from sro.web.profil.seite import address, area_profile, chosen_area, heading, locator, sources
from sro.web.state import require_datenstand, selection, show_notices, write_address


@st.fragment  # a choice on this page does not draw the navigation anew
def profil() -> None:
    datenstand = require_datenstand()
    angebot = data.offer(datenstand.id, mit_stadt=False)
    auswahl = selection(angebot)
    blatt = area_profile(datenstand.id, chosen_area(auswahl))

    heading(blatt)
    show_notices()
    with st.container(key="wahl", horizontal=True, vertical_alignment="bottom"):
        controls.any_level(auswahl, angebot)
        controls.one_area(blatt.gebiet)
    with st.container(key="profil"):
        st.html(html_strip_of_figures(blatt, theme()))
        st.html(html_portrait(blatt, locator(blatt, theme())))
        st.html(html_comparable(blatt))
        for thema in blatt.themen:
            st.html(html_theme(thema, theme()))
        st.html(html_facilities_of(blatt) + html_reading())
    with st.container(key="darunter"):
        teile.source(sources(blatt))
        offer_profile(blatt)
    write_address(address(blatt))


profil()
