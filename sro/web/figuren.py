"""Figures for a selection: what the pages show, prepared from the store and cached by small frozen values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sro.auswertung.kennwert import figure
from sro.model.buendelung import zeitraum, zeitraum_kurz
from sro.model.datenstand import Datenstand
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.stats.reihe import Reihe, Rolle, rest_series, series
from sro.views import quelle, words
from sro.views.karte.figur import Daten, Einteilung, Kartenfigur, change_map, city_map, value_map
from sro.views.karte.glatt import smoothed_map
from sro.views.theme import Theme
from sro.views.zahlen.gebietsblatt import Gebietsblatt
from sro.views.zahlen.saetze import sentences
from sro.web import data
from sro.web.auswahl import Angebot, Ansicht, Auswahl, Skala
from sro.web.geometry import drawn

HOECHSTENS_FELDER = 120  # small charts on one page
HOECHSTENS_SAETZE = 3  # areas of which a chart says something in words


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
    gezeichnet = drawn(auswahl.ebene)
    daten = data.map_data(datenstand.id, indikator.id, auswahl.ebene, gezeichnet)
    figur = _figure(datenstand.id, gezeichnet, replace(auswahl, gebiet=None, gebiete=(), ansicht=None), theme)
    return Kartenseite(
        auswahl=auswahl,
        indikator=indikator,
        daten=daten,
        figur=figur,
        titel=_title(indikator, plural, auswahl) + (", geglättet" if figur.geglaettet else ""),
        quelle=quelle.source_line(indikator, daten.zeit(auswahl.jahr), datenstand),
        plural=plural,
    )


def area_sheet(seite: Kartenseite, datenstand: Datenstand, angebot: Angebot) -> Gebietsblatt:
    """The panel of the chosen area, or of the whole city."""
    auswahl, indikator, top = seite.auswahl, seite.indikator, city().oberste
    jahre = angebot.jahre(auswahl.indikator, auswahl.ebene)
    stadt = _Ort(datenstand, indikator, top, auswahl.ebene)
    if auswahl.key is None:
        return Gebietsblatt(indikator, auswahl.jahr, top, stadt.observed(auswahl.jahr), reihe=stadt.series(jahre))
    ort = _Ort(datenstand, indikator, city().gebiet(auswahl.key), auswahl.ebene)
    parent = city().parent(auswahl.key)
    return Gebietsblatt(
        indikator,
        auswahl.jahr,
        ort.gebiet,
        ort.observed(auswahl.jahr),
        stadt.observed(auswahl.jahr),
        _above(_Ort(datenstand, indikator, parent, auswahl.ebene), auswahl.jahr) if parent and parent != top else None,
        ort.series(jahre),
        stadt.series(jahre),
        seite.figur.geglaettet.get(auswahl.key),
        _said(datenstand, indikator, auswahl.key, auswahl.jahr),
    )


def _said(datenstand: Datenstand, indikator: Indikator, gebiet: GebietKey, jahr: int | None = None) -> tuple[str, ...]:
    """What can be said about an area's figure of a year, by default the newest one."""
    found = figure(data.figures(datenstand.id), indikator, gebiet, jahr)
    return tuple(sentences(found)) if found else ()


def _above(ort: _Ort, jahr: int) -> tuple[Gebiet, Beobachtung | None]:
    return ort.gebiet, ort.observed(jahr)


def _title(indikator: Indikator, plural: str, auswahl: Auswahl) -> str:
    """Names the year or years whose data the colours show."""
    zusammen = indikator.jahre_zusammen(auswahl.ebene)
    jahr = zeitraum_kurz(auswahl.jahr, zusammen)
    if auswahl.skala is Skala.VERAENDERUNG and auswahl.seit:
        seit = zeitraum_kurz(auswahl.seit, zusammen)
        return f"{indikator.name} {words.in_areas(plural)}, Veränderung {seit} bis {jahr}"
    distance = ", Abstand zur Stadt" if auswahl.skala is Skala.STADT else ""
    mean = f" ({zusammen} Jahre zusammen)" if zusammen > 1 else ""
    return f"{indikator.name} {words.in_areas(plural)}, {jahr}{mean}{distance}"


@dataclass(frozen=True)
class _Ort:
    """One area's observations of one indicator, over the periods in which the level `neben` is published."""

    datenstand: Datenstand
    indikator: Indikator
    gebiet: Gebiet
    neben: str

    @property
    def observations(self) -> tuple[Beobachtung, ...]:
        return data.series_of(self.datenstand.id, self.indikator.id, self.gebiet.key, self.neben)

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
    periode: str
    jahre: tuple[int, ...]
    saetze: tuple[str, ...] = ()  # about the newest year of the chosen areas

    @property
    def hinweis(self) -> str:
        if any(reihe.shown for reihe in self.reihen):
            return ""
        return "Für diese Auswahl gibt es in keinem Jahr einen Wert, der gezeigt werden kann."


