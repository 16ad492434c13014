"""A map's figures with their boundaries as GeoJSON or GeoPackage, for QGIS and other GIS."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sro.export.codebuch import Eintrag
from sro.export.offen.gebiete import Umrisse, values_geojson
from sro.export.spalten import SPALTEN, Art, Beigabe, Zeile, cells
from sro.model.indikator import Indikator

# pandas types that know a missing value; a date is written as text, which every GIS reads alike.
DTYPES = {Art.TEXT: "string", Art.GANZZAHL: "Int64", Art.ZAHL: "Float64", Art.DATUM: "string", Art.JA_NEIN: "boolean"}


def geojson(zeilen: Sequence[Zeile], indikator: Indikator, umrisse: Umrisse, beigabe: Beigabe) -> bytes:
    """The same document as under /api/gebiete.geojson."""
    return values_geojson(zeilen, indikator, umrisse, beigabe)


def gpkg(
    zeilen: Sequence[Zeile], indikator: Indikator, umrisse: Umrisse, beigabe: Beigabe, codebuch: Sequence[Eintrag]
) -> bytes:
    """A layer named after the level in EPSG:4326, and the codebook as a table. A hidden value is NULL.

    Rows whose area has no outline are left out.
    """
    import pyogrio  # half a second to import, and few people ask for this file

    layer = _layer(zeilen, indikator, umrisse, beigabe)
    about = "; ".join((*beigabe.notes([indikator]), *umrisse.notes()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "karte.gpkg"
        pyogrio.write_dataframe(
            layer,
            path,
            layer=umrisse.ebene,
            driver="GPKG",
            geometry_type="MultiPolygon",
            layer_options={"IDENTIFIER": f"{indikator.name} ({umrisse.ebene})", "DESCRIPTION": about},
            layer_metadata=_metadata(indikator, beigabe, about),
        )
        pyogrio.write_dataframe(_codebook(codebuch), path, layer="codebuch", driver="GPKG")
        return path.read_bytes()


def _layer(zeilen: Sequence[Zeile], indikator: Indikator, umrisse: Umrisse, beigabe: Beigabe) -> Any:
    import geopandas
    from shapely.geometry import MultiPolygon, shape

    shown = [zeile for zeile in zeilen if zeile.gebiet.id in umrisse.formen]
    outlines = [shape(umrisse.formen[zeile.gebiet.id]) for zeile in shown]
    several = [o if o.geom_type == "MultiPolygon" else MultiPolygon([o]) for o in outlines]
    table = _table([cells(zeile, indikator, beigabe) for zeile in shown])
    table["grenzen"], table["schematisch"] = umrisse.quelle, umrisse.schematisch
    return geopandas.GeoDataFrame(table, geometry=several, crs="EPSG:4326")


def _table(rows: Sequence[Sequence[Any]]) -> Any:
    import pandas as pd

    columns = zip(SPALTEN, zip(*rows, strict=True), strict=True) if rows else ((spalte, ()) for spalte in SPALTEN)
    return pd.DataFrame({s.name: pd.Series(_plain(s.art, values), dtype=DTYPES[s.art]) for s, values in columns})


def _plain(art: Art, values: Sequence[Any]) -> list[Any]:
    return [v.isoformat() if art is Art.DATUM and v is not None else v for v in values]


def _codebook(codebuch: Sequence[Eintrag]) -> Any:
    import pandas as pd

    return pd.DataFrame({name: [getattr(e, name) for e in codebuch] for name in ("teil", "name", "bedeutung")})


def _metadata(indikator: Indikator, beigabe: Beigabe, about: str) -> dict[str, str]:
    lizenz = beigabe.herausgabe.lizenz
    return {
        "DATENSTAND": str(beigabe.datenstand.id),
        "QUELLE": indikator.quelle,
        "LIZENZ": f"{lizenz.name} ({lizenz.id})",
        "HINWEISE": about,
    }
