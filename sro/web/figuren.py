"""Figures for a selection: what the pages show, prepared from the store and cached by small frozen values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sro.model.datenstand import Datenstand
from sro.model.gebiet import Gebiet
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.stats.reihe import Reihe, Rolle, rest_series, series
from sro.views import quelle, words
from sro.views.gebietsblatt import Gebietsblatt
from sro.views.kartenfigur import Daten, Einteilung, Kartenfigur, change_map, city_map, value_map
from sro.views.theme import Theme
from sro.web import data
from sro.web.auswahl import Angebot, Ansicht, Auswahl, Skala
from sro.web.geometry import drawn


@dataclass(frozen=True)
class Kartenseite:
    """Everything that the map page shows for a selection."""

    auswahl: Auswahl
    indikator: Indikator
    daten: Daten
    figur: Kartenfigur
    titel: str
    quelle: str
    plural: str

    @property
    def hinweis(self) -> str:
        return self.figur.hinweis


def map_page(auswahl: Auswahl, datenstand: Datenstand, theme: Theme) -> Kartenseite:
    indikator = catalogue()[auswahl.indikator]
    plural = city().ebene(auswahl.ebene).plural
    daten = data.map_data(datenstand.id, indikator.id, auswahl.ebene, drawn(auswahl.ebene))
    return Kartenseite(
        auswahl=auswahl,
        indikator=indikator,
        daten=daten,
        figur=_figure(daten, auswahl, theme),
        titel=_title(indikator, plural, auswahl),
        quelle=quelle.source_line(indikator, indikator.period(auswahl.jahr), datenstand),
        plural=plural,
    )


def area_sheet(auswahl: Auswahl, datenstand: Datenstand, angebot: Angebot) -> Gebietsblatt:
    """The panel of the chosen area, or of the whole city."""
    indikator, top = catalogue()[auswahl.indikator], city().oberste
    jahre = angebot.jahre(auswahl.indikator, auswahl.ebene)
    stadt = _Ort(datenstand, indikator, top)
    if auswahl.key is None:
        return Gebietsblatt(indikator, auswahl.jahr, top, stadt.observed(auswahl.jahr), reihe=stadt.series(jahre))
    ort = _Ort(datenstand, indikator, city().gebiet(auswahl.key))
    parent = city().parent(auswahl.key)
    return Gebietsblatt(
        indikator,
        auswahl.jahr,
        ort.gebiet,
        ort.observed(auswahl.jahr),
        stadt.observed(auswahl.jahr),
        (parent, _Ort(datenstand, indikator, parent).observed(auswahl.jahr)) if parent and parent != top else None,
        ort.series(jahre),
        stadt.series(jahre),
    )


def _title(indikator: Indikator, plural: str, auswahl: Auswahl) -> str:
    """Names the year or years whose data the colours show."""
    if auswahl.skala is Skala.VERAENDERUNG:
        return f"{indikator.name} {words.in_areas(plural)}, Veränderung {auswahl.seit} bis {auswahl.jahr}"
    distance = ", Abstand zur Stadt" if auswahl.skala is Skala.STADT else ""
    return f"{indikator.name} {words.in_areas(plural)}, {auswahl.jahr}{distance}"


@dataclass(frozen=True)
class _Ort:
    """One area's observations of one indicator."""

    datenstand: Datenstand
    indikator: Indikator
    gebiet: Gebiet

    @property
    def observations(self) -> tuple[Beobachtung, ...]:
        rows = data.observations(self.datenstand.id, self.indikator.id, self.gebiet.ebene)
        return tuple(b for b in rows if b.gebiet == self.gebiet.key)

    def observed(self, jahr: int) -> Beobachtung | None:
        return next((b for b in self.observations if b.jahr == jahr), None)

    def series(self, jahre: Sequence[int]) -> Reihe:
        rolle = Rolle.GEBIET if self.gebiet.eltern else Rolle.STADT
        return series(self.indikator, self.observations, jahre, self.gebiet.name, self.gebiet.key, rolle)


@dataclass(frozen=True)
class Zeitseite:
    """Everything that the time series page shows for a selection."""

    indikator: Indikator
    reihen: tuple[Reihe, ...]
    titel: str
    quelle: str
    jahre: tuple[int, ...]

    @property
    def hinweis(self) -> str:
        if any(reihe.shown for reihe in self.reihen):
            return ""
        return "Für diese Auswahl gibt es in keinem Jahr einen Wert, der gezeigt werden kann."


def series_page(auswahl: Auswahl, datenstand: Datenstand, angebot: Angebot) -> Zeitseite:
    """The chosen areas (all of the level for small multiples), the city, and the rest of the city for a single area."""
    indikator = catalogue()[auswahl.indikator]
    jahre = angebot.jahre(auswahl.indikator, auswahl.ebene)
    stadt = _Ort(datenstand, indikator, city().oberste)
    orte = [_Ort(datenstand, indikator, gebiet) for gebiet in _areas_of(auswahl)]
    reihen = [ort.series(jahre) for ort in orte]
    if len(orte) == 1 and orte[0].observations:
        name = f"Übrige Stadt (ohne {orte[0].gebiet.name})"
        reihen.append(rest_series(indikator, stadt.observations, orte[0].observations, jahre, name))
    reihen.append(stadt.series(jahre))
    behind = f"Grau dahinter: {city().oberste.name} · " if view_of(auswahl) is Ansicht.VIELFACHE else ""
    periode = f"{indikator.period(jahre[0])} bis {indikator.period(jahre[-1])}"
    return Zeitseite(
        indikator=indikator,
        reihen=tuple(reihen),
        titel=f"{indikator.name}, {jahre[0]} bis {jahre[-1]}",
        quelle=behind + quelle.source_line(indikator, periode, datenstand),
        jahre=jahre,
    )


def view_of(auswahl: Auswahl) -> Ansicht:
    """How the series are drawn: as asked for, else every area by itself until some are chosen."""
    if auswahl.ebene == city().oberste.ebene:
        return Ansicht.LINIEN
    return auswahl.ansicht or (Ansicht.LINIEN if auswahl.gezeigt else Ansicht.VIELFACHE)


def _areas_of(auswahl: Auswahl) -> tuple[Gebiet, ...]:
    if auswahl.ebene == city().oberste.ebene:
        return ()
    level = city().of_level(auswahl.ebene)
    return level if view_of(auswahl) is Ansicht.VIELFACHE else tuple(g for g in level if g.id in auswahl.gezeigt)


def _figure(daten: Daten, auswahl: Auswahl, theme: Theme) -> Kartenfigur:
    einteilung = Einteilung(auswahl.methode, auswahl.klassen, auswahl.grenzen)
    if auswahl.skala is Skala.VERAENDERUNG and auswahl.seit is not None:
        return change_map(daten, auswahl.seit, auswahl.jahr, einteilung, theme)
    if auswahl.skala is Skala.STADT:
        return city_map(daten, auswahl.jahr, einteilung, theme)
    return value_map(daten, auswahl.jahr, einteilung, theme)
