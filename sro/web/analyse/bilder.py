"""What each Blick shows for a selection: a chart with its text and table, or a table with its sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import altair as alt

from sro.auswertung.analyse.gebietsindex import area_index
from sro.auswertung.analyse.paar import Paar, pair
from sro.auswertung.analyse.tabelle import periods
from sro.auswertung.analyse.trichterkurve import funnel_curve
from sro.auswertung.analyse.zusammenhang import correlations
from sro.auswertung.gebietswerte import Gebietswerte, area_values
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.indikator import Indikator, Polaritaet
from sro.reference.catalogue import catalogue
from sro.stats.grund import Grund
from sro.stats.raum import spatial
from sro.stats.sozialindex import Komponente, is_help
from sro.store.nachbarschaft import neighbours
from sro.views.analyse import index as indexblatt
from sro.views.analyse import korrelation as korrelationsblatt
from sro.views.analyse import nachbarschaft as raumblatt
from sro.views.analyse import streubild
from sro.views.analyse import trichter as trichterbild
from sro.views.analyse import vergleich as vergleichsbild
from sro.views.theme import Theme
from sro.web.analyse.auswahl import Analyseauswahl, Blick, Indexteil, Lesart
from sro.web.auswahl import Angebot

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
    drawn = vergleichsbild.chart(werte, auftrag.theme, auftrag.gewaehlt) if werte.gezeigt else None
    return Figur((auftrag.indikator,), vergleichsbild.describe(werte), drawn, vergleichsbild.rows(werte))


def _funnel(auftrag: Auftrag) -> Figur:
    kurve = funnel_curve(auftrag.werte())
    drawn = None if kurve.grund else trichterbild.chart(kurve, auftrag.theme, auftrag.gewaehlt)
    return Figur((auftrag.indikator,), trichterbild.describe(kurve), drawn, trichterbild.rows(kurve))


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
    drawn = streubild.chart(paar, auftrag.theme, auftrag.gewaehlt) if paar.punkte else None
    return Figur((paar.x.indikator, paar.y.indikator), streubild.describe(paar), drawn, streubild.rows(paar))


def _quadrants(auftrag: Auftrag) -> Figur:
    alone = _alone(auftrag)
    if alone:
        return alone
    paar = _pair(auftrag)
    both = (paar.x.indikator, paar.y.indikator)
    if paar.quadranten is None:
        return Figur(both, f"Keine Quadranten: {Grund.ART.satz}", None, streubild.rows(paar))
    drawn = streubild.chart(paar, auftrag.theme, auftrag.gewaehlt, mit_bereichen=True) if paar.punkte else None
    return Figur(both, streubild.describe(paar, mit_bereichen=True), drawn, streubild.rows(paar))


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
