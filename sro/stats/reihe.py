"""A series: an indicator in one area over the years, with its gaps and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.intervall import interval
from sro.stats.vergleich import rest_of_city


class Rolle(StrEnum):
    """What a series stands for in a figure."""

    GEBIET = "gebiet"
    STADT = "stadt"
    REST = "rest"  # the city without the area of `schluessel`


@dataclass(frozen=True, slots=True)
class Punkt:
    """One year. `wert`, `unten` and `oben` (95 % limits) in the indicator's unit, None where nothing is shown.

    A line may join neighbours with the same `abschnitt` only: it counts up after a gap and at a series break.
    """

    jahr: int
    status: Status
    abschnitt: int
    wert: float | None = None
    unten: float | None = None
    oben: float | None = None
    zaehler: float | None = None
    nenner: float | None = None


@dataclass(frozen=True, slots=True)
class Reihe:
    """`punkte` holds every expected year once, in order, also those without a value."""

    name: str
    schluessel: GebietKey
    punkte: tuple[Punkt, ...]
    rolle: Rolle = Rolle.GEBIET

    @property
    def shown(self) -> tuple[Punkt, ...]:
        """The years that show a value."""
        return tuple(punkt for punkt in self.punkte if punkt.wert is not None)


def series(
    indikator: Indikator,
    beobachtungen: Iterable[Beobachtung],
    jahre: Sequence[int],
    name: str,
    schluessel: GebietKey,
    rolle: Rolle = Rolle.GEBIET,
) -> Reihe:
    """The series of one area (or the city) over the expected years; a year without observation is "not delivered".

    `jahre` need not be consecutive: pooled windows are expected every third year and are joined.
    """
    by_year = {b.jahr: b for b in beobachtungen if b.gebiet == schluessel and b.indikator == indikator.id}
    numbers = [_numbers(by_year.get(jahr)) for jahr in jahre]
    return Reihe(name, schluessel, _points(indikator, jahre, numbers), rolle)


def rest_series(
    indikator: Indikator,
    stadt: Iterable[Beobachtung],
    gebiet: Iterable[Beobachtung],
    jahre: Sequence[int],
    name: str = "Übrige Stadt",
) -> Reihe:
    """The series of the city without one area; `gebiet` holds the observations of that area alone, at least one."""
    city = {b.jahr: b for b in stadt}
    area = {b.jahr: b for b in gebiet}
    numbers = [_rest_numbers(indikator, city.get(jahr), area.get(jahr)) for jahr in jahre]
    schluessel = next(iter(area.values())).gebiet
    return Reihe(name, schluessel, _points(indikator, jahre, numbers), Rolle.REST)


_Numbers = tuple[Status, float | None, float | None, float | None]  # status, zaehler, nenner, wert


def _numbers(b: Beobachtung | None) -> _Numbers:
    return (b.status, b.zaehler, b.nenner, b.wert) if b else (Status.FEHLT, None, None, None)


def _rest_numbers(indikator: Indikator, stadt: Beobachtung | None, gebiet: Beobachtung | None) -> _Numbers:
    rest = rest_of_city(stadt, gebiet, indikator)
    if rest:
        return (Status.OK if rest.zaehler else Status.NULL), *rest
    hidden = [b.status for b in (gebiet, stadt) if b and b.wert is None]
    return (hidden[0] if hidden else Status.FEHLT), None, None, None


def _points(indikator: Indikator, jahre: Sequence[int], numbers: Sequence[_Numbers]) -> tuple[Punkt, ...]:
    points: list[Punkt] = []
    for jahr, (status, zaehler, nenner, wert) in zip(jahre, numbers, strict=True):
        abschnitt = _section(indikator, points[-1], jahr, wert) if points else 0
        points.append(_point(indikator, Punkt(jahr, status, abschnitt, wert, None, None, zaehler, nenner)))
    return tuple(points)


def _section(indikator: Indikator, before: Punkt, jahr: int, wert: float | None) -> int:
    broken = any(before.jahr < bruch.jahr <= jahr for bruch in indikator.reihenbrueche)
    after_gap = before.wert is None and wert is not None
    return before.abschnitt + (broken or after_gap)


def _point(indikator: Indikator, p: Punkt) -> Punkt:
    """The point with its limits."""
    if p.wert is None or p.zaehler is None or not p.nenner:
        return p
    limits = interval(indikator, p.zaehler, p.nenner)
    if limits is None:
        return p
    return Punkt(p.jahr, p.status, p.abschnitt, p.wert, limits.unten, limits.oben, p.zaehler, p.nenner)
