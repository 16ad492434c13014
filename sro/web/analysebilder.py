"""What each Blick shows for a selection: a chart with its text and table, or a table with its sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import altair as alt

from sro.auswertung.gebietsindex import area_index
from sro.auswertung.gebietswerte import Gebietswerte, area_values
from sro.auswertung.paar import Paar, pair
from sro.auswertung.tabelle import periods
from sro.auswertung.trichterkurve import funnel_curve
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.auswertung.zusammenhang import correlations
from sro.model.indikator import Indikator, Polaritaet
from sro.reference.catalogue import catalogue
from sro.stats.grund import Grund
from sro.stats.raum import spatial
from sro.stats.sozialindex import Komponente, is_help
from sro.store.nachbarschaft import neighbours
from sro.views import indexblatt, korrelationsblatt, raumblatt, streubild, trichterbild, vergleichsbild
from sro.views.theme import Theme
from sro.web.analyseauswahl import Analyseauswahl, Baustein, Blick, Richtung
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
class Lage:
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


def figure(lage: Lage) -> Figur | None:
    """The figure of the Blick; None for the table, which has rows instead."""
    make = OFFERED.get(lage.auswahl.blick)
    return make(lage) if make else None


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


def parts_of(auswahl: Analyseauswahl, angebot: Angebot) -> tuple[Baustein, ...]:
    """What the index is made of: as chosen, else the theme of the first burden that the level has."""
    if auswahl.bausteine:
        return auswahl.bausteine
    burdens = [i for i in may_be_part(auswahl, angebot) if _burden(i)]
    return tuple(Baustein(i) for i in burdens if catalogue()[i].thema == catalogue()[burdens[0]].thema)


def may_be_part(auswahl: Analyseauswahl, angebot: Angebot) -> list[str]:
    """The indicators of the level without the helps, which an index must not hold."""
    return [i for i in angebot.geliefert if auswahl.ebene in angebot.ebenen(i) and not is_help(catalogue()[i])]


def _burden(indikator: str) -> bool:
    return catalogue()[indikator].polaritaet is Polaritaet.BELASTUNG


def _comparison(lage: Lage) -> Figur:
    werte = lage.werte()
    drawn = vergleichsbild.chart(werte, lage.theme, lage.gewaehlt) if werte.gezeigt else None
    return Figur((lage.indikator,), vergleichsbild.describe(werte), drawn, vergleichsbild.rows(werte))


def _funnel(lage: Lage) -> Figur:
    kurve = funnel_curve(lage.werte())
    drawn = None if kurve.grund else trichterbild.chart(kurve, lage.theme, lage.gewaehlt)
    return Figur((lage.indikator,), trichterbild.describe(kurve), drawn, trichterbild.rows(kurve))


def _scatter(lage: Lage) -> Figur:
    paar = _pair(lage)
    drawn = streubild.chart(paar, lage.theme, lage.gewaehlt) if paar.punkte else None
    return Figur((paar.x.indikator, paar.y.indikator), streubild.describe(paar), drawn, streubild.rows(paar))


def _quadrants(lage: Lage) -> Figur:
    paar = _pair(lage)
    both = (paar.x.indikator, paar.y.indikator)
    if paar.quadranten is None:
        return Figur(both, f"Keine Quadranten: {Grund.ART.satz}", None, streubild.rows(paar))
    drawn = streubild.chart(paar, lage.theme, lage.gewaehlt, mit_bereichen=True) if paar.punkte else None
    return Figur(both, streubild.describe(paar), drawn, streubild.rows(paar))


def _pair(lage: Lage) -> Paar:
    first, second = (catalogue()[i] for i in two_of(lage.auswahl, lage.angebot))
    return pair(lage.werk, first, second, lage.auswahl.ebene, lage.auswahl.jahr)


def _correlation(lage: Lage) -> Figur:
    asked = lage.auswahl.indikatoren if len(lage.auswahl.indikatoren) > 1 else two_of(lage.auswahl, lage.angebot)
    indikatoren = tuple(catalogue()[i] for i in asked)
    found = correlations(lage.werk, indikatoren, lage.auswahl.ebene, lage.auswahl.jahr)
    return Figur(indikatoren, html=korrelationsblatt.html_correlations(found))


def _index(lage: Lage) -> Figur:
    parts = tuple(
        Komponente(catalogue()[part.indikator], part.gewicht, SIGN[part.richtung] if part.richtung else None)
        for part in parts_of(lage.auswahl, lage.angebot)
    )
    found = area_index(lage.werk, parts, lage.auswahl.ebene, lage.auswahl.jahr)
    return Figur(tuple(k.indikator for k in parts), html=indexblatt.html_index(found, lage.gewaehlt))


def _space(lage: Lage) -> Figur:
    werte = lage.werte()
    shown = {one.gebiet.key: one.wert for one in werte.gezeigt if one.wert is not None}
    try:
        beside = neighbours(lage.auswahl.ebene)
    except FileNotFoundError as missing:
        return Figur((lage.indikator,), str(missing))
    return Figur((lage.indikator,), html=raumblatt.html_spatial(werte, spatial(shown, beside)))


SIGN = {Richtung.MEHR: 1, Richtung.WENIGER: -1}
OFFERED: dict[Blick, Callable[[Lage], Figur]] = {
    Blick.VERGLEICH: _comparison,
    Blick.TRICHTER: _funnel,
    Blick.STREUUNG: _scatter,
    Blick.QUADRANTEN: _quadrants,
    Blick.KORRELATION: _correlation,
    Blick.INDEX: _index,
    Blick.RAUM: _space,
}
