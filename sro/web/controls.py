"""The widgets that change the selection."""

from __future__ import annotations

import time
from typing import Any

import streamlit as st

from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import Gebiet, normalised
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.stats.klassen import Methode
from sro.web.auswahl import KLASSEN_MAX, KLASSEN_MIN, Angebot, Ansicht, Auswahl, Skala
from sro.web.figuren import has_multiples, view_of
from sro.web.gebietswahl import offered
from sro.web.state import change, controlled, current

SKALA_WORD = {
    Skala.WERT: "Wert",
    Skala.STADT: "Abstand zur Stadt",
    Skala.VERAENDERUNG: "Veränderung",
    Skala.GEGLAETTET: "Geglättet",
}
METHODE_WORD = {
    Methode.QUANTILE: "gleich viele Gebiete (Quantile)",
    Methode.NATUERLICH: "natürliche Sprünge",
    Methode.GLEICH: "gleich breite Klassen",
    Methode.MANUELL: "eigene Grenzen",
}
ANSICHT_WORD = {Ansicht.LINIEN: "Eine Grafik", Ansicht.VIELFACHE: "Alle Gebiete einzeln"}
PLAYING, TICK, SECONDS_PER_YEAR = "_spielt", "_takt", 1.4


def indicator(auswahl: Auswahl, angebot: Angebot) -> None:
    """All indicators that the page can show, by theme; typing searches in theme and name."""
    names = {i.id: f"{i.kurzname} · {i.thema}" for i in catalogue().indikatoren if i.id in angebot.geliefert}
    st.selectbox(
        "Indikator",
        list(names),
        format_func=names.__getitem__,
        width=350,
        **controlled("indikator", auswahl.indikator, lambda chosen: {"indikator": chosen}),
    )


def level(auswahl: Auswahl, angebot: Angebot) -> None:
    """The levels at which the indicator is published; a single one is said, not offered."""
    ebenen = angebot.ebenen(auswahl.indikator)
    names = {e.id: e.plural if e.rang else e.name for e in city().ebenen}
    st.segmented_control(
        "Ebene",
        list(ebenen),
        format_func=names.__getitem__,
        required=True,
        **controlled("ebene", auswahl.ebene, lambda chosen: {"ebene": chosen, "gebiet": None, "gebiete": ()}),
    )


def any_level(auswahl: Auswahl, angebot: Angebot) -> None:
    """Every level that has something; the indicator follows where it lacks the chosen one."""
    offered = {ebene for levels in angebot.geliefert.values() for ebene in levels}
    names = {e.id: e.plural for e in city().ebenen if e.id in offered}

    def taken(chosen: str) -> dict[str, Any]:
        having = [auswahl.indikator, *angebot.geliefert]
        indikator = next(one for one in having if chosen in angebot.ebenen(one))
        return {"ebene": chosen, "indikator": indikator, "gebiet": None, "gebiete": ()}

    st.segmented_control(
        "Ebene",
        list(names),
        format_func=names.__getitem__,
        required=True,
        **controlled("jede_ebene", auswahl.ebene, taken),
    )


def one_area(gebiet: Gebiet) -> None:
    """One area of a level, in the order of the alphabet."""
    areas = offered(gebiet.ebene, [gebiet.id], width=380)
    names = {g.id: g.name for g in sorted(areas, key=lambda g: normalised(g.name))}
    st.selectbox(
        "Gebiet",
        list(names),
        format_func=names.__getitem__,
        width=380,
        **controlled("ein_gebiet", gebiet.id, lambda chosen: {"gebiet": chosen}),
    )


def year(auswahl: Auswahl, angebot: Angebot) -> None:
    """Year slider with play: playing moves the same selection on, so title, legend and map always agree."""
    jahre = angebot.jahre(auswahl.indikator, auswahl.ebene)
    word = "Zeitraum" if angebot.jahre_zusammen(auswahl.indikator, auswahl.ebene) > 1 else "Jahr"
    if len(jahre) == 1:
        st.markdown(f"{word}: **{_written(jahre[0], auswahl, angebot)}** (nur dieses liegt vor)")
        return
    st.select_slider(
        word,
        list(jahre),
        format_func=lambda jahr: _written(jahr, auswahl, angebot),
        width=175,
        **controlled("jahr", auswahl.jahr, lambda chosen: {"jahr": chosen}),
    )
    playing = st.session_state.get(PLAYING, False)
    st.button(
        "Anhalten" if playing else "Abspielen",
        icon=":material/pause:" if playing else ":material/play_arrow:",
        on_click=_toggle_play,
        args=(jahre,),
        key="abspielen",
    )
    if st.session_state.get(PLAYING):
        _clock(jahre)


def _written(jahr: int, auswahl: Auswahl, angebot: Angebot) -> str:
    """ "2024", or "2022–2024" where years are pooled."""
    return zeitraum_kurz(jahr, angebot.jahre_zusammen(auswahl.indikator, auswahl.ebene))


