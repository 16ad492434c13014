"""Where an area lies: the areas of the city in grey, the one in question in the accent colour."""

from __future__ import annotations

from html import escape

from sro.model.gebiet import Gebiet, Stadt
from sro.views.bild import html_picture
from sro.views.karte.umriss import Grenzen, fit, outlines, path
from sro.views.theme import Theme

WIDTH, HEIGHT = 300, 260


def svg_locator(gebiet: Gebiet, grenzen: Grenzen, theme: Theme) -> str:
    """The map as an <svg> element; all areas of the level, without words. Empty where the area has no boundary."""
    shapes = outlines(grenzen)
    if gebiet.id not in shapes:
        return ""
    projektion, width, height = fit([ring for rings in shapes.values() for ring in rings], WIDTH, HEIGHT)
    others = "".join(path(rings, projektion) for name, rings in shapes.items() if name != gebiet.id)
    edge = f'stroke="{theme.paper}" stroke-width="0.8" fill-rule="evenodd"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}"><path d="{others}" fill="{theme.line}" {edge}/>'
        f'<path d="{path(shapes[gebiet.id], projektion)}" fill="{theme.accent}" {edge}/></svg>'
    )


def html_locator(gebiet: Gebiet, grenzen: Grenzen, stadt: Stadt, theme: Theme) -> str:
    """The map as an <img> with its sentence, and the note that the boundaries demand below it."""
    drawn = svg_locator(gebiet, grenzen, theme)
    if not drawn:
        return ""
    picture = html_picture(drawn, describe(gebiet, stadt), "")
    return f'<figure class="sro-lageplan">{picture}<figcaption>{escape(str(grenzen["quelle"]))}</figcaption></figure>'


def describe(gebiet: Gebiet, stadt: Stadt) -> str:
    """The map in words: "Lageplan: Moisling, hervorgehoben unter den 10 Stadtteilen von Lübeck." """
    ebene = stadt.ebene(gebiet.ebene)
    count = len(stadt.of_level(gebiet.ebene))
    return f"Lageplan: {gebiet.name}, hervorgehoben auf der Karte aller {count} {ebene.plural}."
