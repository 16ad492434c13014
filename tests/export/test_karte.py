from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from sro.export.bild import karte
from sro.export.bild.kopf import Kopf
from sro.model.gebiet import Gebiet
from sro.stats.klassen import Methode, classify
from sro.views.karte.bild import Zustand, kartenbild
from sro.views.theme import LIGHT, sequential
from tests.beispiele import parsed

SVG = "{http://www.w3.org/2000/svg}"
AREAS = [Gebiet("stadtteil", f"{i:02d}", f"Gebiet <{i}> & Co") for i in range(4)]
KOPF = Kopf("Karte", "%, 2024", "Melderegister", "Datenstand 1", ("Schematische Karte",))


def square(index: int, size: float = 0.01) -> dict[str, Any]:
    west, south = 10.6 + index * size, 53.8
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    hole = [[x + (0.3 if x == west else -0.3) * size, y + (0.3 if y == south else -0.3) * size] for x, y in ring]
    geometry: dict[str, Any] = {"type": "Polygon", "coordinates": [ring]}
    if index == 1:
        geometry = {"type": "MultiPolygon", "coordinates": [[ring, hole]]}
    return {"type": "Feature", "properties": {"id": f"{index:02d}"}, "geometry": geometry}


GRENZEN = {"type": "FeatureCollection", "features": [square(i) for i in (3, 1, 0, 2)]}  # in any order
ZAHLEN = {AREAS[0].key: 10.0, AREAS[1].key: 20.0, AREAS[2].key: Zustand.GEHEIM}  # the fourth is missing
KLASSEN = classify([10.0, 20.0], Methode.QUANTILE, 2)
BILD = kartenbild(AREAS, ZAHLEN, KLASSEN, sequential(2), LIGHT)


def test_every_area_has_the_fill_of_its_legend_entry() -> None:
    root = parsed(karte.svg(BILD, GRENZEN, KOPF, "%"))
    fills = {
        group.findtext(f"{SVG}title"): [path.attrib["fill"] for path in group.iter(f"{SVG}path")]
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
    }
    light, dark = sequential(2)
    assert fills == {
        "Gebiet <0> & Co: 10,0": [light],
        "Gebiet <1> & Co: 10,1 bis 20,0": [dark],
        "Gebiet <2> & Co: geheim gehalten": [LIGHT.panel, "url(#schraffur)"],
        "Gebiet <3> & Co: nicht geliefert": [LIGHT.missing],
    }


def test_legend_counts_and_notes_are_written() -> None:
    texts = [node.text for node in parsed(karte.svg(BILD, GRENZEN, KOPF, "%")).iter(f"{SVG}text")]
    assert {"10,0 (1)", "10,1 bis 20,0 (1)", "geheim gehalten (1)", "nicht geliefert (1)", "Schematische Karte"} <= set(
        texts
    )


def test_squares_keep_their_shape() -> None:
    """A hundredth of a degree is 0.59 times as wide as high at 53.8° north."""
    root = parsed(karte.svg(BILD, GRENZEN, KOPF, "%"))
    first = next(path for path in root.iter(f"{SVG}path") if path.get("fill") == sequential(2)[0])
    corners = [tuple(map(float, part.split())) for part in first.attrib["d"].strip("MZ").split("L")]
    wide = max(x for x, _ in corners) - min(x for x, _ in corners)
    tall = max(y for _, y in corners) - min(y for _, y in corners)
    assert wide / tall == pytest.approx(0.5905, abs=0.002)


def test_an_area_without_boundary_is_named() -> None:
    part = {"type": "FeatureCollection", "features": GRENZEN["features"][:3]}
    with pytest.raises(ValueError, match="Ohne Grenze: Gebiet <2> & Co"):
        karte.svg(BILD, part, KOPF, "%")


def test_the_png_shows_the_colours() -> None:
    picture = Image.open(io.BytesIO(karte.png(BILD, GRENZEN, KOPF, "%", scale=1))).convert("RGB")
    found = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in picture.getcolors(maxcolors=1_000_000) or []}
    assert {*sequential(2), LIGHT.panel, LIGHT.missing} <= found