def _toggle_play(jahre: tuple[int, ...]) -> None:
    st.session_state[PLAYING] = not st.session_state.get(PLAYING, False)
    st.session_state[TICK] = time.monotonic()
    if st.session_state[PLAYING] and current().jahr == jahre[-1]:
        change(jahr=jahre[0])


@st.fragment(run_every=SECONDS_PER_YEAR)
def _clock(jahre: tuple[int, ...]) -> None:
    if time.monotonic() - st.session_state[TICK] < SECONDS_PER_YEAR * 0.8:
        return  # drawn with the page, not by the clock
    st.session_state[TICK] = time.monotonic()
    jahr = current().jahr
    if jahr < jahre[-1]:
        change(jahr=next(one for one in jahre if one > jahr))
    else:
        st.session_state[PLAYING] = False
    st.rerun()


def scale(auswahl: Auswahl, angebot: Angebot) -> None:
    """What the colours stand for; only shares and rates can be smoothed."""
    st.segmented_control(
        "Farben zeigen",
        list(angebot.skalen(auswahl.indikator)),
        format_func=SKALA_WORD.__getitem__,
        required=True,
        **controlled("skala", auswahl.skala, lambda chosen: {"skala": chosen}),
    )


def since(auswahl: Auswahl, angebot: Angebot) -> None:
    """The earlier year of a change map."""
    if auswahl.skala is Skala.VERAENDERUNG:
        earlier = [jahr for jahr in angebot.jahre(auswahl.indikator, auswahl.ebene) if jahr < auswahl.jahr]
        st.selectbox(
            "Verglichen mit",
            earlier,
            format_func=lambda jahr: _written(jahr, auswahl, angebot),
            **controlled("seit", auswahl.seit, lambda chosen: {"seit": chosen}),
        )


def classes(auswahl: Auswahl) -> None:
    """Method and number of classes; own edges as numbers."""
    st.selectbox(
        "Klassen bilden",
        list(Methode),
        format_func=METHODE_WORD.__getitem__,
        width=380,
        **controlled("methode", auswahl.methode, lambda chosen: {"methode": chosen}),
    )
    if auswahl.methode is Methode.MANUELL:
        _manual_edges(auswahl)
    else:
        st.select_slider(
            "Zahl der Klassen",
            list(range(KLASSEN_MIN, KLASSEN_MAX + 1)),
            width=380,
            **controlled("klassen", auswahl.klassen, lambda chosen: {"klassen": chosen}),
        )
    st.caption("Klassen gelten für alle Jahre: Gleiche Farbe heißt gleicher Wert, auch im Abspielen.")


def _manual_edges(auswahl: Auswahl) -> None:
    text = "; ".join(f"{edge:g}".replace(".", ",") for edge in auswahl.grenzen)
    st.text_input(
        "Grenzen zwischen den Klassen, mit Strichpunkt getrennt",
        placeholder="20; 30; 40",
        width=380,
        **controlled("grenzen", text, _read_edges),
    )
    if st.session_state.pop("_grenzen_unlesbar", False):
        st.warning(
            "Bitte Zahlen mit Strichpunkt trennen, zum Beispiel 20; 30,5; 40. Die bisherigen Grenzen gelten weiter."
        )


def _read_edges(text: str) -> dict[str, tuple[float, ...]]:
    try:
        edges = sorted({float(part.strip().replace(",", ".")) for part in text.split(";") if part.strip()})
    except ValueError:
        st.session_state["_grenzen_unlesbar"] = True
        return {}
    return {"grenzen": tuple(edges[: KLASSEN_MAX - 1])}


def area(auswahl: Auswahl, label: str = "Gebiet") -> None:
    """One area of the level; the same as a click on the map, for keyboard and screen reader."""
    names = {g.id: g.name for g in offered(auswahl.ebene, [auswahl.gebiet] if auswahl.gebiet else [])}
    st.selectbox(
        label,
        [None, *names],
        format_func=lambda chosen: names.get(chosen, "Ganze Stadt"),
        **controlled("gebiet", auswahl.gebiet, lambda chosen: {"gebiet": chosen}),
    )


def areas(auswahl: Auswahl, most: int) -> None:
    """Several areas of the level."""
    names = {g.id: g.name for g in offered(auswahl.ebene, auswahl.gezeigt, width=250)}
    st.multiselect(
        "Gebiete",
        list(names),
        format_func=names.__getitem__,
        max_selections=most,
        placeholder="Gebiete wählen",
        width=420,
        **controlled("gebiete", list(auswahl.gezeigt), _take_areas),
    )


def _take_areas(chosen: list[str]) -> dict[str, Any]:
    """The area chosen on the map stays chosen there as long as it is among these."""
    gebiet = current().gebiet
    return {"gebiete": tuple(chosen), "gebiet": gebiet if gebiet in chosen else None}


def view(auswahl: Auswahl) -> None:
    """One chart or many, where there are few enough areas for many."""
    if not has_multiples(auswahl.ebene):
        return
    st.segmented_control(
        "Darstellung",
        list(Ansicht),
        format_func=ANSICHT_WORD.__getitem__,
        required=True,
        **controlled("ansicht", view_of(auswahl), lambda chosen: {"ansicht": chosen}),
    )
