"""What the index is made of: indicators with their weights, and what a high value of an ambivalent one stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from sro.model.indikator import Polaritaet
from sro.reference.catalogue import catalogue
from sro.web.analyse.auswahl import GEWICHT_MAX, Analyseauswahl, Indexteil, Lesart
from sro.web.analyse.bilder import may_be_part, parts_of
from sro.web.analyse.stand import controlled
from sro.web.auswahl import Angebot

LESART = {None: "noch nicht festgelegt", Lesart.MEHR: "mehr Bedarf", Lesart.WENIGER: "weniger Bedarf"}


def parts(auswahl: Analyseauswahl, angebot: Angebot) -> None:
    """Chooses the indicators; helps of the youth office are not offered, because an index must not hold them."""
    chosen = parts_of(auswahl, angebot)
    offered = list(dict.fromkeys([*may_be_part(auswahl, angebot), *(part.indikator for part in chosen)]))
    st.multiselect(
        "Indikatoren des Index",
        offered,
        format_func=lambda i: catalogue()[i].kurzname,
        placeholder="Indikatoren wählen",
        **controlled("indexteile", [part.indikator for part in chosen], _taken(chosen)),
    )
    for part in chosen:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _weight(part, chosen)
            if part.lesart or catalogue()[part.indikator].polaritaet is Polaritaet.AMBIVALENT:
                _direction(part, chosen)


def _taken(parts: tuple[Indexteil, ...]) -> Callable[[list[str]], dict[str, Any]]:
    known = {part.indikator: part for part in parts}
    return lambda ids: {"indexteile": tuple(known.get(i, Indexteil(i)) for i in ids)}


def _weight(part: Indexteil, parts: tuple[Indexteil, ...]) -> None:
    st.number_input(
        f"Gewicht: {catalogue()[part.indikator].kurzname}",
        min_value=0.1,
        max_value=GEWICHT_MAX,
        step=0.5,
        format="%.1f",
        width=260,
        **controlled(f"gewicht_{part.indikator}", part.gewicht, _with(part, parts, "gewicht")),
    )


def _direction(part: Indexteil, parts: tuple[Indexteil, ...]) -> None:
    st.selectbox(
        "Ein hoher Wert steht für",
        [None, *Lesart],
        format_func=LESART.__getitem__,
        width=220,
        **controlled(f"lesart_{part.indikator}", part.lesart, _with(part, parts, "lesart")),
    )


def _with(part: Indexteil, parts: tuple[Indexteil, ...], field: str) -> Callable[[Any], dict[str, Any]]:
    def changed(value: Any) -> dict[str, Any]:
        kept = round(value, 1) if field == "gewicht" else Lesart(value) if value else None
        new = replace(part, **{field: kept})  # type: ignore[arg-type]
        return {"indexteile": tuple(new if one == part else one for one in parts)}

    return changed
