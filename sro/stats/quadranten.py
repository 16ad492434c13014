"""Burden against take-up: in which quadrant around the city's values an area lies, as far as its limits tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund, why_no_value
from sro.stats.intervall import Intervall, interval_of
from sro.stats.standardisiert import Luecke


class Quadrant(StrEnum):
    """First the burden, then the take-up, each against the city's value."""

    HOCH_HOCH = "hoch_hoch"
    HOCH_NIEDRIG = "hoch_niedrig"
    NIEDRIG_HOCH = "niedrig_hoch"
    NIEDRIG_NIEDRIG = "niedrig_niedrig"
    NICHT_EINDEUTIG = "nicht_eindeutig"  # an interval holds the city's value
    NICHT_BERECHENBAR = "nicht_berechenbar"


@dataclass(frozen=True, slots=True)
class Lagepunkt:
    """Values in the indicators' units with their limits (95 %); where they are None, `luecke` says why."""

    gebiet: GebietKey
    quadrant: Quadrant
    belastung: float | None = None
    belastung_intervall: Intervall | None = None
    nutzung: float | None = None
    nutzung_intervall: Intervall | None = None
    luecke: Luecke | None = None


@dataclass(frozen=True, slots=True)
class Quadranten:
    """The cross-hairs are the city's values; without them there are no points but a `luecke`."""

    punkte: tuple[Lagepunkt, ...] = ()
    belastung_stadt: float | None = None
    nutzung_stadt: float | None = None
    luecke: Luecke | None = None


def quadrants(
    belastung: Indikator,
    nutzung: Indikator,
    stadt: GebietKey,
    gebiete: Sequence[GebietKey],
    beobachtungen: Iterable[Beobachtung],
) -> Quadranten:
    """The areas in the order given, from one observation per indicator and area, the city included.

    Both indicators have to be shares or rates: without limits nobody could tell on which side an area lies. ValueError
    where both are the same.
    """
    if belastung.id == nutzung.id:
        raise ValueError("Belastung und Nutzung müssen verschiedene Indikatoren sein.")
    found = {(b.indikator, b.gebiet): b for b in beobachtungen}
    centres = [_read(indikator, found.get((indikator.id, stadt))) for indikator in (belastung, nutzung)]
    gap = next((centre for centre in centres if isinstance(centre, Luecke)), None)
    if gap:
        return Quadranten(luecke=gap)
    x, y = (centre[0] for centre in centres if not isinstance(centre, Luecke))
    points = tuple(
        _point(g, _read(belastung, found.get((belastung.id, g))), _read(nutzung, found.get((nutzung.id, g))), x, y)
        for g in gebiete
    )
    return Quadranten(points, x, y)


_Read = tuple[float, Intervall] | Luecke


def _read(indikator: Indikator, b: Beobachtung | None) -> _Read:
    if b is None or b.wert is None:
        return Luecke(indikator.id, why_no_value(b))
    limits = interval_of(indikator, b)
    return (b.wert, limits) if limits else Luecke(indikator.id, Grund.ART)


def _point(gebiet: GebietKey, belastung: _Read, nutzung: _Read, x: float, y: float) -> Lagepunkt:
    if isinstance(belastung, Luecke):
        return Lagepunkt(gebiet, Quadrant.NICHT_BERECHENBAR, luecke=belastung)
    if isinstance(nutzung, Luecke):
        return Lagepunkt(gebiet, Quadrant.NICHT_BERECHENBAR, luecke=nutzung)
    sides = (_side(belastung[1], x), _side(nutzung[1], y))
    return Lagepunkt(gebiet, _QUADRANT.get(sides, Quadrant.NICHT_EINDEUTIG), *belastung, *nutzung)


def _side(limits: Intervall, centre: float) -> int:
    return (limits.unten > centre) - (limits.oben < centre)


_QUADRANT = {
    (1, 1): Quadrant.HOCH_HOCH,
    (1, -1): Quadrant.HOCH_NIEDRIG,
    (-1, 1): Quadrant.NIEDRIG_HOCH,
    (-1, -1): Quadrant.NIEDRIG_NIEDRIG,
}
