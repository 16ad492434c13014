"""Taking a figure away: table and picture, made only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from sro.export import abbildung, karte
from sro.export.csv import Form, Zeile, figure_csv
from sro.export.kopf import heading
from sro.model.datenstand import Datenstand
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung
from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.views.quelle import datenstand_label
from sro.views.theme import LIGHT
from sro.web import data
from sro.web.auswahl import Auswahl
from sro.web.diagramme import chart
from sro.web.figuren import Kartenseite, Zeitseite, map_page


@dataclass(frozen=True)
class Datei:
    """One file to take away; `make` is called when the button is pressed."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def offer_files(dateien: Sequence[Datei]) -> None:
    """A button a file."""
    with st.container(horizontal=True):
        for datei in dateien:
            st.download_button(
                datei.label, datei.make, datei.name, datei.mime, icon=":material/download:", on_click="ignore"
            )


def map_files(seite: Kartenseite, datenstand: Datenstand) -> list[Datei]:
    """The year's table and the map as shown, on paper's light background."""
    auswahl = seite.auswahl
    name = f"{auswahl.indikator}_{auswahl.ebene}_{auswahl.jahr}"

    def picture(draw: Callable[..., bytes]) -> bytes:
        on_paper = map_page(auswahl, datenstand, LIGHT)
        grenzen = boundaries(auswahl.ebene)
        kopf = heading(seite.titel, seite.indikator, seite.indikator.period(auswahl.jahr), datenstand, [grenzen.quelle])
        return draw(on_paper.figur.bild, grenzen.geojson(), kopf, on_paper.figur.legende)

    rows = [Zeile(g, auswahl.jahr, seite.daten.of(auswahl.jahr).get(g.key)) for g in seite.daten.gebiete]
    rows.append(Zeile(city().oberste, auswahl.jahr, seite.daten.stadt.get(auswahl.jahr)))
    return [
        *_tables(name, rows, seite, datenstand),
        Datei("Karte als Bild (PNG)", f"{name}.png", "image/png", lambda: picture(karte.png)),
        Datei("Karte als Vektorgrafik (SVG)", f"{name}.svg", "image/svg+xml", lambda: picture(karte.svg)),
    ]


def series_files(seite: Zeitseite, auswahl: Auswahl, datenstand: Datenstand) -> list[Datei]:
    """The table of all series shown and the chart."""
    name = f"{auswahl.indikator}_{seite.jahre[0]}-{seite.jahre[-1]}"
    kopf = heading(seite.titel, seite.indikator, f"{seite.jahre[0]} bis {seite.jahre[-1]}", datenstand)
    files = _tables(name, _series_rows(seite, datenstand), seite, datenstand)
    if seite.hinweis:
        return files
    return [
        *files,
        Datei(
            "Grafik als Bild (PNG)",
            f"{name}.png",
            "image/png",
            lambda: abbildung.png(chart(seite, auswahl, LIGHT), kopf),
        ),
        Datei(
            "Grafik als Vektorgrafik (SVG)",
            f"{name}.svg",
            "image/svg+xml",
            lambda: abbildung.svg(chart(seite, auswahl, LIGHT), kopf),
        ),
    ]


def _series_rows(seite: Zeitseite, datenstand: Datenstand) -> list[Zeile]:
    """One row an area and year; the rest of the city is a computed line and has none."""
    keys = list(dict.fromkeys(reihe.schluessel for reihe in seite.reihen))
    observed = {(b.gebiet, b.jahr): b for key in keys for b in _observations(seite, datenstand, key)}
    return [Zeile(city().gebiet(key), jahr, observed.get((key, jahr))) for key in keys for jahr in seite.jahre]


def _observations(seite: Zeitseite, datenstand: Datenstand, key: GebietKey) -> tuple[Beobachtung, ...]:
    return data.observations(datenstand.id, seite.indikator.id, key.ebene)


def _tables(name: str, rows: list[Zeile], seite: Kartenseite | Zeitseite, datenstand: Datenstand) -> list[Datei]:
    herkunft = "synthetisch" if datenstand.is_synthetic(seite.indikator.id) else ""

    def table(form: Form) -> bytes:
        return figure_csv(rows, seite.indikator, datenstand_label(datenstand), herkunft, form)

    return [
        Datei("Tabelle für Excel (CSV)", f"{name}_excel.csv", "text/csv", lambda: table(Form.EXCEL)),
        Datei("Tabelle für Programme (CSV)", f"{name}.csv", "text/csv", lambda: table(Form.MASCHINE)),
    ]
