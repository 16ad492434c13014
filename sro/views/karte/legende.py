"""The legend of a map as HTML: one row a field, with its colour, its words and how many areas have it."""

from __future__ import annotations

from html import escape

from sro.views.karte.bild import Feld, Muster
from sro.views.karte.figur import Kartenfigur
from sro.views.theme import Theme


def html_legend(figur: Kartenfigur, theme: Theme, plural: str) -> str:
    """`plural` names the areas that are counted ("Stadtteile")."""
    rows = "".join(_row(feld, theme) for feld in figur.bild.felder)
    return (
        f'<p class="sro-legende-titel"><span>{escape(figur.legende)}</span><span>{escape(plural)}</span></p>'
        f'<ul class="sro-legende" aria-label="Legende">{rows}</ul>'
    )


def _row(feld: Feld, theme: Theme) -> str:
    return (
        f'<li data-feld="{feld.schluessel}"><i style="background:{fill(feld, theme)}"></i>'
        f"{escape(feld.text)}<b>{feld.anzahl}</b></li>"
    )


def fill(feld: Feld, theme: Theme) -> str:
    """The CSS background of an area with this field."""
    if feld.muster is Muster.SCHRAFFUR:
        return f"repeating-linear-gradient(45deg,{theme.hatch} 0 2px,{feld.farbe} 2px 6px)"
    if feld.muster is Muster.PUNKTE:
        return f"radial-gradient({theme.hatch} 1.2px,{feld.farbe} 1.6px) 0 0/6px 6px"
    return feld.farbe
