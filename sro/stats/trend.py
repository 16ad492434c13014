"""Whether a series rises or falls by more than chance, within one section of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from sro.model.indikator import Anteilsart, Indikator
from sro.stats.grund import Grund
from sro.stats.reihe import Punkt, Reihe
from sro.stats.veraenderung import break_between

LEAST_POINTS = 5
NIVEAU = 0.95


class Richtung(StrEnum):
    """What the years say about the way of a value."""

    STEIGT = "steigt"
    FAELLT = "faellt"
    KEIN_BELEGTER_TREND = "kein_belegter_trend"
    NICHT_BERECHENBAR = "nicht_berechenbar"


@dataclass(frozen=True, slots=True)
class Trend:
    """`je_jahr`: slope in the indicator's unit per year; `p`: two-sided; both over `von` to `bis`.

    `haengt_an`: years without any one of which the trend would not be borne out; then there is none.
    """

    richtung: Richtung
    von: int | None = None
    bis: int | None = None
    punkte: int = 0
    je_jahr: float | None = None
    p: float | None = None
    haengt_an: tuple[int, ...] = ()
    grund: Grund | None = None


class Gerade(NamedTuple):
    """A weighted line through values without factor: slope per year, and the p-value of a slope of 0."""

    steigung: float
    p: float


def trend(indikator: Indikator, reihe: Reihe) -> Trend:
    """The trend over the newest section of a series (no gap, no series break), of five points or more.

    It is there where the slope differs from 0 (5 %) and does so, in the same direction, without any one of the points.
    """
    if indikator.art not in (Anteilsart.ANTEIL, Anteilsart.DICHTE):
        return Trend(Richtung.NICHT_BERECHENBAR, grund=Grund.ART)
    points = _newest_section(reihe)
    if len(points) < LEAST_POINTS:
        return Trend(Richtung.NICHT_BERECHENBAR, punkte=len(points), grund=_why_too_few(indikator, reihe, points))
    line = _line(indikator, points)
    needed = tuple(p.jahr for p in points if not _same(line, _line(indikator, [q for q in points if q is not p])))
    borne_out = line.p < 1 - NIVEAU and not needed
    richtung = (
        (Richtung.STEIGT if line.steigung > 0 else Richtung.FAELLT) if borne_out else Richtung.KEIN_BELEGTER_TREND
    )
    hangs = needed if line.p < 1 - NIVEAU else ()
    slope = line.steigung * indikator.faktor
    return Trend(richtung, points[0].jahr, points[-1].jahr, len(points), slope, line.p, hangs)


def line_through(
    jahre: Sequence[float], zaehler: Sequence[float], nenner: Sequence[float], sind_anteile: bool
) -> Gerade:
    """The line through values weighted by their denominators (three or more), and the larger p-value of two tests.

    One asks whether the slope is more than the chance of counting (Cochran-Armitage for shares, its Poisson form for
    rates), the other whether it is more than the years scatter around the line (Student's t, n-2 degrees of freedom).
    Both have to be passed: so neither few cases make a trend, nor wobbles that are no chance (staff, rules).
    Source: Armitage, Biometrics 11 (1955), for the first; weighted least squares for the second.
    """
    from scipy.special import ndtr, stdtr  # half a second to import

    weight = sum(nenner)
    share = sum(zaehler) / weight
    variance = share * (1 - share) if sind_anteile else share
    if variance <= 0:
        return Gerade(0.0, 1.0)
    centre = sum(n * t for t, n in zip(jahre, nenner, strict=True)) / weight
    spread = sum(n * (t - centre) ** 2 for t, n in zip(jahre, nenner, strict=True))
    slope = sum((x - n * share) * (t - centre) for t, x, n in zip(jahre, zaehler, nenner, strict=True)) / spread
    fitted = [share + slope * (t - centre) for t in jahre]
    off = sum(n * (x / n - fit) ** 2 for x, n, fit in zip(zaehler, nenner, fitted, strict=True))
    freedom = len(jahre) - 2
    chance, scatter = sqrt(variance / spread), sqrt(off / freedom / spread)
    by_chance = 2 * float(ndtr(-abs(slope) / chance))
    by_scatter = 2 * float(stdtr(freedom, -abs(slope) / scatter)) if scatter > 0 else 0.0
    return Gerade(slope, max(by_chance, by_scatter))


def _line(indikator: Indikator, points: Sequence[Punkt]) -> Gerade:
    counted = [(p.jahr, p.zaehler, p.nenner) for p in points if p.zaehler is not None and p.nenner]
    jahre, zaehler, nenner = zip(*counted, strict=True)
    return line_through(jahre, zaehler, nenner, indikator.art is Anteilsart.ANTEIL)


def _same(line: Gerade, without: Gerade) -> bool:
    return without.p < 1 - NIVEAU and without.steigung * line.steigung > 0


def _newest_section(reihe: Reihe) -> tuple[Punkt, ...]:
    if not reihe.shown:
        return ()
    newest = reihe.shown[-1].abschnitt
    return tuple(p for p in reihe.shown if p.abschnitt == newest and p.zaehler is not None and p.nenner)


def _why_too_few(indikator: Indikator, reihe: Reihe, points: Sequence[Punkt]) -> Grund:
    """A series break where it is what cuts off the values before."""
    before = [p for p in reihe.shown if points and p.jahr < points[0].jahr]
    cut = bool(before) and break_between(indikator, before[-1].jahr, points[0].jahr)
    return Grund.REIHENBRUCH if cut else Grund.ZU_WENIG_PUNKTE