def series_page(auswahl: Auswahl, datenstand: Datenstand, angebot: Angebot) -> Zeitseite:
    """The chosen areas (all of the level for small multiples), the city, and the rest of the city for a single area."""
    indikator = catalogue()[auswahl.indikator]
    jahre = angebot.jahre(auswahl.indikator, auswahl.ebene)
    stadt = _Ort(datenstand, indikator, city().oberste, auswahl.ebene)
    orte = [_Ort(datenstand, indikator, gebiet, auswahl.ebene) for gebiet in _areas_of(auswahl)]
    reihen = [ort.series(jahre) for ort in orte]
    if len(orte) == 1 and orte[0].observations:
        name = f"Übrige Stadt (ohne {orte[0].gebiet.name})"
        reihen.append(rest_series(indikator, stadt.observations, orte[0].observations, jahre, name))
    reihen.append(stadt.series(jahre))
    behind = f"Grau dahinter: {city().oberste.name} · " if view_of(auswahl) is Ansicht.VIELFACHE else ""
    zusammen = angebot.jahre_zusammen(auswahl.indikator, auswahl.ebene)
    erstes = zeitraum(jahre[0], zusammen)[0]
    je = f" (je {zusammen} Jahre zusammen)" if zusammen > 1 else ""
    periode = f"{indikator.period(erstes)} bis {indikator.period(jahre[-1])}{je}"
    return Zeitseite(
        indikator=indikator,
        reihen=tuple(reihen),
        titel=f"{indikator.name}, {erstes} bis {jahre[-1]}{je}",
        quelle=behind + quelle.source_line(indikator, periode, datenstand),
        periode=periode,
        jahre=jahre,
        saetze=_about(auswahl, datenstand, [ort.gebiet for ort in orte]),
    )


def _about(auswahl: Auswahl, datenstand: Datenstand, gebiete: Sequence[Gebiet]) -> tuple[str, ...]:
    """One paragraph an area, as far as few enough are drawn to be read."""
    if view_of(auswahl) is Ansicht.VIELFACHE or len(gebiete) > HOECHSTENS_SAETZE:
        return ()
    indikator = catalogue()[auswahl.indikator]
    told = (" ".join(_said(datenstand, indikator, gebiet.key)) for gebiet in gebiete)
    return tuple(filter(None, told))


def has_multiples(ebene: str) -> bool:
    """Whether every area of a level can have a small chart: not where they would be too many to look at."""
    return ebene != city().oberste.ebene and len(city().of_level(ebene)) <= HOECHSTENS_FELDER


def view_of(auswahl: Auswahl) -> Ansicht:
    """How the series are drawn: as asked for, else every area by itself until some are chosen."""
    if not has_multiples(auswahl.ebene):
        return Ansicht.LINIEN
    return auswahl.ansicht or (Ansicht.LINIEN if auswahl.gezeigt else Ansicht.VIELFACHE)


def _areas_of(auswahl: Auswahl) -> tuple[Gebiet, ...]:
    if auswahl.ebene == city().oberste.ebene:
        return ()
    level = city().of_level(auswahl.ebene)
    return level if view_of(auswahl) is Ansicht.VIELFACHE else tuple(g for g in level if g.id in auswahl.gezeigt)


@lru_cache(maxsize=128)
def _figure(datenstand_id: int, gezeichnet: tuple[str, ...], auswahl: Auswahl, theme: Theme) -> Kartenfigur:
    """The figure of the areas that are drawn; `auswahl` without what the colours do not depend on."""
    daten = data.map_data(datenstand_id, auswahl.indikator, auswahl.ebene, gezeichnet)
    einteilung = Einteilung(auswahl.methode, auswahl.klassen, auswahl.grenzen)
    if auswahl.skala is Skala.VERAENDERUNG and auswahl.seit is not None:
        return change_map(daten, auswahl.seit, auswahl.jahr, einteilung, theme)
    if auswahl.skala is Skala.STADT:
        return city_map(daten, auswahl.jahr, einteilung, theme)
    if auswahl.skala is Skala.GEGLAETTET:
        return smoothed_map(daten, auswahl.jahr, einteilung, theme)
    return value_map(daten, auswahl.jahr, einteilung, theme)
