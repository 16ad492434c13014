"""Analyse: the figures as a table that can be filtered and turned, and as charts that share its selection."""

import streamlit as st

from sro.web import data, downloads, teile
from sro.web.analyse import blicke as analyse
from sro.web.analyse import index as analyseindex
from sro.web.analyse import stand as analysestand
from sro.web.analyse import steuerung as analysesteuerung
from sro.web.analyse.auswahl import Blick
from sro.web.analyse.bilder import two_of
from sro.web.analyse.downloads import analysis_files
from sro.web.appearance import theme
from sro.web.state import require_datenstand
from sro.web.teile import Fach

FILTER = {Blick.TABELLE: "Filter und Spalten", Blick.INDEX: "Indikatoren, Gewichte und Gebiete"}


@st.fragment  # a choice on this page does not draw the navigation anew
def seite() -> None:
    datenstand = require_datenstand()
    angebot = data.offer(datenstand.id, mit_stadt=False)
    auswahl = analysestand.selection(angebot)
    blatt = analyse.analysis(auswahl, datenstand, angebot, theme())

    with st.container(key="kopf"):
        analyse.heading(blatt)
        analysestand.show_notices()
    with st.container(key="steuerung"):
        analysesteuerung.blick(auswahl, analyse.BLICKE)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            analysesteuerung.indicators(auswahl, angebot, two_of(auswahl, angebot))
            analysesteuerung.level(auswahl, angebot)
            analysesteuerung.year(auswahl, angebot)
        with st.expander(FILTER.get(auswahl.blick, "Gebiete hervorheben")):
            links, rechts = st.columns(2, gap="large")
            with links:
                if auswahl.blick is Blick.TABELLE:
                    analysesteuerung.narrowing(auswahl, angebot)
                else:
                    analysesteuerung.areas(auswahl)
            with rechts:
                if auswahl.blick is Blick.TABELLE:
                    analysesteuerung.layout(auswahl)
                elif auswahl.blick is Blick.INDEX:
                    analyseindex.parts(auswahl, angebot)
    with st.container(key="figur"):
        analyse.show_figure(blatt)
    with st.container(key="darunter"):
        teile.source(analyse.sources(blatt))
        match teile.drawers(analyse.drawers(blatt)):
            case Fach.TABELLE:
                analyse.table_of_figure(blatt)
            case Fach.DEFINITION:
                for indikator in blatt.indikatoren[: analyse.DEFINED]:
                    teile.definition(indikator)
            case Fach.HERUNTERLADEN:
                downloads.offer_files(analysis_files(blatt, datenstand))
    analysestand.write_address()


seite()
