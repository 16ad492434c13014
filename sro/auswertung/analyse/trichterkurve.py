"""A funnel plot: all areas by their denominator, and the limits of chance around the city's value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sro.auswertung.gebietswerte import Gebietswert, Gebietswerte
from sro.stats.grund import Grund
from sro.stats.intervall import Intervall
from sro.stats.trichter import AUSSEN, INNEN, limits, overdispersion

STEPS = 40  # points of a curve


@dataclass(frozen=True, slots=True)
class Kurvenpunkt:
    """The limits for an area with this denominator."""

    nenner: float
    innen: Intervall
    aussen: Intervall


@dataclass(frozen=True)
class Trichterkurve:
    """`mitte` is the city's value, `streuung` the factor of overdispersion in the limits. Or `grund`, why none."""

    werte: Gebietswerte
    punkte: tuple[Gebietswert, ...] = ()
    kurve: tuple[Kurvenpunkt, ...] = ()
    mitte: float | None = None
    streuung: float = 1.0
    grund: Grund | None = None

    @cached_property
    def ausserhalb(self) -> frozenset[str]:
        """The ids of areas outside the outer limits of their own denominator."""
        return frozenset(one.gebiet.id for one in self.punkte if self._outside(one))

    def _outside(self, one: Gebietswert) -> bool:
        b = one.beobachtung
        if self.mitte is None or b is None or b.wert is None or b.nenner is None:
            return False
        found = limits(self.werte.indikator, b.nenner, self.mitte, AUSSEN, self.streuung)
        return isinstance(found, Intervall) and not found.unten <= b.wert <= found.oben


def funnel_curve(werte: Gebietswerte) -> Trichterkurve:
    """The limits over the span of denominators that occur. Reasons: no city value, no counts, too few cases."""
    shown = tuple(one for one in werte.gezeigt if one.beobachtung and one.beobachtung.nenner)
    if not shown or werte.stadtwert is None:
        return Trichterkurve(werte, grund=Grund.KEIN_VERGLEICH if shown else Grund.GEHEIM)
    scatter = overdispersion(werte.indikator, werte.beobachtungen, werte.stadtwert)
    sizes = [one.beobachtung.nenner for one in shown if one.beobachtung and one.beobachtung.nenner]
    low, high = min(sizes) * 0.8, max(sizes) * 1.05
    points, reason = [], None
    for step in range(STEPS + 1):
        size = low * (high / low) ** (step / STEPS)
        inner, outer = (limits(werte.indikator, size, werte.stadtwert, niveau, scatter) for niveau in (INNEN, AUSSEN))
        if isinstance(inner, Grund) or isinstance(outer, Grund):
            reason = inner if isinstance(inner, Grund) else Grund.ZU_WENIG_FAELLE
            continue
        points.append(Kurvenpunkt(size, inner, outer))
    if not points:
        return Trichterkurve(werte, grund=reason)
    return Trichterkurve(werte, shown, tuple(points), werte.stadtwert, scatter)
