"""The analyst's selection of a session: one frozen value, mirrored in the address. Like state.py, with which it agrees
about indicator, level, year and areas, so that one can go from the map to the table and back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from sro.reference.catalogue import catalogue
from sro.web import state
from sro.web.analyse.auswahl import Analyseauswahl, decode, encode, fit, toggled
from sro.web.auswahl import HOECHSTENS_GEBIETE, Angebot, Auswahl

CHOSEN, WRITTEN, NOTICES, SEEN = "_analyse", "_analyse_adresse", "_analyse_hinweise", "_analyse_gesehen"
ROUND = "_analyse_runde"  # counts clicks on charts
CHART = "w_analyse_grafik"
Changes = Callable[[Any], dict[str, Any]]


def selection(angebot: Angebot) -> Analyseauswahl:
    """From the session, from an address that somebody typed or shared, or from what was chosen on another page."""
    params = st.query_params.to_dict()
    stored: Analyseauswahl | None = st.session_state.get(CHOSEN)
    shared: Auswahl | None = st.session_state.get(state.SELECTION)
    if params and (stored is None or params != st.session_state.get(WRITTEN)):
        stored, st.session_state[NOTICES] = decode(params, angebot, catalogue(), state.DEFAULT_INDICATOR)
    elif shared is not None and shared != st.session_state.get(SEEN):
        asked = (encode(stored) if stored else {}) | _from_other_page(shared)
        stored = decode(asked, angebot, catalogue(), state.DEFAULT_INDICATOR)[0]
    elif stored is None:
        stored = decode({}, angebot, catalogue(), state.DEFAULT_INDICATOR)[0]
    st.session_state[CHOSEN] = fit(stored, angebot, catalogue(), state.DEFAULT_INDICATOR)
    _tell_other_pages(current(), angebot)
    return current()


def current() -> Analyseauswahl:
    """The selection as it stands, for callbacks."""
    chosen: Analyseauswahl = st.session_state[CHOSEN]
    return chosen


def change(**changes: Any) -> None:
    """Changes parts of the selection; the next run bends it to what there is."""
    st.session_state[CHOSEN] = replace(current(), **changes)
    st.session_state[NOTICES] = ()


def controlled(name: str, value: Any, changes: Changes) -> dict[str, Any]:
    """Arguments for a widget that shows `value` and reports to the selection, which is the truth."""
    key = f"w_analyse_{name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return {"key": key, "on_change": lambda: change(**changes(st.session_state[key]))}


def clickable() -> dict[str, Any]:
    """Arguments for a chart whose clicks choose areas. Each click begins a new round, so that the next is one alone."""
    key = f"{CHART}_{st.session_state.get(ROUND, 0)}"
    return {"key": key, "on_select": lambda: _clicked(key), "selection_mode": "wahl"}


def _clicked(key: str) -> None:
    found: Sequence[dict[str, Any]] = st.session_state[key]["selection"].get("wahl", [])
    ids = [str(one["gebiet"]) for one in found if "gebiet" in one]
    if ids:
        st.session_state[CHOSEN] = toggled(current(), ids)
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def show_notices() -> None:
    for notice in st.session_state.get(NOTICES, ()):
        st.warning(notice)


def write_address() -> None:
    """Last on the page, because the browser draws the whole page for it."""
    params = encode(current())
    st.session_state[WRITTEN] = params
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)


def _from_other_page(shared: Auswahl) -> dict[str, str]:
    """The other page's indicator before those of the analysis."""
    stored: Analyseauswahl | None = st.session_state.get(CHOSEN)
    others = [i for i in (stored.indikatoren if stored else ()) if i != shared.indikator]
    seen: Auswahl | None = st.session_state.get(SEEN)
    same = seen is not None and seen.indikator == shared.indikator
    found = {"ebene": shared.ebene, "jahr": str(shared.jahr), "gebiete": ",".join(shared.gezeigt)}
    return found if same else found | {"indikator": ",".join([shared.indikator, *others[1:]]), "thema": ""}


def _tell_other_pages(chosen: Analyseauswahl, angebot: Angebot) -> None:
    """Indicator, level, year and areas as far as the other pages take them."""
    shared: Auswahl = st.session_state.get(state.SELECTION) or Auswahl("", "", 0)
    areas = chosen.gebiete[:HOECHSTENS_GEBIETE]
    kept = shared.gebiet if shared.ebene == chosen.ebene and shared.gebiet in areas else None
    agreed = replace(
        shared,
        ebene=chosen.ebene,
        indikator=chosen.indikatoren[0],
        jahr=chosen.jahr,
        gebiete=areas,
        gebiet=kept,
    )
    st.session_state[state.SELECTION] = st.session_state[SEEN] = agreed
