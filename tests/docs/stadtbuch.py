"""The city of docs/eigene-stadt.md, made from the page's own blocks and commands alone."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import geopandas
import pytest
from shapely.geometry import box

from sro.cli import main
from tests.docs.buecher import ROOT, Befehl, commands

PAGE = (ROOT / "docs" / "eigene-stadt.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(yaml|csv)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FIGURES, BORDERS = "zahlen.csv", "viertel.geojson"
OPEN = 1  # what `stadt pruefen` answers while something is missing
# A picture of one pixel: what the logo shows is no matter.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def blocks(kind: str) -> list[str]:
    """The page's blocks of a kind, in order."""
    return [text for language, text in BLOCK.findall(PAGE) if language == kind]


def block(kind: str, first: str) -> str:
    """The one that begins with these words."""
    (found,) = (text for text in blocks(kind) if text.startswith(first))
    return found


def settings() -> dict[str, str]:
    """What the page has people export."""
    (found,) = (befehl for befehl in commands(PAGE) if befehl.worte[0] == "export")
    return dict(word.split("=") for word in found.worte[1:])


def calls() -> list[Befehl]:
    """What it has them do with `python -m sro`, in order."""
    return [befehl for befehl in commands(PAGE) if befehl.sro]


def build(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    """Makes the city in this folder by following the page; what went otherwise than the page says."""
    patch.chdir(folder)
    for name, value in settings().items():
        patch.setenv(name, str(folder / value))
    surprises = []
    for befehl in calls():
        words = befehl.sro or []
        expected = {0, OPEN} if words[:2] == ["stadt", "pruefen"] else {0}
        code = main(words)
        if code not in expected:
            surprises.append(f"{befehl} endet mit {code}")
        if words[:2] == ["stadt", "neu"]:
            _written(folder)
    return surprises


def _written(folder: Path) -> None:
    """What the page has people type, as soon as there is the city's folder."""
    city = folder / settings()["SRO_STADT"]
    (city / "stadt.yaml").write_text("\n".join((block("yaml", "id:"), block("yaml", "aussehen:"))), encoding="utf-8")
    (city / "gebiete.csv").write_text(block("csv", "ebene,"), encoding="utf-8")
    (city / "logo.png").write_bytes(PIXEL)
    (city / "favicon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (folder / FIGURES).write_text(block("csv", "indikator_id,"), encoding="utf-8")
    shapes = {f"0{n}": box(10.7 + n / 100, 53.9, 10.71 + n / 100, 53.91) for n in (1, 2, 3)}
    frame = geopandas.GeoDataFrame({"id": list(shapes)}, geometry=list(shapes.values()), crs="EPSG:4326")
    frame.to_file(folder / BORDERS, driver="GeoJSON")
