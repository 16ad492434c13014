"""Values over three years together, where single years have too few cases to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sro.model.indikator import Anteilsart, Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund, why_no_value
from sro.stats.intervall import Intervall, interval
from sro.stats.veraenderung import break_between
from sro.stats.vergleich import counts
from sro.stats.zeitraum import FLOWS, Zeitraum

YEARS = 3
ENOUGH = 20  # cases of the newest year from which it stands for itself


@dataclass(frozen=True, slots=True)
class Fenster:
    """Years pooled: sums of counts, and the mean value of a year in the indicator's unit with its limits (95 %)."""

    zeitraum: Zeitraum
    zaehler: float
    nenner: float
    wert: float
    intervall: Intervall


@dataclass(frozen=True, slots=True)
class Buendel:
    """`fenster` in order of time; where there is none, `grund` says why."""

    fenster: tuple[Fenster, ...] = ()
    grund: Grund | None = None


def pooled(indikator: Indikator, beobachtungen: Iterable[Beobachtung]) -> Buendel:
    """The windows of one area's series, if its newest year shows fewer than 20 cases.

    They are counted back from the newest year, do not overlap, and hold three consecutive years on one side of a series
    break that all show a value; a window that cannot is left out. Observations that the import has pooled already stay
    as they are (Grund.GENUG_FAELLE). ValueError for more than one area or indicator.
    """
    years = _by_year(indikator, beobachtungen)
    if indikator.art not in (Anteilsart.ANTEIL, Anteilsart.DICHTE):
        return Buendel(grund=Grund.ART)
    newest = years[max(years)] if years else None
    if newest is None or newest.zaehler is None or newest.wert is None:
        return Buendel(grund=why_no_value(newest))
    if newest.zaehler >= ENOUGH or newest.jahre > 1:
        return Buendel(grund=Grund.GENUG_FAELLE)
    windows = [_window(indikator, years, last) for last in range(newest.jahr, min(years) + YEARS - 2, -YEARS)]
    found = tuple(window for window in reversed(windows) if isinstance(window, Fenster))
    return Buendel(found, None if found else _first_reason(windows))


def _by_year(indikator: Indikator, beobachtungen: Iterable[Beobachtung]) -> dict[int, Beobachtung]:
    found = list(beobachtungen)
    if any(b.indikator != indikator.id or b.gebiet != found[0].gebiet for b in found):
        raise ValueError("Zusammengefasst werden die Jahre eines Gebiets in einem Indikator.")
    return {b.jahr: b for b in found}


def _window(indikator: Indikator, years: dict[int, Beobachtung], last: int) -> Fenster | Grund:
    zeitraum = Zeitraum(last - YEARS + 1, last)
    if break_between(indikator, *zeitraum):
        return Grund.REIHENBRUCH
    seen = [years.get(jahr) for jahr in range(zeitraum.von, last + 1)]
    pairs = [pair for b in seen if b and (pair := counts(b))]
    if len(pairs) < YEARS:
        return next((why_no_value(b) for b in seen if b is None or b.wert is None), Grund.FEHLT)
    zaehler, nenner = sum(x for x, _ in pairs), sum(n for _, n in pairs)
    limits = _limits(indikator, zaehler, nenner)
    if limits is None:
        return Grund.ART
    return Fenster(zeitraum, zaehler, nenner, indikator.rate(zaehler, nenner), limits)


def _limits(indikator: Indikator, zaehler: float, nenner: float) -> Intervall | None:
    """A stock counts the same people on three days: three times the count, but no more evidence than one year's."""
    repeated = 1 if indikator.stichtag in FLOWS else YEARS
    return interval(indikator, zaehler / repeated, nenner / repeated)


def _first_reason(windows: Iterable[Fenster | Grund]) -> Grund:
    return next((window for window in windows if isinstance(window, Grund)), Grund.ZU_WENIG_PUNKTE)
