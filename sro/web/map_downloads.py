"""The map and its table as files."""

from __future__ import annotations

from collections.abc import Callable

from sro.export import karte
from sro.export.csv import Zeile
from sro.export.kopf import heading
from sro.model.datenstand import Datenstand
from sro.reference.city import city
from sro.store.grenzen import boundaries
from sro.views.theme import LIGHT
from sro.web.downloads import Datei, tables
from sro.web.figuren import Kartenseite, map_page


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
        *tables(name, rows, seite.indikator, datenstand),
        Datei("Karte als Bild (PNG)", f"{name}.png", "image/png", lambda: picture(karte.png)),
        Datei("Karte als Vektorgrafik (SVG)", f"{name}.svg", "image/svg+xml", lambda: picture(karte.svg)),
    ]
