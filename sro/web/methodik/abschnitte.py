"""The sections of the Methodik, one at a time: a closed one costs nothing."""

from __future__ import annotations

import streamlit as st

from sro.model.gebiet import Ebene
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.reference.texte import statement, statistics_text
from sro.store.grenzen import boundaries, imported_file
from sro.views.methodik.datenstaende import html_datenstaende
from sro.views.methodik.gebiete import Grenzstand, html_areas, html_levels, html_quartiere
from sro.views.methodik.geheimhaltung import html_rules
from sro.views.methodik.reihenbrueche import html_breaks
from sro.views.methodik.zeichen import html_legend_of_states
from sro.views.texte import for_page, open_fields, parts, with_fields
from sro.web import data
from sro.web.appearance import theme
from sro.web.methodik.lesestelle import Abschnitt, Lesestelle
from sro.web.methodik.lesezeichen import API, controlled, offered, place

NAME = {
    Abschnitt.INDIKATOREN: "Indikatoren",
    Abschnitt.STATISTIK: "Statistik",
    Abschnitt.GEHEIMHALTUNG: "Geheimhaltung",
    Abschnitt.ZEICHEN: "Zeichen",
    Abschnitt.GEBIETE: "Gebiete",
    Abschnitt.REIHENBRUECHE: "Reihenbrüche",
    Abschnitt.DATENSTAENDE: "Datenstände",
    Abschnitt.OFFENE_DATEN: "Offene Daten",
    Abschnitt.BARRIEREFREIHEIT: "Barrierefreiheit",
    Abschnitt.DATENSCHUTZ: "Datenschutz",
    Abschnitt.IMPRESSUM: "Impressum",
}


def sections(stelle: Lesestelle) -> None:
    """The way to every section."""
    st.pills(
        "Abschnitt",
        offered(),
        format_func=NAME.__getitem__,
        required=True,
        label_visibility="collapsed",
        **controlled("abschnitt", stelle.abschnitt, lambda chosen: {"abschnitt": Abschnitt(chosen), "indikator": None}),
    )


def heading(stelle: Lesestelle) -> None:
    st.html(f"<h2>{NAME[stelle.abschnitt]}</h2>")


def statistics() -> None:
    """How figures are computed, from the handbook: its beginning, then its chapters, each opened when asked for."""
    text = statistics_text()
    if text is None:
        st.html(
            '<p class="sro-leer">Die Beschreibung der Rechenverfahren (docs/statistik.md) ist hier nicht abgelegt.</p>'
        )
        return
    intro, chapters = parts(text)
    with st.container(key="methodik_text"):
        st.markdown(for_page(intro))
        for number, (title, body) in enumerate(chapters):
            chapter = st.expander(for_page(title), key=f"methodik_kapitel_{number}", on_change="rerun")
            if chapter.open:
                chapter.markdown(for_page(body))


def rules() -> None:
    st.html(html_rules(catalogue()))


def marks() -> None:
    st.html(html_legend_of_states(theme(), catalogue().geheimhaltung))


def areas() -> None:
    """Levels and boundaries, then the areas of the chosen level."""
    st.html(html_levels(city(), [_boundaries(ebene) for ebene in city().ebenen]))
    names = {ebene.id: ebene.plural if ebene.rang else ebene.name for ebene in city().ebenen}
    chosen = place().ebene or city().ebenen[min(1, len(names) - 1)].id
    st.segmented_control(
        "Gebiete der Ebene",
        list(names),
        format_func=names.__getitem__,
        required=True,
        **controlled("ebene", chosen, lambda ebene: {"ebene": ebene}),
    )
    st.html(html_areas(city(), city().ebene(chosen)) + html_quartiere(city()))


def series_breaks() -> None:
    st.html(html_breaks(catalogue()))


def datenstaende() -> None:
    """Every released Datenstand and how much it hides."""
    found = data.store().datenstaende()
    st.html(html_datenstaende(found, {one.id: data.store().bericht(one.id) for one in found}, catalogue()))


def open_data() -> None:
    """The way to the interface for machines."""
    st.html(
        '<div class="sro-blatt"><p>Was diese Anwendung zeigt, können auch Programme lesen: dieselben geschützten Werte '
        f'mit Quelle und Datenstand.</p><p><a href="{API}" target="_self">Schnittstelle mit Beschreibung</a></p></div>'
    )


def office_statement(name: str) -> None:
    """A statement that the office is answerable for; says first what it has not filled in yet."""
    text = statement(name)
    missing = len(open_fields(text))
    if missing:
        st.html(f'<p class="sro-leer">{_template(missing)}</p>')
    with st.container(key="methodik_text_vorlage"):
        st.markdown(for_page(with_fields(text)))


def _template(missing: int) -> str:
    fields = "Eine Angabe fehlt" if missing == 1 else f"{missing} Angaben fehlen"
    return f"Diese Seite ist noch eine Vorlage. {fields}, im Text markiert; die anbietende Stelle trägt sie ein."


def _boundaries(ebene: Ebene) -> Grenzstand:
    try:
        grenzen = boundaries(ebene.id)
    except FileNotFoundError:
        return Grenzstand(ebene, 0, "Es liegen keine vor.")
    came = "eingelesen" if grenzen.path == imported_file(ebene.id) else "mitgeliefert"
    origin = f"abgeleitet aus {city().ebene(grenzen.abgeleitet).plural}" if grenzen.abgeleitet else came
    kind = "Schematisch" if grenzen.schematisch else "Tatsächliche Grenzen"
    return Grenzstand(ebene, len(grenzen.ids), f"{kind}, {origin}. {grenzen.quelle}")
