"""The choice between two versions of a field that two people changed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sro.akten.zusammenfuehren import Feldvergleich, Wahl
from sro.model.akte import Akte, Inhalt
from sro.web.klartext import plain
from sro.web.pflege.stand import Pflegestand, Streit


def choices(
    stand: Pflegestand, streit: Streit, aktuell: Akte[Inhalt], vergleich: Sequence[Feldvergleich]
) -> dict[str, Wahl]:
    """What was chosen so far, by the field's name; nothing is chosen beforehand."""
    words = {Wahl.ANDERE: f"Fassung von {aktuell.wer}", Wahl.EIGENE: "Ihre Eingabe", Wahl.BEIDES: "Beides"}
    found: dict[str, Wahl] = {}
    for one in (one for one in vergleich if one.strittig):
        chosen = st.radio(
            plain(f"{one.feld.titel}: Was soll gelten?"),
            list(one.moeglich),
            index=None,
            format_func=lambda wahl: plain(words[wahl]),
            horizontal=True,
            key=stand.widget("wahl", streit.vorgang.runde, str(aktuell.fassung), one.feld.name),
        )
        if chosen:
            found[one.feld.name] = Wahl(chosen)
    return found
