"""Zeitreihe: one indicator over the years, for several areas."""

import streamlit as st

from sro.web import controls, data, downloads, teile
from sro.web.appearance import theme
from sro.web.auswahl import HOECHSTENS_GEBIETE
from sro.web.diagramme import show_series
from sro.web.figuren import series_page
from sro.web.series_downloads import series_files
from sro.web.state import require_datenstand, selection, show_notices, write_address
from sro.web.teile import Fach


@st.fragment  # a choice on this page does not draw the navigation anew
def zeitreihe() -> None:
    datenstand = require_datenstand()
    angebot = data.offer(datenstand.id, mit_stadt=True)
    auswahl = selection(angebot)
    seite = series_page(auswahl, datenstand, angebot)

    teile.title(seite.titel, seite.indikator, datenstand)
    show_notices()
    with st.container(key="steuerung", horizontal=True, vertical_alignment="bottom"):
        controls.indicator(auswahl, angebot)
        controls.level(auswahl, angebot)
        controls.areas(auswahl, HOECHSTENS_GEBIETE)
        controls.view(auswahl)
    with st.container(key="figur"):
        teile.silence(seite.hinweis)
        show_series(seite, auswahl, theme())
    with st.container(key="darunter"):
        teile.said(seite.saetze)
        teile.source(seite.quelle)
        match teile.drawers([Fach.TABELLE, Fach.DEFINITION, Fach.HERUNTERLADEN]):
            case Fach.TABELLE:
                teile.series_table(seite)
            case Fach.DEFINITION:
                teile.definition(seite.indikator)
            case Fach.HERUNTERLADEN:
                downloads.offer_files(series_files(seite, auswahl, datenstand))
    write_address()


zeitreihe()
