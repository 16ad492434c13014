"""What the index is made of: indicators with their weights, and what a high value of an ambivalent one stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from sro.model.indikator import Polaritaet
from sro.reference.catalogue import catalogue
from sro.web.analyseauswahl import GEWICHT_MAX, Analyseauswahl, Baustein, Richtung
from sro.web.analysebilder import may_be_part, parts_of
from sro.web.analysestand import controlled
from sro.web.auswahl import Angebot

RICHTUNG = {None: "noch nicht festgelegt", Richtung.MEHR: "mehr Bedarf", Richtung.WENIGER: "weniger Bedarf"}


def parts(auswahl: Analyseauswahl, angebot: Angebot) -> None:
    """Chooses the indicators; helps of the youth office are not offered, because an index must not hold them."""
    chosen = parts_of(auswahl, angebot)
    offered = list(dict.fromkeys([*may_be_part(auswahl, angebot), *(part.indikator for part in chosen)]))
    st.multiselect(
        "Indikatoren des Index",
        offered,
        format_func=lambda i: catalogue()[i].kurzname,
        placeholder="Indikatoren wählen",
        **controlled("bausteine", [part.indikator for part in chosen], _taken(chosen)),
    )
    for part in chosen:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _weight(part, chosen)
            if part.richtung or catalogue()[part.indikator].polaritaet is Polaritaet.AMBIVALENT:
                _direction(part, chosen)


def _taken(parts: tuple[Baustein, ...]) -> Callable[[list[str]], dict[str, Any]]:
    known = {part.indikator: part for part in parts}
    return lambda ids: {"bausteine": tuple(known.get(i, Baustein(i)) for i in ids)}


def _weight(part: Baustein, parts: tuple[Baustein, ...]) -> None:
    st.number_input(
        f"Gewicht: {catalogue()[part.indikator].kurzname}",
        min_value=0.1,
        max_value=GEWICHT_MAX,
        step=0.5,
        format="%.1f",
        width=260,
        **controlled(f"gewicht_{part.indikator}", part.gewicht, _with(part, parts, "gewicht")),
    )


def _direction(part: Baustein, parts: tuple[Baustein, ...]) -> None:
    st.selectbox(
        "Ein hoher Wert steht für",
        [None, *Richtung],
        format_func=RICHTUNG.__getitem__,
        width=220,
        **controlled(f"richtung_{part.indikator}", part.richtung, _with(part, parts, "richtung")),
    )


def _with(part: Baustein, parts: tuple[Baustein, ...], field: str) -> Callable[[Any], dict[str, Any]]:
    def changed(value: Any) -> dict[str, Any]:
        kept = round(value, 1) if field == "gewicht" else Richtung(value) if value else None
        new = replace(part, **{field: kept})  # type: ignore[arg-type]
        return {"bausteine": tuple(new if one == part else one for one in parts)}

    return changed
