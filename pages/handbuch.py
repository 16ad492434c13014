"""Handbuch: what planners do with the app, task by task."""

import streamlit as st

from sro.web.handbuch import seite as handbuch


@st.fragment  # turning the page does not draw the navigation anew
def seite() -> None:
    buch = handbuch.book()
    with st.container(key="handbuch"):
        handbuch.heading()
        if buch is None:
            handbuch.absent()
            return
        stelle = handbuch.place(buch)
        handbuch.show_notices()
        neben, text = st.columns([1, 2.8], gap="large")
        with neben:
            handbuch.contents(buch, stelle)
        with text:
            handbuch.text(buch, stelle)
    handbuch.write_address()


seite()
