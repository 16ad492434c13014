"""The foot of every page: which Datenstand, that demo data is synthetic, and who is there."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from sro.reference.city import city
from sro.reference.texte import ERKLAERUNGEN
from sro.views.quelle import SYNTHETISCH, datenstand_label
from sro.web import anmeldung, data, rechte
from sro.web.handbuch.lesestelle import PAGE, help_for


def footer(seite: str) -> None:
    """`seite` is the address of the page above it."""
    active = data.datenstand()
    akteur, grund = rechte.entscheid()
    parts = [f"<span>Chance Sozialraum · {escape(city().name)}</span>"]
    if active:
        parts.append(f"<span>{escape(datenstand_label(active))} · {escape(active.titel)}</span>")
        if any(h.synthetisch for h in active.herkunft):
            parts.append(f'<span class="sro-synthetisch">{SYNTHETISCH}</span>')
    if hinweis := anmeldung.hinweis(grund):
        parts.append(f'<span class="sro-zugang">{escape(hinweis)}</span>')
    if seite != PAGE:
        parts.append(f'<a class="sro-hier" href="{help_for(seite)}" target="_self">Handbuch zu dieser Seite</a>')
    st.html(f'<footer class="sro-fuss">{"".join((*parts, *_statements()))}</footer>')
    anmeldung.zeile(rechte.name(), akteur, grund)


def _statements() -> Iterator[str]:
    """The ways to what an office must publish, from every page."""
    for name, title in ERKLAERUNGEN.items():
        yield f'<a class="sro-hier" href="methodik?abschnitt={name}" target="_self">{title}</a>'
