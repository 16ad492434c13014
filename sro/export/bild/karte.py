"""A map as a file: areas in the fields of a Kartenbild, and its legend. An SVG of our own, without browser."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sro.export.bild.blatt import opened, sheet, text, to_png
from sro.export.bild.kopf import Kopf
from sro.views.karte.bild import Feld, Kartenbild, Muster
from sro.views.karte.umriss import Grenzen, Projektion, Ring, fit, outlines, path, svg_borders
from sro.views.theme import LIGHT, Theme

WIDTH, HEIGHT = 560, 560  # room for the areas
LEGEND = 300
ROW = 22


def svg(bild: Kartenbild, grenzen: Grenzen, kopf: Kopf, legende: str, theme: Theme = LIGHT) -> bytes:
    """The map on a sheet; `legende` heads the legend (the unit). ValueError where an area has no boundary."""
    shapes = outlines(grenzen)
    missing = [f.gebiet.name for f in bild.flaechen if f.gebiet.id not in shapes]
    if missing:
        raise ValueError(f"Ohne Grenze: {', '.join(missing)}. Die Grenzen müssen zur Ebene der Karte gehören.")
    rings = [ring for f in bild.flaechen for ring in shapes[f.gebiet.id]]
    projektion, width, height = fit(rings, WIDTH, HEIGHT)
    fields = {feld.schluessel: feld for feld in bild.felder}
    areas = "".join(_area(f.gebiet.name, shapes[f.gebiet.id], fields[f.feld], projektion) for f in bild.flaechen)
    lines = svg_borders(rings, projektion, theme)
    legend = f'<g transform="translate({width + 28:.1f} 0)">{_legend(bild.felder, legende, theme)}</g>'
    tall = max(height, ROW * (len(bild.felder) + 2))
    return sheet(
        opened(width + 28 + LEGEND, tall, _patterns(theme) + areas + lines + legend),
        width + 28 + LEGEND,
        tall,
        kopf,
        theme,
    )


def png(bild: Kartenbild, grenzen: Grenzen, kopf: Kopf, legende: str, scale: float = 2, theme: Theme = LIGHT) -> bytes:
    """The same sheet as PNG; `scale` in device pixels."""
    return to_png(svg(bild, grenzen, kopf, legende, theme), scale)


def _area(name: str, rings: Iterable[Ring], feld: Feld, projektion: Projektion) -> str:
    drawn = path(rings, projektion)
    title = f"<title>{escape(f'{name}: {feld.text}')}</title>"
    painted = "".join(f'<path d="{drawn}" fill="{fill}" fill-rule="evenodd"/>' for fill in _fills(feld))
    return f"<g>{title}{painted}</g>"


def _fills(feld: Feld) -> list[str]:
    """What is painted, one on top of the other."""
    return [feld.farbe] if feld.muster is Muster.KEINS else [feld.farbe, f"url(#{feld.muster})"]


def _patterns(theme: Theme) -> str:
    line = f'<path d="M0 0V6" stroke="{theme.hatch}" stroke-width="2.4"/>'
    turned = 'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    dot = f'<circle cx="3" cy="3" r="1.1" fill="{theme.hatch}"/>'
    return (
        f'<defs><pattern id="{Muster.SCHRAFFUR}" width="6" height="6" {turned}>{line}</pattern>'
        f'<pattern id="{Muster.PUNKTE}" width="6" height="6" patternUnits="userSpaceOnUse">{dot}</pattern></defs>'
    )


def _legend(felder: Iterable[Feld], legende: str, theme: Theme) -> str:
    rows = (_legend_row(feld, ROW * (i + 1), theme) for i, feld in enumerate(felder))
    return text(0, 12, legende, 12, theme.quiet) + "".join(rows)


def _legend_row(feld: Feld, y: float, theme: Theme) -> str:
    box = f'y="{y:.1f}" width="22" height="14" stroke="{theme.quiet}" stroke-width="0.8"'
    boxes = "".join(f'<rect {box} fill="{fill}"/>' for fill in _fills(feld))
    return boxes + text(32, y + 11.5, f"{feld.text} ({feld.anzahl})", 12.5, theme.ink)
