"""Charts as files, drawn by vl-convert: no browser, no network."""

from __future__ import annotations

import re
from typing import Any

import altair as alt
import vl_convert as vlc

from sro.export.bild.blatt import sheet, to_png
from sro.export.bild.kopf import Kopf
from sro.views.theme import LIGHT, Theme

Chart = alt.LayerChart | alt.FacetChart

WIDTH = 900  # pixels for a chart that on the screen follows its container


def svg(chart: Chart, kopf: Kopf, theme: Theme = LIGHT) -> bytes:
    """The chart on a sheet; `theme` is the one that the chart was made with (LIGHT for paper)."""
    drawn = vlc.vegalite_to_svg(_sized(chart), allowed_base_urls=[])
    return sheet(drawn, *_size(drawn), kopf, theme)


def png(chart: Chart, kopf: Kopf, scale: float = 2, theme: Theme = LIGHT) -> bytes:
    """The same sheet as PNG; `scale` in device pixels."""
    return to_png(svg(chart, kopf, theme), scale)


def _sized(chart: Chart) -> dict[str, Any]:
    spec: dict[str, Any] = chart.to_dict()
    if spec.get("width") == "container":
        spec["width"] = WIDTH
    return spec


def _size(drawn: str) -> tuple[float, float]:
    found = re.search(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"', drawn)
    if not found:
        raise ValueError("Das Diagramm hat keine Größe.")
    return float(found[1]), float(found[2])
