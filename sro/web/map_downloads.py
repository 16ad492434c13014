"""The map and its table as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sro.export.bild import karte
from sro.export.bild.kopf import Kopf, heading
from sro.export.offen.gebiete import Umrisse, outlines_of
from sro.export.spalten import Beigabe, Zeile
from sro.model.datenstand import Datenstand
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.store.grenzen import boundaries
from sro.views.theme import LIGHT
from sro.web.auswahl import Skala
from sro.web.downloads import Datei, Zahlen, codebook_of, tables
from sro.web.figuren import Kartenseite, map_page

GPKG, GEOJSON = "application/geopackage+sqlite3", "application/geo+json"


def map_files(seite: Kartenseite, datenstand: Datenstand) -> list[Datei]:
    """The year's table, the areas with it, and the map as shown, on paper's light background."""
    auswahl = seite.auswahl
    grenzen = boundaries(auswahl.ebene)
    name = f"{auswahl.indikator}_{auswahl.ebene}_{auswahl.jahr}"
    rows = [Zeile(g, auswahl.jahr, seite.daten.of(auswahl.jahr).get(g.key)) for g in seite.daten.gebiete]
    city_row = Zeile(city().oberste, auswahl.jahr, seite.daten.stadt.get(auswahl.jahr))
    beigabe = Beigabe(datenstand, publication(), grenzen.quelle)
    values = seite if auswahl.skala is Skala.WERT else map_page(replace(auswahl, skala=Skala.WERT), datenstand, LIGHT)
    smooth = seite.figur.geglaettet
    zahlen = Zahlen(name, [*rows, city_row], seite.indikator, beigabe, _heading(values, datenstand), smooth)
    return [*tables(zahlen), *_for_gis(zahlen, rows, auswahl.ebene), *_pictures(name, seite, datenstand)]


def _heading(seite: Kartenseite, datenstand: Datenstand) -> Kopf:
    notes = [note for note in (seite.figur.anmerkung, boundaries(seite.auswahl.ebene).quelle) if note]
    return heading(seite.titel, seite.indikator, seite.daten.zeit(seite.auswahl.jahr), datenstand, notes)


def _for_gis(zahlen: Zahlen, rows: Sequence[Zeile], ebene: str) -> list[Datei]:
    """The areas of the level with the year's values; the whole city is no area among them."""
    beigabe = Beigabe(zahlen.beigabe.datenstand, zahlen.beigabe.herausgabe)

    def geojson() -> bytes:
        from sro.export import geodatei

        return geodatei.geojson(rows, zahlen.indikator, _outlines(ebene), beigabe)

    def gpkg() -> bytes:
        from sro.export import geodatei

        return geodatei.gpkg(rows, zahlen.indikator, _outlines(ebene), beigabe, codebook_of(zahlen))

    return [
        Datei("Karte für GIS (GeoPackage)", f"{zahlen.name}.gpkg", GPKG, gpkg),
        Datei("Karte für GIS (GeoJSON)", f"{zahlen.name}.geojson", GEOJSON, geojson),
    ]


def _outlines(ebene: str) -> Umrisse:
    grenzen = boundaries(ebene)
    return outlines_of(ebene, grenzen.quelle, grenzen.schematisch, grenzen.geojson())


def _pictures(name: str, seite: Kartenseite, datenstand: Datenstand) -> list[Datei]:
    auswahl, kopf = seite.auswahl, _heading(seite, datenstand)
    name = f"{name}_geglaettet" if seite.figur.geglaettet else name

    def picture(draw: Callable[..., bytes]) -> bytes:
        on_paper = map_page(auswahl, datenstand, LIGHT)
        return draw(on_paper.figur.bild, boundaries(auswahl.ebene).geojson(), kopf, on_paper.figur.legende)

    return [
        Datei("Karte als Bild (PNG)", f"{name}.png", "image/png", lambda: picture(karte.png)),
        Datei("Karte als Vektorgrafik (SVG)", f"{name}.svg", "image/svg+xml", lambda: picture(karte.svg)),
    ]
