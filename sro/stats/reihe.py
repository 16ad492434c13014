"""A series: an indicator in one area over the years, with its gaps and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.intervall import interval
from sro.stats.stadtwert import same_period
from sro.stats.vergleich import rest_of_city


class Rolle(StrEnum):
    """What a series stands for in a figure."""

    GEBIET = "gebiet"
    STADT = "stadt"
    REST = "rest"  # the city without the area of `schluessel`


@dataclass(frozen=True, slots=True)
class Punkt:
    """One year, or `jahre` pooled years of which `jahr` is the last.

    `wert`, `unten` and `oben` (95 % limits) in the indicator's unit, None where nothing is shown. A line may join
    neighbours with the same `abschnitt` only: it counts up after a gap, at a series break, and where one year follows
    pooled ones.
    """

    jahr: int
    status: Status
    abschnitt: int
    wert: float | None = None
    unten: float | None = None
    oben: float | None = None
    zaehler: float | None = None
    nenner: float | None = None
    jahre: int = 1


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
    city = list(stadt)
    area = {b.jahr: b for b in gebiet}
    numbers = [_rest_numbers(indikator, _beside(indikator, city, area.get(j), j), area.get(j)) for j in jahre]
    schluessel = next(iter(area.values())).gebiet
    return Reihe(name, schluessel, _points(indikator, jahre, numbers), Rolle.REST)


_Numbers = tuple[Status, float | None, float | None, float | None, int]  # status, zaehler, nenner, wert, jahre


def _numbers(b: Beobachtung | None) -> _Numbers:
    return (b.status, b.zaehler, b.nenner, b.wert, b.jahre) if b else (Status.FEHLT, None, None, None, 1)


def _beside(
    indikator: Indikator, stadt: Sequence[Beobachtung], gebiet: Beobachtung | None, jahr: int
) -> Beobachtung | None:
    """The city over the area's years; where the area has none, the city in that year, for the reason that it gives."""
    return same_period(indikator, stadt, gebiet) if gebiet else next((b for b in stadt if b.jahr == jahr), None)


def _rest_numbers(indikator: Indikator, stadt: Beobachtung | None, gebiet: Beobachtung | None) -> _Numbers:
    rest = rest_of_city(stadt, gebiet, indikator)
    years = gebiet.jahre if gebiet else 1
    if rest:
        exact_zero = not rest.zaehler and not (stadt and stadt.gerundet)
        return (Status.NULL if exact_zero else Status.OK), *rest, years
    hidden = [b.status for b in (gebiet, stadt) if b and b.wert is None]
    return (hidden[0] if hidden else Status.FEHLT), None, None, None, years


def _points(indikator: Indikator, jahre: Sequence[int], numbers: Sequence[_Numbers]) -> tuple[Punkt, ...]:
    points: list[Punkt] = []
    for jahr, (status, zaehler, nenner, wert, length) in zip(jahre, numbers, strict=True):
        point = Punkt(jahr, status, 0, wert, None, None, zaehler, nenner, length)
        abschnitt = _section(indikator, points[-1], point) if points else 0
        points.append(_point(indikator, replace(point, abschnitt=abschnitt)))
    return tuple(points)


def _section(indikator: Indikator, before: Punkt, point: Punkt) -> int:
    broken = any(before.jahr < bruch.jahr <= point.jahr for bruch in indikator.reihenbrueche)
    after_gap = before.wert is None and point.wert is not None
    other_length = before.wert is not None and point.wert is not None and before.jahre != point.jahre
    return before.abschnitt + (broken or after_gap or other_length)


def _point(indikator: Indikator, p: Punkt) -> Punkt:
    """The point with its limits."""
    if p.wert is None or p.zaehler is None or not p.nenner:
        return p
    limits = interval(indikator, p.zaehler, p.nenner)
    if limits is None:
        return p
    return replace(p, unten=limits.unten, oben=limits.oben)
