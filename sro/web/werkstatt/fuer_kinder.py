"""The part „Für Kinder“ of the Werkstätten: what became of what they said, for reading and for printing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.filter import Aussagenfilter, aussagen
from sro.auswertung.werkstatt.kindersicht import Kinderkarte, children_cards
from sro.model.akte import Akte
from sro.model.akteur import Rolle
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.views.werkstatt.kinderblatt import html_for_children, place
from sro.views.werkstatt.kinderworte import has_answer
from sro.web import tag
from sro.web.akten import readable_for
from sro.web.downloads import Datei, offer_files
from sro.web.werkstatt.stand import controlled, current

NOTHING = (
    '<p class="sro-leer">Noch ist keine Werkstatt veröffentlicht. Sobald eine freigegeben ist, steht sie hier.</p>'
)
ALL, ANSWERED = "Alles", "Nur mit Antwort"


def show() -> None:
    """Whoever looks at it sees what the children see: nothing that is not public."""
    akten, wahl = readable_for(Rolle.OEFFENTLICH), current()
    held = workshops(akten)
    if not held:
        st.html(NOTHING)
        return
    shown = next((akte for akte in held if akte.id == wahl.werkstatt), held[0])
    with st.container(key="kinder_wahl", horizontal=True, vertical_alignment="bottom"):
        _choose(held, shown)
        answered = st.segmented_control(
            "Zeigen", [ALL, ANSWERED], default=ALL, required=True, key="kinder_zeigen", width="content"
        )
        karten = cards(akten, shown.id, nur_beantwortet=answered == ANSWERED)
        _take_along(shown.inhalt, karten)
    st.html(html_for_children(shown.inhalt, karten))


def workshops(akten: Bestand) -> list[Akte[Werkstatt]]:
    """The newest first."""
    return sorted(akten.von(Werkstatt), key=lambda akte: (str(akte.inhalt.beginn or ""), akte.id), reverse=True)


def cards(akten: Bestand, werkstatt: str, nur_beantwortet: bool) -> tuple[Kinderkarte, ...]:
    """All public statements of a Werkstatt; those with an answer alone where only these are asked for."""
    said = aussagen(akten, city(), Aussagenfilter(werkstatt=werkstatt))
    found = children_cards(akten, said, stimmenworte())
    return tuple(one for one in found if has_answer(one.aussage.inhalt)) if nur_beantwortet else found


def _choose(held: Sequence[Akte[Werkstatt]], shown: Akte[Werkstatt]) -> None:
    names = {akte.id: place(akte.inhalt) for akte in held}
    st.selectbox(
        "Werkstatt",
        list(names),
        format_func=names.__getitem__,
        width=340,
        **controlled("werkstatt", shown.id, lambda chosen: {"werkstatt": chosen, "aussage": None}),
    )


def _take_along(werkstatt: Werkstatt, karten: Sequence[Kinderkarte]) -> None:
    def leaflet() -> bytes:
        from sro.export.fuer_kinder import pdf  # not needed before somebody presses the button

        return pdf(werkstatt, karten, tag.heute())

    from sro.export.fuer_kinder import file_name

    offer_files([Datei("Drucken (PDF)", file_name(werkstatt), "application/pdf", leaflet)])
