"""The ASGI app: Streamlit's pages plus routes of our own. Started by `streamlit run app.py`."""

import streamlit as st

from sro.web.appearance import colour_controls
from sro.web.errors import on_script_error
from sro.web.server import middleware, routes
from sro.web.warmup import lifespan

colour_controls()
app = st.App(
    "sro/web/frame.py",
    routes=routes(),
    middleware=middleware(),
    lifespan=lifespan,
    on_script_error=on_script_error,
)
