"""Areas of a level as GeoJSON, with an indicator's values of one year where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sro.export.offen.beschreibung import compact, head, of_licence
from sro.export.spalten import Beigabe, Zeile, Zelle, record
from sro.model.gebiet import Gebiet
from sro.model.herausgabe import Herausgabe, Lizenz
from sro.model.indikator import Indikator
from sro.reference.herausgabe import LIZENZEN

SCHEMATISCH = "Schematische Karte, keine amtlichen Grenzen"


@dataclass(frozen=True)
class Umrisse:
    """The boundaries of a level: geometry in WGS 84 by the area's id, where they come from, whether schematic."""

    ebene: str
    quelle: str
    schematisch: bool
    formen: dict[str, dict[str, Any]]

    def notes(self) -> tuple[str, ...]:
        """Where they come from, and that they are schematic where the source does not say so itself."""
        told = not self.schematisch or "schematisch" in self.quelle.casefold()
        return (self.quelle,) if told else (SCHEMATISCH, self.quelle)


def outlines_of(ebene: str, quelle: str, schematisch: bool, collection: dict[str, Any]) -> Umrisse:
    """From a FeatureCollection whose features have an `id` among their properties."""
    formen = {feature["properties"]["id"]: feature["geometry"] for feature in collection["features"]}
    return Umrisse(ebene, quelle, schematisch, formen)


def licence_of(umrisse: Umrisse, herausgabe: Herausgabe) -> Lizenz | None:
    """The licence of boundaries; None where nobody has said it, because a file's terms cannot be guessed."""
    if umrisse.schematisch:
        return herausgabe.lizenz
    return LIZENZEN["odbl"] if "ODbL" in umrisse.quelle else herausgabe.lizenz_grenzen


def areas_geojson(gebiete: Iterable[Gebiet], umrisse: Umrisse, beigabe: Beigabe) -> bytes:
    """A feature an area that has an outline, without figures."""
    return _collection([_feature(g, umrisse, _named(g)) for g in gebiete if g.id in umrisse.formen], umrisse, beigabe)


def values_geojson(zeilen: Iterable[Zeile], indikator: Indikator, umrisse: Umrisse, beigabe: Beigabe) -> bytes:
    """A feature a row whose area has an outline; a hidden value is null and `status` says why."""
    shown = [zeile for zeile in zeilen if zeile.gebiet.id in umrisse.formen]
    features = [_feature(z.gebiet, umrisse, record(z, indikator, beigabe)) for z in shown]
    return _collection(features, umrisse, beigabe, (indikator,))


def _collection(
    features: list[dict[str, Any]], umrisse: Umrisse, beigabe: Beigabe, indikatoren: tuple[Indikator, ...] = ()
) -> bytes:
    licence = licence_of(umrisse, beigabe.herausgabe)
    about = head(beigabe, indikatoren)
    content = {
        "type": "FeatureCollection",
        "name": umrisse.ebene,
        **about,
        "hinweise": (*about["hinweise"], *umrisse.notes()),
        "grenzen": {
            "quelle": umrisse.quelle,
            "schematisch": umrisse.schematisch,
            "lizenz": of_licence(licence) if licence else None,
        },
    }
    return compact(content | {"features": features})


def _named(gebiet: Gebiet) -> dict[str, Zelle]:
    eltern = gebiet.eltern
    return {
        "ebene": gebiet.ebene,
        "gebiet_id": gebiet.id,
        "gebiet": gebiet.name,
        "teil_von_ebene": eltern.ebene if eltern else None,
        "teil_von_id": eltern.id if eltern else None,
    }


def _feature(gebiet: Gebiet, umrisse: Umrisse, properties: dict[str, Zelle]) -> dict[str, Any]:
    borders = {"grenzen": umrisse.quelle, "schematisch": umrisse.schematisch}
    return {
        "type": "Feature",
        "id": f"{gebiet.ebene}:{gebiet.id}",
        "properties": properties | borders,
        "geometry": umrisse.formen[gebiet.id],
    }
