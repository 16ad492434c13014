"""Shares of points within one Werkstatt, as bars; each Werkstatt for itself."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sro.auswertung.werkstatt.punkte import Punktebild, Punktelage, Themenanteil
from sro.model.stimmenworte import Stimmenworte
from sro.views import words
from sro.views.werkstatt.worte import SYNTHETIC

SILENCE = {
    Punktelage.KEINE: "Hier wurden keine Punkte vergeben.",
    Punktelage.UNBEKANNT: "Keine Punkte vergeben oder nicht gezählt.",
    Punktelage.UNGEZAEHLT: "Wie viele Punkte es insgesamt waren, ist nicht notiert; deshalb gibt es keine Anteile.",
    Punktelage.WIDERSPRUCH: "Die Aussagen haben zusammen mehr Punkte, als insgesamt vergeben wurden; bitte prüfen. "
    "Bis dahin zeigen wir keine Anteile.",
}
RULE = (
    "Anteil an allen Punkten derselben Werkstatt. Punkte verschiedener Werkstätten werden nie zusammengezählt: "
    "Zahl der Kinder und der Punkte je Kind sind verschieden. Eine Aussage mit mehreren Themen zählt bei jedem."
)


def html_points(bilder: Sequence[Punktebild], worte: Stimmenworte, gewaehlt: str | None = None) -> str:
    """One card a Werkstatt; the theme `gewaehlt` stands out in each."""
    cards = "".join(_card(bild, worte, gewaehlt) for bild in bilder)
    return (
        f'<h2>Was am wichtigsten war</h2><p class="sro-unter">{RULE}</p>'
        f'<div class="sro-karten sro-drei sro-punkte">{cards}</div>'
    )


def _card(bild: Punktebild, worte: Stimmenworte, gewaehlt: str | None) -> str:
    mark = SYNTHETIC if bild.werkstatt.synthetisch else ""
    return (
        f'<div class="sro-karte"><h3>{escape(bild.werkstatt.titel)} {mark}</h3>{_content(bild, worte, gewaehlt)}</div>'
    )


def _content(bild: Punktebild, worte: Stimmenworte, gewaehlt: str | None) -> str:
    if bild.lage is not Punktelage.ANTEILE:
        return f"<p>{SILENCE[bild.lage]}</p>"
    if not bild.anteile:
        return f"<p>Keine der gewählten Aussagen hat einen der {words.number(bild.gesamt or 0)} Punkte.</p>"
    largest = bild.anteile[0].anteil
    bars = "".join(_bar(anteil, largest, worte, anteil.thema == gewaehlt) for anteil in bild.anteile)
    return f'<ul class="sro-balken">{bars}</ul><p class="sro-neben">{_below(bild)}</p>'


def _below(bild: Punktebild) -> str:
    without = bild.ungezaehlt
    missing = (
        f" Bei {words.number(without)} {'Aussage' if without == 1 else 'Aussagen'} nicht gezählt." if without else ""
    )
    return f"von {words.number(bild.gesamt or 0)} Punkten.{missing}"


def _bar(one: Themenanteil, largest: float, worte: Stimmenworte, gewaehlt: bool) -> str:
    thema = worte.thema(one.thema)
    points = f"{words.number(one.punkte)} {'Punkt' if one.punkte == 1 else 'Punkte'}"
    width = f"{one.anteil / largest * 100:.1f}"
    css = ' class="gewaehlt"' if gewaehlt else ""
    return (
        f'<li{css} title="{points}"><span>{escape(thema.name if thema else one.thema)}</span>'
        f'<span class="bahn" aria-hidden="true"><i style="width:{width}%"></i></span>'
        f'<b>{words.number(one.anteil * 100, 1)}{words.NBSP}%</b><span class="sro-nur-hoerbar">{points}</span></li>'
    )
