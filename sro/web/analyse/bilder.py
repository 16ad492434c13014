"""What each Blick shows for a selection: a chart with its text and table, or a table with its sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import altair as alt

from sro.auswertung.analyse.gebietsindex import area_index
from sro.auswertung.analyse.paar import Paar, pair
from sro.auswertung.analyse.tabelle import periods
from sro.auswertung.analyse.trichterkurve import Trichterkurve, funnel_curve
from sro.auswertung.analyse.zusammenhang import correlations
from sro.auswertung.gebietswerte import Gebietswerte, area_values
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator, Polaritaet
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.stats.grund import Grund
from sro.stats.raum import spatial
from sro.stats.sozialindex import Komponente, is_help
from sro.store.nachbarschaft import neighbours
from sro.views import words
from sro.views.analyse import index as indexblatt
from sro.views.analyse import korrelation as korrelationsblatt
from sro.views.analyse import nachbarschaft as raumblatt
from sro.views.analyse import streubild
from sro.views.analyse import trichter as trichterbild
from sro.views.analyse import vergleich as vergleichsbild
from sro.views.theme import Theme
from sro.web.analyse.auswahl import Analyseauswahl, Blick, Indexteil, Lesart
from sro.web.auswahl import Angebot

MOST_DRAWN = 200  # areas with a row or a point of their own in one chart
NOT_ALL = "Gezeichnet sind von {} Gebieten die hervorgehobenen und die ringsum."
NONE_YET = "Für {} Gebiete nebeneinander ist kein Platz. Bitte unter „Gebiete hervorheben“ welche wählen."
IN_LIMITS = " {} Gebiete innerhalb der Grenzen sind nicht gezeichnet."
TOO_MANY = "Für {} {} werden räumliche Muster nicht geprüft. Bitte eine gröbere Ebene wählen."
Tafel = tuple[Sequence[str], Sequence[Sequence[str]]]  # head and rows, plain text


@dataclass(frozen=True)
class Figur:
    """`text` says what there is to see, or why nothing; `html` stands where no chart is drawn."""

    indikatoren: tuple[Indikator, ...]
    text: str = ""
    diagramm: alt.LayerChart | None = None
    tafel: Tafel | None = None
    html: str = ""


@dataclass(frozen=True)
class Auftrag:
    """What a figure is made of."""

    werk: Zahlenwerk
    auswahl: Analyseauswahl
    angebot: Angebot
    theme: Theme

    @property
    def gewaehlt(self) -> frozenset[str]:
        return frozenset(self.auswahl.gebiete)

    @property
    def indikator(self) -> Indikator:
        return catalogue()[self.auswahl.indikatoren[0]]

    @property
    def jahr(self) -> int:
        """Of pooled values the last year of the period."""
        return periods(self.indikator, self.auswahl.ebene, (self.auswahl.jahr,))[0]

    def draws(self, gebiet: Gebiet) -> bool:
        """Whether a chart with a row or a point an area has this one: of a level with very many areas those that are
        chosen, and those around them where that is not too many again."""
        if len(city().of_level(gebiet.ebene)) <= MOST_DRAWN or gebiet.id in self.gewaehlt:
            return True
        return gebiet.eltern in self._around and len(city().children(gebiet.eltern)) <= MOST_DRAWN

    @property
    def left_out(self) -> str:
        """Says that not all areas are drawn, and how to see others; nothing where all are."""
        areas = len(city().of_level(self.auswahl.ebene))
        if areas <= MOST_DRAWN:
            return ""
        return (NOT_ALL if self.auswahl.gebiete else NONE_YET).format(words.number(areas))

    @cached_property
    def _around(self) -> frozenset[GebietKey]:
        chosen = (city().gebiet(GebietKey(self.auswahl.ebene, one)) for one in self.auswahl.gebiete)
        return frozenset(gebiet.eltern for gebiet in chosen if gebiet.eltern)

    def werte(self) -> Gebietswerte:
        return area_values(self.werk, self.indikator, self.auswahl.ebene, self.jahr)


def figure(auftrag: Auftrag) -> Figur | None:
    """The figure of the Blick; None for the table, which has rows instead."""
    make = OFFERED.get(auftrag.auswahl.blick)
    return make(auftrag) if make else None


def two_of(auswahl: Analyseauswahl, angebot: Angebot) -> tuple[str, str]:
    """The two indicators of a chart of two: the first two; beside a lone one the first that tells of a burden.

    Among quadrants the burden stands first.
    """
    if len(auswahl.indikatoren) > 1:
        return auswahl.indikatoren[0], auswahl.indikatoren[1]
    lone = auswahl.indikatoren[0]
    here = [i for i in angebot.geliefert if i != lone and auswahl.ebene in angebot.ebenen(i)]
    others = here or [i for i in angebot.geliefert if i != lone] or [lone]
    partner = next((i for i in others if _burden(i)), others[0])
    reverse = auswahl.blick is Blick.QUADRANTEN and _burden(partner) and not _burden(lone)
    return (partner, lone) if reverse else (lone, partner)


def parts_of(auswahl: Analyseauswahl, angebot: Angebot) -> tuple[Indexteil, ...]:
    """What the index is made of: as chosen, else the theme of the first burden that the level has."""
    if auswahl.indexteile:
        return auswahl.indexteile
    burdens = [i for i in may_be_part(auswahl, angebot) if _burden(i)]
    return tuple(Indexteil(i) for i in burdens if catalogue()[i].thema == catalogue()[burdens[0]].thema)


def may_be_part(auswahl: Analyseauswahl, angebot: Angebot) -> list[str]:
    """The indicators of the level without the helps, which an index must not hold."""
    return [i for i in angebot.geliefert if auswahl.ebene in angebot.ebenen(i) and not is_help(catalogue()[i])]


def _burden(indikator: str) -> bool:
    return catalogue()[indikator].polaritaet is Polaritaet.BELASTUNG


def _comparison(auftrag: Auftrag) -> Figur:
    werte = auftrag.werte()
    part = replace(werte, werte=tuple(one for one in werte.werte if auftrag.draws(one.gebiet)))
    drawn = vergleichsbild.chart(part, auftrag.theme, auftrag.gewaehlt) if part.gezeigt else None
    text = f"{vergleichsbild.describe(part if part.werte else werte)} {auftrag.left_out}"
    return Figur((auftrag.indikator,), text.strip(), drawn, vergleichsbild.rows(werte))


def _funnel(auftrag: Auftrag) -> Figur:
    kurve = funnel_curve(auftrag.werte())
    part = replace(kurve, punkte=tuple(one for one in kurve.punkte if _in_funnel(auftrag, kurve, one.gebiet)))
    drawn = None if kurve.grund else trichterbild.chart(part, auftrag.theme, auftrag.gewaehlt)
    left_out = len(kurve.punkte) - len(part.punkte)
    text = f"{trichterbild.describe(kurve)}{IN_LIMITS.format(words.number(left_out)) if left_out else ''}"
    return Figur((auftrag.indikator,), text, drawn, trichterbild.rows(kurve))


def _in_funnel(auftrag: Auftrag, kurve: Trichterkurve, gebiet: Gebiet) -> bool:
    """Of very many areas those within the limits stay away: they are what the limits say already."""
    return not city().is_large(gebiet.ebene) or gebiet.id in kurve.ausserhalb or auftrag.draws(gebiet)


NUR_EINER = "Auf dieser Ebene ist nur ein Indikator geliefert; dieser Blick braucht zwei."


def _alone(auftrag: Auftrag) -> Figur | None:
    """What is said where there is no second indicator; None where there is one."""
    first, second = two_of(auftrag.auswahl, auftrag.angebot)
    return Figur((auftrag.indikator,), NUR_EINER, None, None) if first == second else None


def _scatter(auftrag: Auftrag) -> Figur:
    alone = _alone(auftrag)
    if alone:
        return alone
    paar = _pair(auftrag)
    part = _drawn(paar, auftrag)
    drawn = streubild.chart(part, auftrag.theme, auftrag.gewaehlt) if part.punkte else None
    text = f"{streubild.describe(paar)} {_not_drawn(paar, part, auftrag)}".strip()
    return Figur((paar.x.indikator, paar.y.indikator), text, drawn, streubild.rows(paar))


def _quadrants(auftrag: Auftrag) -> Figur:
    alone = _alone(auftrag)
    if alone:
        return alone
    paar = _pair(auftrag)
    both = (paar.x.indikator, paar.y.indikator)
    if paar.quadranten is None:
        return Figur(both, f"Keine Quadranten: {Grund.ART.satz}", None, streubild.rows(paar))
    part = _drawn(paar, auftrag)
    drawn = streubild.chart(part, auftrag.theme, auftrag.gewaehlt, mit_bereichen=True) if part.punkte else None
    text = f"{streubild.describe(paar, mit_bereichen=True)} {_not_drawn(paar, part, auftrag)}".strip()
    return Figur(both, text, drawn, streubild.rows(paar))


def _drawn(paar: Paar, auftrag: Auftrag) -> Paar:
    """The points that a chart has; of very many areas those around the chosen ones."""
    if not city().is_large(auftrag.auswahl.ebene):
        return paar
    return replace(paar, punkte=tuple(point for point in paar.punkte if auftrag.draws(point.gebiet)))


def _not_drawn(paar: Paar, part: Paar, auftrag: Auftrag) -> str:
    return auftrag.left_out if len(part.punkte) < len(paar.punkte) else ""


def _pair(auftrag: Auftrag) -> Paar:
    first, second = (catalogue()[i] for i in two_of(auftrag.auswahl, auftrag.angebot))
    return pair(auftrag.werk, first, second, auftrag.auswahl.ebene, auftrag.auswahl.jahr)


def _correlation(auftrag: Auftrag) -> Figur:
    asked = (
        auftrag.auswahl.indikatoren
        if len(auftrag.auswahl.indikatoren) > 1
        else two_of(auftrag.auswahl, auftrag.angebot)
    )
    indikatoren = tuple(catalogue()[i] for i in asked)
    found = correlations(auftrag.werk, indikatoren, auftrag.auswahl.ebene, auftrag.auswahl.jahr)
    return Figur(indikatoren, html=korrelationsblatt.html_correlations(found))


def _index(auftrag: Auftrag) -> Figur:
    parts = tuple(
        Komponente(catalogue()[part.indikator], part.gewicht, SIGN[part.lesart] if part.lesart else None)
        for part in parts_of(auftrag.auswahl, auftrag.angebot)
    )
    found = area_index(auftrag.werk, parts, auftrag.auswahl.ebene, auftrag.auswahl.jahr)
    return Figur(tuple(k.indikator for k in parts), html=indexblatt.html_index(found, auftrag.gewaehlt))


def _space(auftrag: Auftrag) -> Figur:
    ebene = city().ebene(auftrag.auswahl.ebene)
    if city().is_large(ebene.id):
        return Figur((auftrag.indikator,), TOO_MANY.format(words.number(len(city().of_level(ebene.id))), ebene.plural))
    werte = auftrag.werte()
    shown = {one.gebiet.key: one.wert for one in werte.gezeigt if one.wert is not None}
    try:
        beside = neighbours(auftrag.auswahl.ebene)
    except FileNotFoundError as missing:
        return Figur((auftrag.indikator,), str(missing))
    return Figur((auftrag.indikator,), html=raumblatt.html_spatial(werte, spatial(shown, beside)))


SIGN = {Lesart.MEHR: 1, Lesart.WENIGER: -1}
OFFERED: dict[Blick, Callable[[Auftrag], Figur]] = {
    Blick.VERGLEICH: _comparison,
    Blick.TRICHTER: _funnel,
    Blick.STREUUNG: _scatter,
    Blick.QUADRANTEN: _quadrants,
    Blick.KORRELATION: _correlation,
    Blick.INDEX: _index,
    Blick.RAUM: _space,
}
