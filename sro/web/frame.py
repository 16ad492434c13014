"""The frame around every page: configuration, navigation, footer. Streamlit runs this script at each rerun.

It stands here and not beside pages/: Streamlit would else serve a deep link to a page file without this frame.
"""

from contextlib import suppress
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import StopException

from sro.reference.aussehen import appearance
from sro.reference.places import ROOT
from sro.web.html import TITLE
from sro.web.warmup import wait_until_warm

wait_until_warm()
from sro.web.footer import footer  # noqa: E402
from sro.web.holstentor.auswahl import pfad  # noqa: E402
from sro.web.menue import offered, project_title  # noqa: E402

# The app's own is a PNG: it goes by address, an SVG would go with every rerun.
st.logo(str(appearance().logo or ROOT / "sro" / "views" / "assets" / "symbol.png"), size="large")

OFFERED = offered()


def seite(name: str, title: str, path: str = "", *, default: bool = False) -> StreamlitPage:
    """One file of pages/ under its own address; one that is not offered stays there for whoever has the address."""
    shown: Literal["visible", "hidden"] = "visible" if OFFERED(name) else "hidden"
    file = ROOT / "pages" / f"{name}.py"
    return st.Page(file, title=title, url_path=path or name, default=default, visibility=shown)


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
            seite("modellprojekt", project_title(), pfad()),
            seite("werkstaetten", "Werkstätten"),
            seite("leitlinien", "Leitlinien"),
        ],
        "Dialog": [seite("dialog", "Dialog"), seite("transfer", "Transfer")],
        "Grundlagen": [seite("handbuch", "Handbuch"), seite("methodik", "Methodik"), seite("daten", "Daten")],
    },
    position="top",
)
st.set_page_config(page_title=f"{page.title} – {TITLE}", layout="wide")
with suppress(StopException):  # rechte.nur_fuer() ends a page that is not for all
    page.run()
footer("modellprojekt" if page.url_path == pfad() else page.url_path)
