"""A figure's map on a screen: all areas of a level, the dialogue's own one heavily outlined, the legend in words."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.stats.klassen import Methode
from sro.views import words
from sro.views.karte.bild import Feld, Kartenbild, Muster
from sro.views.karte.figur import Daten, Einteilung, Kartenfigur, value_map
from sro.views.karte.legende import fill
from sro.views.karte.umriss import Grenzen, Projektion, Ring, fit, outlines, path, svg_borders
from sro.views.theme import LIGHT, Theme
from sro.views.zahlen.beschreibung import describe_map

WIDTH, HEIGHT = 640, 452
BORDER = 1.5  # of the lines between areas, which are thin on a page
CLASSES = 5  # so many greys are told apart on a poor projector


def html_map(
    werk: Zahlenwerk,
    indikator: Indikator,
    ebene: str,
    gebiet: GebietKey,
    grenzen: Grenzen,
    theme: Theme = LIGHT,
) -> str:
    """The map of a level in its newest year; empty where the level has no figures or no boundaries.

    `gebiet` is outlined where it is of this level.
    """
    jahr = werk.newest(indikator, ebene)
    daten = _daten(werk, indikator, ebene, jahr, grenzen) if jahr is not None else None
    if jahr is None or daten is None or not daten.gebiete:
        return ""
    figur = value_map(daten, jahr, Einteilung(Methode.QUANTILE, CLASSES), theme)
    values = [daten.of(jahr).get(one.key) for one in daten.gebiete]
    plural = werk.stadt.ebene(ebene).plural
    said = describe_map(jahr, plural, values, werk.of_area(indikator, werk.oberste.key).get(jahr), indikator)
    own = gebiet.id if gebiet.ebene == ebene else ""
    name = f"{indikator.id}-{ebene}".replace("_", "-")
    drawn = _svg(figur.bild, outlines(grenzen), own, name, theme)
    period = indikator.period(jahr, indikator.jahre_zusammen(ebene))
    outlined = f'<p class="eigenes">{escape(_outlined(werk, indikator, gebiet, jahr))}</p>' if own else ""
    below = f"{_legend(figur, period, plural, theme)}{outlined}<p>{escape(str(grenzen['quelle']))}</p>"
    return (
        f'<figure class="karte"><div role="img" aria-label="{escape(said, quote=True)}">{drawn}</div>'
        f"<figcaption>{below}</figcaption></figure>"
    )


def _outlined(werk: Zahlenwerk, indikator: Indikator, gebiet: GebietKey, jahr: int) -> str:
    """ "Kräftig umrandet: Moisling, 37,7 %" """
    value = words.shown(werk.of_area(indikator, gebiet).get(jahr), indikator)
    return f"Kräftig umrandet: {werk.stadt.gebiet(gebiet).name}, {value}"


def _daten(werk: Zahlenwerk, indikator: Indikator, ebene: str, jahr: int, grenzen: Grenzen) -> Daten:
    """One year alone: its classes need not compare with those of other years, and differ more from each other."""
    drawn = {feature["properties"]["id"] for feature in grenzen["features"]}
    areas = tuple(one for one in werk.stadt.of_level(ebene) if one.id in drawn)
    return Daten(
        indikator, areas, {jahr: werk.of_level(indikator, ebene, jahr)}, werk.of_area(indikator, werk.oberste.key)
    )


def _svg(bild: Kartenbild, shapes: Mapping[str, list[Ring]], own: str, name: str, theme: Theme) -> str:
    rings = [ring for flaeche in bild.flaechen for ring in shapes[flaeche.gebiet.id]]
    projektion, width, height = fit(rings, WIDTH - 16, HEIGHT - 16)
    fields = {feld.schluessel: feld for feld in bild.felder}
    areas = "".join(_area(shapes[f.gebiet.id], fields[f.feld], projektion, name, theme) for f in bild.flaechen)
    outline = _outline(shapes[own], projektion, theme) if own in shapes else ""
    return (
        f'<svg viewBox="-8 -8 {width + 16:.0f} {height + 16:.0f}" aria-hidden="true">{_patterns(name, theme)}'
        f'<g fill-rule="evenodd">{areas}</g>{svg_borders(rings, projektion, theme, BORDER)}{outline}</svg>'
    )


def _area(rings: list[Ring], feld: Feld, projektion: Projektion, name: str, theme: Theme) -> str:
    drawn = path(rings, projektion)
    over = f'<path d="{drawn}" fill="url(#{name}-{feld.muster})"/>' if feld.muster is not Muster.KEINS else ""
    return f'<path d="{drawn}" fill="{feld.farbe}"/>{over}'


def _outline(rings: list[Ring], projektion: Projektion, theme: Theme) -> str:
    """Dark on light, so that it stands out from every fill, in grey as well."""
    drawn = path(rings, projektion)
    return "".join(
        f'<path d="{drawn}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"/>'
        for colour, width in ((theme.paper, 10), (theme.ink, 5))
    )


def _patterns(name: str, theme: Theme) -> str:
    """Named for this map: a pattern of a hidden screen would not be drawn on another."""
    turned = 'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    return (
        f'<defs><pattern id="{name}-{Muster.SCHRAFFUR}" width="12" height="12" {turned}>'
        f'<path d="M0 0V12" stroke="{theme.hatch}" stroke-width="6"/></pattern>'
        f'<pattern id="{name}-{Muster.PUNKTE}" width="12" height="12" patternUnits="userSpaceOnUse">'
        f'<circle cx="6" cy="6" r="2.6" fill="{theme.hatch}"/></pattern></defs>'
    )


def _legend(figur: Kartenfigur, period: str, plural: str, theme: Theme) -> str:
    """Below "%, Dezember 2024" and "Stadtteile" the fields, each with how many areas it has."""
    rows = "".join(
        f'<li><i style="background:{fill(feld, theme)}"></i><span>{escape(feld.text)}</span>'
        f"<b>{words.number(feld.anzahl)}</b></li>"
        for feld in figur.bild.felder
    )
    head = f"<span>{escape(f'{figur.legende}, {period}')}</span><span>{escape(plural)}</span>"
    return f'<h3 class="spalten">{head}</h3><ul>{rows}</ul>'
