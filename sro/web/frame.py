"""The frame around every page: configuration, navigation, footer. Streamlit runs this script at each rerun.

It stands here and not beside pages/: Streamlit would else serve a deep link to a page file without this frame.
"""

from contextlib import suppress

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from sro.model.akteur import Rolle
from sro.reference.places import ROOT
from sro.web.html import TITLE
from sro.web.warmup import wait_until_warm

wait_until_warm()
from sro.web.footer import footer  # noqa: E402
from sro.web.rechte import darf  # noqa: E402

ASSETS = ROOT / "sro" / "views" / "assets"
st.set_page_config(page_title=TITLE, layout="wide")
st.logo(str(ASSETS / "symbol.png"), size="large")  # a PNG goes by address, an SVG would go with every rerun

PAGES = ROOT / "pages"
page = st.navigation(
    [
        st.Page(PAGES / "ueberblick.py", title="Überblick", url_path="ueberblick", default=True),
        st.Page(PAGES / "karte.py", title="Karte", url_path="karte"),
        st.Page(PAGES / "zeitreihe.py", title="Zeitreihe", url_path="zeitreihe"),
        st.Page(PAGES / "profil.py", title="Profil", url_path="profil"),
        st.Page(PAGES / "analyse.py", title="Analyse", url_path="analyse"),
        st.Page(PAGES / "methodik.py", title="Methodik", url_path="methodik"),
        st.Page(
            PAGES / "daten.py",
            title="Daten",
            url_path="daten",
            visibility="visible" if darf(Rolle.PLANUNG) else "hidden",
        ),
    ],
    position="top",
)
with suppress(StopException):  # rechte.nur_fuer() ends a page that is not for all
    page.run()
footer()
