"""Facilities for children, young people and families: what they are, who runs them, which areas they belong to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sro.model.gebiet import GebietKey, Stadt, normalised


class Einrichtungsart(StrEnum):
    """What a facility is, in the order in which they are listed."""

    FRUEHE_HILFEN = "Frühe Hilfen"
    KITA = "Kindertageseinrichtung"
    FAMILIENZENTRUM = "Familienzentrum"
    GRUNDSCHULE = "Grundschule"
    WEITERFUEHRENDE_SCHULE = "Weiterführende Schule"
    FOERDERZENTRUM = "Förderzentrum"
    BERUFLICHE_SCHULE = "Berufliche Schule"
    OKJA = "Offene Kinder- und Jugendarbeit"
    JUGENDSOZIALARBEIT = "Jugendsozialarbeit"
    BERATUNGSSTELLE = "Beratungsstelle"
    HZE = "Hilfen zur Erziehung"
    TREFFPUNKT = "Stadtteiltreff"
    SPORTVEREIN = "Sportverein"
    SPIELPLATZ = "Spielplatz"
    SONSTIGE = "Sonstige"


class Traegerart(StrEnum):
    """Who runs a facility, as SGB VIII tells them apart (§§ 3, 69, 75)."""

    OEFFENTLICH = "öffentlich"
    FREI = "frei"


@dataclass(frozen=True, slots=True)
class Ort:
    """A point on the earth, degrees in WGS 84."""

    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Einrichtung:
    """One facility. `gebiete` are areas of the finest level, so that coarser ones follow from the hierarchy.

    `plaetze` is None where places are not known or do not apply, which is not zero. No field is about a person.
    """

    id: str
    name: str
    art: Einrichtungsart
    traeger: str
    traegerart: Traegerart
    gebiete: tuple[GebietKey, ...]
    synthetisch: bool
    ort: Ort | None = None
    plaetze: int | None = None
    hinweis: str = ""


@dataclass(frozen=True)
class Einrichtungsliste:
    """All facilities at one time; the newest list is the one that is shown. `zeitpunkt` is in UTC."""

    id: int
    zeitpunkt: dt.datetime
    quelle: str
    einrichtungen: tuple[Einrichtung, ...]

    @property
    def synthetisch(self) -> bool:
        return any(one.synthetisch for one in self.einrichtungen)


def in_area(einrichtungen: Iterable[Einrichtung], gebiet: GebietKey, stadt: Stadt) -> tuple[Einrichtung, ...]:
    """Those of an area and of all areas inside it, sorted by name; KeyError where the city has no such area."""
    inside = _with_children(stadt.gebiet(gebiet).key, stadt)
    return alphabetical(one for one in einrichtungen if not inside.isdisjoint(one.gebiete))


def alphabetical(einrichtungen: Iterable[Einrichtung]) -> tuple[Einrichtung, ...]:
    """By name as in a German directory, umlauts among their vowels; the same name by id."""
    return tuple(sorted(einrichtungen, key=lambda one: (normalised(one.name), one.id)))


def by_kind(einrichtungen: Iterable[Einrichtung]) -> dict[Einrichtungsart, tuple[Einrichtung, ...]]:
    """Kinds that occur, in their order, each with its facilities sorted by name."""
    found = alphabetical(einrichtungen)
    groups = {art: tuple(one for one in found if one.art is art) for art in Einrichtungsart}
    return {art: group for art, group in groups.items() if group}


def _with_children(gebiet: GebietKey, stadt: Stadt) -> frozenset[GebietKey]:
    children = (_with_children(child.key, stadt) for child in stadt.children(gebiet))
    return frozenset({gebiet}).union(*children)
