"""A made-up city of four blocks in two quarters, and its boundaries as squares."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pytest
from shapely import Polygon, box

from sro.model.gebiet import Stadt
from sro.reference.city import read_city

STADT = """
id: probe
name: Probestadt
mittelpunkt: [50.01, 10.01]
ebenen:
  - {id: stadt, name: Stadt, plural: Stadt}
  - {id: viertel, name: Viertel, plural: Viertel}
  - {id: block, name: Block, plural: Blöcke}
"""
GEBIETE = """ebene,id,name,aliase,eltern_ebene,eltern_id,west,sued,ost,nord,flaeche_km2,osm_relation
stadt,00,Probestadt,,,,,,,,,
viertel,01,West,,stadt,00,,,,,,
viertel,02,Ost,,stadt,00,,,,,,
block,01,Alt-Süd,,viertel,01,10.00,50.00,10.01,50.01,0.797,1001
block,02,St. Anna,Sankt Anna|Annaviertel,viertel,02,10.01,50.00,10.02,50.01,0.797,1002
block,03,Mühle,,viertel,01,10.00,50.01,10.01,50.02,0.797,1003
block,04,Nord / Hafen,Nord-Hafen,viertel,02,10.01,50.01,10.02,50.02,0.797,1004
"""


def square(id: str) -> Polygon:
    """The outline of a block: 01 and 02 in the south, 03 and 04 in the north."""
    west, south = (10.0, 10.01)[(int(id) - 1) % 2], (50.0, 50.01)[(int(id) - 1) // 2]
    return box(west, south, round(west + 0.01, 2), round(south + 0.01, 2))


@pytest.fixture
def stadt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stadt:
    """The made-up city, with an empty folder for what is imported."""
    folder = tmp_path / "probe"
    folder.mkdir()
    (folder / "stadt.yaml").write_text(STADT, encoding="utf-8")
    (folder / "gebiete.csv").write_text(GEBIETE, encoding="utf-8")
    monkeypatch.setenv("SRO_STADT", str(folder))
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    return read_city(folder)


@pytest.fixture
def bloecke() -> geopandas.GeoDataFrame:
    """The four blocks with ids, names and the id of their quarter, in EPSG:4326."""
    return geopandas.GeoDataFrame(
        {
            "code": ["01", "02", "03", "04"],
            "viertel_code": ["01", "02", "01", "02"],
            "name": ["Alt-Süd", "Sankt Anna", "Mühle", "Nord/Hafen"],
        },
        geometry=[square(id) for id in ("01", "02", "03", "04")],
        crs=4326,
    )
