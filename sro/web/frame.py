"""The frame around every page: configuration, navigation, footer. Streamlit runs this script at each rerun.

It stands here and not beside pages/: Streamlit would else serve a deep link to a page file without this frame.
"""

from contextlib import suppress
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import StopException

from sro.model.akteur import Rolle
from sro.reference.places import ROOT
from sro.web.html import TITLE
from sro.web.warmup import wait_until_warm

wait_until_warm()
from sro.web.footer import footer  # noqa: E402
from sro.web.rechte import darf  # noqa: E402

ASSETS = ROOT / "sro" / "views" / "assets"
st.logo(str(ASSETS / "symbol.png"), size="large")  # a PNG goes by address, an SVG would go with every rerun

PAGES = ROOT / "pages"


def seite(name: str, title: str, *, default: bool = False, visible: bool = True) -> StreamlitPage:
    """One file of pages/ under its own address; what has a dash there has an underscore in its file's name."""
    shown: Literal["visible", "hidden"] = "visible" if visible else "hidden"
    file = PAGES / f"{name.replace('-', '_')}.py"
    return st.Page(file, title=title, url_path=name, default=default, visibility=shown)


page = st.navigation(
    {
        "": [seite("ueberblick", "Überblick", default=True)],
        "Zahlen": [
            seite("karte", "Karte"),
            seite("zeitreihe", "Zeitreihe"),
            seite("profil", "Profil"),
            seite("analyse", "Analyse"),
        ],
        "Stimmen": [
            seite("holstentor-nord", "Holstentor-Nord"),
            seite("werkstaetten", "Werkstätten"),
            seite("leitlinien", "Leitlinien"),
        ],
        "Dialog": [seite("dialog", "Dialog"), seite("transfer", "Transfer")],
        "Grundlagen": [seite("methodik", "Methodik"), seite("daten", "Daten", visible=darf(Rolle.PLANUNG))],
    },
    position="top",
)
st.set_page_config(page_title=f"{page.title} – {TITLE}", layout="wide")
with suppress(StopException):  # rechte.nur_fuer() ends a page that is not for all
    page.run()
footer()
