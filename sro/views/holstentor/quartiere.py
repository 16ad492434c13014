"""The model project's area as a schematic map: two lived areas on both sides of a line that was drawn by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from sro.model.einrichtung import Einrichtung, Ort
from sro.model.gebiet import Modellprojekt, Punkt, Stadt, Trennlinie
from sro.views import words
from sro.views.bild import html_picture
from sro.views.holstentor.beduerfnis import needs, quartier_name
from sro.views.karte.umriss import Grenzen, Projektion, Ring, fit, outlines, path
from sro.views.theme import FONT, Theme

WIDTH, HEIGHT, MARGIN = 520, 430, 24
SCHEMATIC = "Schematisch: Die Linie ist von Hand gezogen; Quartiere haben keine amtliche Grenze."


def html_area(
    projekt: Modellprojekt,
    grenzen: Grenzen,
    stimmen: Mapping[str, int],
    einrichtungen: Sequence[Einrichtung],
    stadt: Stadt,
    theme: Theme,
    gewaehlt: str | None = None,
) -> str:
    """The map as a figure. `stimmen` counts Bedürfnisse by Quartier; empty where the area has no boundary."""
    drawn = svg_area(projekt, grenzen, stimmen, einrichtungen, stadt, theme, gewaehlt)
    if not drawn:
        return ""
    picture = html_picture(drawn, describe(projekt, stimmen, stadt), "")
    placed = _placed(einrichtungen)
    without = len(einrichtungen) - len(placed)
    points = f" {words.number(without)} Einrichtungen ohne Ortsangabe stehen nur in der Liste." if without else ""
    line = f"{SCHEMATIC}{points} {grenzen['quelle']}"
    names = "".join(f"<li>{escape(one.name)}</li>" for one, _ in placed)
    key = f"<ol>{names}</ol>" if names else ""
    return f'<figure class="sro-lageplan sro-quartiere">{picture}<figcaption>{escape(line)}{key}</figcaption></figure>'


def svg_area(
    projekt: Modellprojekt,
    grenzen: Grenzen,
    stimmen: Mapping[str, int],
    einrichtungen: Sequence[Einrichtung],
    stadt: Stadt,
    theme: Theme,
    gewaehlt: str | None = None,
) -> str:
    """The map as an <svg> element, names and numbers of Bedürfnisse inside the Quartiere."""
    shapes = outlines(grenzen)
    rings = shapes.pop(projekt.gebiet.id, None)
    if not rings:
        return ""
    to_pixels, width, height = fit(rings, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    around = "".join(path(others, to_pixels) for others in shapes.values())
    parts = _parts(projekt, rings[0])
    inside = "".join(
        _fill(part, to_pixels, theme, 0.14 + 0.12 * place + 0.2 * (name == gewaehlt))
        for place, (name, part) in enumerate(parts)
    )
    labels = "".join(_label(part, name, stimmen.get(name, 0), to_pixels, stadt, theme) for name, part in parts)
    outer = f"{-MARGIN} {-MARGIN} {width + 2 * MARGIN:.0f} {height + 2 * MARGIN:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 2 * MARGIN:.0f}" '
        f'height="{height + 2 * MARGIN:.0f}" viewBox="{outer}" font-family="{escape(FONT, quote=True)}">'
        f'<path d="{around}" fill="{theme.panel}" stroke="{theme.line}" stroke-width="1"/>'
        f'<path d="{path(rings, to_pixels)}" fill="{theme.panel}" stroke="{theme.ink}" stroke-width="2.5"/>'
        f"{inside}{_line(projekt.trennlinie, rings[0], to_pixels, theme)}"
        f"{_points(einrichtungen, to_pixels, theme)}{labels}</svg>"
    )


def _placed(einrichtungen: Sequence[Einrichtung]) -> list[tuple[Einrichtung, Ort]]:
    """Those whose place is known, in the order of their numbers on the map."""
    return [(one, one.ort) for one in einrichtungen if one.ort]


def describe(projekt: Modellprojekt, stimmen: Mapping[str, int], stadt: Stadt) -> str:
    """The map in words."""
    said = ", ".join(f"{quartier_name(name, stadt)} ({needs(count)})" for name, count in stimmen.items())
    line = f", geteilt von der Linie {projekt.trennlinie.name}" if projekt.trennlinie else ""
    return f"Schematische Karte von {projekt.name}{line}: {said}."


def clipped(ring: Ring, linie: Trennlinie, links: bool) -> Ring:
    """The part of a ring to the left or right of the line, which is taken as endless (Sutherland, Hodgman)."""
    sign = 1 if links else -1
    distances = [sign * _side(linie, (position[0], position[1])) for position in ring]
    found: Ring = []
    for place, here in enumerate(ring):
        before, d_before, d_here = ring[place - 1], distances[place - 1], distances[place]
        if (d_before >= 0) != (d_here >= 0):
            share = d_before / (d_before - d_here)
            found.append([before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])])
        if d_here >= 0:
            found.append(here)
    return found


def _side(linie: Trennlinie, punkt: Punkt) -> float:
    """Positive to the left of the way along the line."""
    (ax, ay), (bx, by) = linie.von, linie.bis
    return (bx - ax) * (punkt[1] - ay) - (by - ay) * (punkt[0] - ax)


def _parts(projekt: Modellprojekt, ring: Ring) -> list[tuple[str, Ring]]:
    linie = projekt.trennlinie
    if linie is None:
        return []
    both = [(linie.links, clipped(ring, linie, True)), (linie.rechts, clipped(ring, linie, False))]
    return [(name, part) for name, part in both if len(part) > 2]


def _fill(ring: Ring, to_pixels: Projektion, theme: Theme, opacity: float) -> str:
    return f'<path d="{path([ring], to_pixels)}" fill="{theme.accent}" fill-opacity="{opacity:.2f}"/>'


def _label(ring: Ring, name: str, count: int, to_pixels: Projektion, stadt: Stadt, theme: Theme) -> str:
    """Name and number of Bedürfnisse over everything else, with a rim that keeps them readable."""
    x, y = _middle([to_pixels(position[0], position[1]) for position in ring])
    rim = f'stroke="{theme.panel}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
    anchor = f'text-anchor="middle" x="{x:.0f}" fill="{theme.ink}" {rim}'
    return (
        f'<text {anchor} y="{y:.0f}" font-size="16" font-weight="650">{escape(quartier_name(name, stadt))}</text>'
        f'<text {anchor} y="{y + 21:.0f}" font-size="15">{escape(needs(count))}</text>'
    )


def _line(linie: Trennlinie | None, ring: Ring, to_pixels: Projektion, theme: Theme) -> str:
    """The line as far as the area goes, with its name along it."""
    if linie is None:
        return ""
    cut = [position for position in clipped(ring, linie, True) if abs(_side(linie, (position[0], position[1]))) < 1e-12]
    if len(cut) < 2:
        return ""
    (x1, y1), (x2, y2) = sorted(to_pixels(one[0], one[1]) for one in (min(cut), max(cut)))
    return (
        f'<path id="linie" d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}" stroke="{theme.selected}" stroke-width="3" '
        f'stroke-dasharray="9 6" fill="none"/><text dy="-7" font-size="13" fill="{theme.ink}" '
        f'stroke="{theme.panel}" stroke-width="4" paint-order="stroke">'
        f'<textPath href="#linie" startOffset="50%" text-anchor="middle">{escape(linie.name)}</textPath></text>'
    )


def _points(einrichtungen: Sequence[Einrichtung], to_pixels: Projektion, theme: Theme) -> str:
    """Facilities whose place is known, with their number in the list below the map."""
    dots = []
    for number, (_, ort) in enumerate(_placed(einrichtungen), 1):
        x, y = to_pixels(ort.lon, ort.lat)
        dots.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7.5" fill="{theme.paper}" stroke="{theme.quiet}"/>'
            f'<text x="{x:.1f}" y="{y + 3.2:.1f}" font-size="9" text-anchor="middle" fill="{theme.ink}">'
            f"{words.number(number)}</text>"
        )
    return "".join(dots)


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The centre of gravity of a polygon."""
    area = cx = cy = 0.0
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area, cx, cy = area + cross, cx + (x1 + x2) * cross, cy + (y1 + y2) * cross
    return (cx / (3 * area), cy / (3 * area)) if area else points[0]
