"""The time series and their table as files."""

from __future__ import annotations

from sro.export.bild import abbildung
from sro.export.bild.kopf import heading
from sro.export.spalten import Beigabe, Zeile
from sro.model.datenstand import Datenstand
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.views.theme import LIGHT
from sro.web import data
from sro.web.auswahl import Auswahl
from sro.web.diagramme import chart
from sro.web.downloads import Datei, Zahlen, tables
from sro.web.figuren import Zeitseite


def series_files(seite: Zeitseite, auswahl: Auswahl, datenstand: Datenstand) -> list[Datei]:
    """The table of all series shown and the chart."""
    name = f"{auswahl.indikator}_{seite.jahre[0]}-{seite.jahre[-1]}"
    kopf = heading(seite.titel, seite.indikator, seite.periode, datenstand)
    beigabe = Beigabe(datenstand, publication())
    files = tables(Zahlen(name, _series_rows(seite, datenstand), seite.indikator, beigabe, kopf))
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
    neben = keys[0].ebene  # over the same periods as the chosen areas, which come first
    found = (b for key in keys for b in data.series_of(datenstand.id, seite.indikator.id, key, neben))
    observed = {(b.gebiet, b.jahr): b for b in found}
    return [Zeile(city().gebiet(key), jahr, observed.get((key, jahr))) for key in keys for jahr in seite.jahre]
