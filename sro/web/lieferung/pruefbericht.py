"""The audit of the active Datenstand on the page: what an outsider could work out, which must be nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.views.lieferung.nachpruefung import audit_lines, html_audit
from sro.web import data

if TYPE_CHECKING:
    from sro.intake.nachpruefung import Nachpruefung

EXPLAINED = (
    "Der Angriff kennt nur, was veröffentlicht ist: alle gezeigten Zahlen, alle Summen über Gebiete und Hilfearten, "
    "und dass geheime Fallzahlen mindestens eins sind, weil Nullen gezeigt werden. Er berechnet für jede geheime Zelle "
    "den kleinsten und den größten möglichen Wert."
)


def show() -> None:
    active = data.datenstand()
    if active is None:
        st.html('<p class="sro-leer">Es gibt noch keinen Datenstand, der geprüft werden könnte.</p>')
        return
    with st.spinner("Der Datenstand wird angegriffen …"):
        found = _audited(active.id, len(data.store().datenstaende()))
    safe = _sentence(found)
    together, before = len(found.zusammen), found.frueher_gezeigt
    zeilen = audit_lines(found.gefunden, found.veroeffentlicht, found.anteil_geheim, together, before)
    st.html(f'<p class="sro-leitfrage">{safe}</p>{html_audit(zeilen)}<p class="sro-quelle">{EXPLAINED}</p>')


def _sentence(found: Nachpruefung) -> str:
    if found.gefunden.aufgedeckt:
        return "Es lässt sich etwas errechnen: bitte einen anderen Datenstand zeigen und die Lieferung prüfen."
    if found.zusammen:
        return "Allein gibt der Datenstand nichts preis, zusammen mit früheren nur, falls deren Zahlen noch gelten."
    if found.frueher_gezeigt:
        return "Von außen lässt sich nur errechnen, was nach einer früheren, niedrigeren Schwelle schon gezeigt war."
    return "Von außen lässt sich nichts errechnen."


@lru_cache(maxsize=4)
def _audited(datenstand_id: int, datenstaende: int) -> Nachpruefung:
    """Kept as long as no Datenstand is added; none ever changes."""
    from sro.intake.nachpruefung import audited

    return audited(data.store(), data.store().datenstand(datenstand_id), catalogue(), city())
