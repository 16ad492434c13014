"""The foot of every page: which Datenstand, that demo data is synthetic, and who is there."""

from __future__ import annotations

from html import escape

import streamlit as st

from sro.reference.city import city
from sro.views.quelle import SYNTHETISCH, datenstand_label
from sro.web import anmeldung, data, rechte


def footer() -> None:
    active = data.datenstand()
    akteur, grund = rechte.entscheid()
    parts = [f"<span>Chance Sozialraum · {escape(city().name)}</span>"]
    if active:
        parts.append(f"<span>{escape(datenstand_label(active))} · {escape(active.titel)}</span>")
        if any(h.synthetisch for h in active.herkunft):
            parts.append(f'<span class="sro-synthetisch">{SYNTHETISCH}</span>')
    if hinweis := anmeldung.hinweis(grund):
        parts.append(f'<span class="sro-zugang">{escape(hinweis)}</span>')
    st.html(f'<footer class="sro-fuss">{"".join(parts)}</footer>')
    anmeldung.zeile(rechte.name(), akteur, grund)
