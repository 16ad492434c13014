"""The indicators in the Methodik: search, list by theme, and one sheet at a time."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from sro.model.indikator import Indikator
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.suchworte import synonyms
from sro.views.zahlen.indikatorblatt import Vorliegend, html_definition
from sro.web import data
from sro.web.methodik.lesestelle import LONGEST_SEARCH, Lesestelle
from sro.web.methodik.lesezeichen import controlled, move, open_sheet, place
from sro.web.methodik.suche import find
from sro.web.transfer.auswahl import chain_link

ALL = ""


def show() -> None:
    """The sheet that is open, else the list with its search."""
    stelle = place()
    if stelle.indikator:
        sheet(stelle.indikator)
    else:
        search(stelle)
        listed(stelle)


def search(stelle: Lesestelle) -> None:
    """Narrows the list while somebody types."""
    with st.container(key="methodik_suche", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Suchen",
            type="search",
            placeholder="Name, Code, Paragraf oder Stichwort",
            max_chars=LONGEST_SEARCH,
            live=True,
            width=420,
            **controlled("suche", stelle.suche, lambda typed: {"suche": typed}),
        )
        st.selectbox(
            "Thema",
            [ALL, *catalogue().themen],
            format_func=lambda thema: thema or "Alle Themen",
            width=280,
            **controlled("thema", stelle.thema or ALL, lambda thema: {"thema": thema or None}),
        )


def listed(stelle: Lesestelle) -> None:
    """How many there are, then each by its theme; or what to do where nothing is found."""
    found = [i for i in find(stelle.suche, catalogue(), synonyms()) if stelle.thema in (None, i.thema)]
    st.html(f'<p class="sro-unter" role="status">{_counted(found, stelle)}</p>')
    if not found:
        st.button("Alle Indikatoren zeigen", on_click=move, kwargs={"suche": "", "thema": None}, key="methodik_alle")
    for thema in dict.fromkeys(i.thema for i in found):
        st.html(f"<h3>{escape(thema)}</h3>")
        with st.container(key=f"methodik_liste_{catalogue().themen.index(thema)}", gap=None):
            for indikator in found:
                if indikator.thema == thema:
                    _way_in(indikator)


def sheet(indikator_id: str) -> None:
    """One indicator's sheet, the way back, and the ways to its figures."""
    indikator = catalogue()[indikator_id]
    st.button("Alle Indikatoren", icon=":material/arrow_back:", type="tertiary", on_click=open_sheet, args=(None,))
    st.html(html_definition(indikator, catalogue(), city(), _delivered(indikator)))
    offered = data.offer(active.id, mit_stadt=True) if (active := data.datenstand()) else None
    if offered and indikator.id in offered.geliefert:
        pages = [("zeitreihe", "Zeitreihe")]
        if any(ebene != city().oberste.ebene for ebene in offered.ebenen(indikator.id)):
            pages.insert(0, ("karte", "Karte"))
        links = " · ".join(
            f'<a href="{path}?indikator={indikator.id}" target="_self">{name}</a>' for path, name in pages
        )
        chain = f'<a href="{chain_link(indikator.id)}" target="_self">Belegkette</a>'
        st.html(f'<p class="sro-quelle">Werte ansehen: {links} · Was darauf beruht: {chain}</p>')


def _way_in(indikator: Indikator) -> None:
    st.button(
        f"**{indikator.code}** {_plain(indikator.name)}",
        type="tertiary",
        on_click=open_sheet,
        args=(indikator.id,),
        key=f"methodik_blatt_{indikator.id}",
    )


def _plain(name: str) -> str:
    """Streamlit would read ":innen" in a label as one of its own commands."""
    return name.replace(":", "\\:")


def _counted(found: Sequence[Indikator], stelle: Lesestelle) -> str:
    total = len(catalogue().indikatoren)
    if not found:
        elsewhere = " in diesem Thema" if stelle.thema else ""
        return (
            f"Kein Indikator{elsewhere} passt zu dieser Suche. Oft hilft ein kürzeres Wort, der Anfang eines Wortes "
            "oder ein Paragraf ohne Gesetz, wie „35a“."
        )
    if len(found) == total:
        return f"{total} Indikatoren in {len(catalogue().themen)} Themen"
    return f"{len(found)} von {total} Indikatoren"


def _delivered(indikator: Indikator) -> Vorliegend | None:
    """What the active Datenstand has of it; None without any Datenstand."""
    active = data.datenstand()
    if active is None:
        return None
    years = data.offer(active.id, mit_stadt=True).geliefert.get(indikator.id, {})
    return Vorliegend(active.id, years, active.is_synthetic(indikator.id))
