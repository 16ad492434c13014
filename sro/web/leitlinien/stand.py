"""What of the Leitlinien a session looks at."""

from __future__ import annotations

import streamlit as st

from sro.reference.leitbild import leitbild
from sro.web.leitlinien.auswahl import Leitlinienwahl, Teil, decode, encode
from sro.web.merkstelle import Merkstelle

STELLE = Merkstelle[Leitlinienwahl]("leitlinien", encode)
show_notices, write_address = STELLE.show_notices, STELLE.write_address


def selection() -> Leitlinienwahl:
    return STELLE.take(lambda params: decode(params, leitbild()))


def choose_part(words: dict[Teil, str]) -> None:
    """The parts of the page; another part begins without a Leitlinie."""
    st.segmented_control(
        "Teil",
        list(words),
        format_func=words.__getitem__,
        required=True,
        label_visibility="collapsed",
        **STELLE.controlled("teil", STELLE.current().teil, lambda chosen: {"teil": chosen, "bezug": None}),
    )
