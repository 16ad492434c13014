"""Two indicators over the same areas: a point an area, the city's values as cross-hairs."""

from __future__ import annotations

from dataclasses import dataclass

from sro.auswertung.gebietswerte import Gebietswert, Gebietswerte, alphabetical, area_values
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet
from sro.model.indikator import Anteilsart, Indikator
from sro.stats.korrelation import Korrelation, correlation
from sro.stats.quadranten import Lagepunkt, Quadranten, quadrants

WITH_LIMITS = (Anteilsart.ANTEIL, Anteilsart.DICHTE)


@dataclass(frozen=True, slots=True)
class Punktpaar:
    """One area with both values; `lage` says in which quadrant it lies, None where quadrants make no sense."""

    gebiet: Gebiet
    x: Gebietswert
    y: Gebietswert
    lage: Lagepunkt | None = None


@dataclass(frozen=True)
class Paar:
    """`punkte` show both values, `ohne` are the other areas; both in the order of the alphabet."""

    x: Gebietswerte
    y: Gebietswerte
    punkte: tuple[Punktpaar, ...]
    ohne: tuple[Punktpaar, ...]
    korrelation: Korrelation
    quadranten: Quadranten | None


def pair(werk: Zahlenwerk, erster: Indikator, zweiter: Indikator, ebene: str, jahr: int) -> Paar:
    """The areas of a level in one year; ValueError where both indicators are the same."""
    x, y = (area_values(werk, indikator, ebene, jahr) for indikator in (erster, zweiter))
    keys = [gebiet.key for gebiet in alphabetical(werk.stadt, ebene)]
    seen = [*x.beobachtungen, *y.beobachtungen]
    with_city = [*seen, *(b for b in (x.stadt, y.stadt) if b)]
    limited = all(indikator.art in WITH_LIMITS for indikator in (erster, zweiter))
    parts = quadrants(erster, zweiter, werk.oberste.key, keys, with_city) if limited else None
    places = {lage.gebiet: lage for lage in parts.punkte} if parts else {}
    points = [Punktpaar(a.gebiet, a, b, places.get(a.gebiet.key)) for a, b in zip(x.werte, y.werte, strict=True)]
    return Paar(
        x,
        y,
        tuple(p for p in points if p.x.wert is not None and p.y.wert is not None),
        tuple(p for p in points if p.x.wert is None or p.y.wert is None),
        correlation(erster, zweiter, keys, seen),
        parts,
    )
