"""A figure in two Datenstände: the one frozen for a dialogue and a later one. It says what changed, never why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from sro.auswertung.holstentor.raumvergleich import finest, upwards
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.datenstand import Datenstand
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Anteilsart, Indikator, Reihenbruch
from sro.model.wert import Beobachtung, Status, status_of, wert_of
from sro.stats.grund import Grund, why_no_value
from sro.stats.intervall import Intervall, interval_of
from sro.stats.veraenderung import Wandel, change, rates_differ, shares_differ
from sro.stats.vergleich import counts
from sro.stats.zeitraum import period_of

_TESTS = {Anteilsart.ANTEIL: shares_differ, Anteilsart.DICHTE: rates_differ}


class Seither(StrEnum):
    """What can be said about a figure since a dialogue."""

    GESTIEGEN = "gestiegen"  # more than chance makes likely (5 %)
    GESUNKEN = "gesunken"
    KEIN_BELEGTER_UNTERSCHIED = "kein_belegter_unterschied"
    DERSELBE_STAND = "derselbe_stand"  # nothing newer, and the same figure
    REVIDIERT = "revidiert"  # nothing newer, but another figure for the same time
    NICHT_ZU_SAGEN = "nicht_zu_sagen"


@dataclass(frozen=True)
class Stand:
    """The newest figure of an area in one Datenstand.

    `jahr` is the newest year with something to see on the area's level, None where the level has no figures at all;
    `beobachtung` is None where nothing was delivered for this area.
    """

    datenstand: Datenstand
    jahr: int | None = None
    beobachtung: Beobachtung | None = None
    intervall: Intervall | None = None
    synthetisch: bool = False

    @property
    def status(self) -> Status:
        return status_of(self.beobachtung)

    @property
    def wert(self) -> float | None:
        return wert_of(self.beobachtung)

    @property
    def rundung(self) -> int:
        """The base of which counts are multiples; 0 where they are exact."""
        rounded = self.beobachtung is not None and self.beobachtung.gerundet
        return (self.datenstand.rundungsbasis or 0) if rounded else 0


@dataclass(frozen=True)
class DamalsHeute:
    """`differenz`: now minus then in the indicator's unit, None where either value is not shown or not comparable.

    `grund` says why with NICHT_ZU_SAGEN, `bruch` which series break it was.
    """

    indikator: Indikator
    gebiet: Gebiet
    damals: Stand
    heute: Stand
    seither: Seither
    differenz: float | None = None
    grund: Grund | None = None
    bruch: Reihenbruch | None = None


def then_and_now(indikator: Indikator, gebiet: GebietKey, damals: Zahlenwerk, heute: Zahlenwerk) -> DamalsHeute:
    """The figure of the same area in both: of the smallest one around `gebiet` for whose level both have figures."""
    area = _common(indikator, gebiet, damals, heute)
    return compared(indikator, area, standing(damals, indikator, area.key), standing(heute, indikator, area.key))


def standing(werk: Zahlenwerk, indikator: Indikator, gebiet: GebietKey) -> Stand:
    """The newest figure that a Datenstand has of an area."""
    jahr = werk.newest(indikator, gebiet.ebene)
    seen = werk.of_area(indikator, gebiet).get(jahr) if jahr is not None else None
    synthetic = werk.datenstand.is_synthetic(indikator.id)
    return Stand(werk.datenstand, jahr, seen, interval_of(indikator, seen), synthetic)


def compared(indikator: Indikator, gebiet: Gebiet, damals: Stand, heute: Stand) -> DamalsHeute:
    """What can be said about two figures of one area; the tests are those of `sro.stats.veraenderung`."""
    seither, differenz, grund, bruch = _judged(indikator, damals, heute)
    return DamalsHeute(indikator, gebiet, damals, heute, seither, differenz, grund, bruch)


Urteil = tuple[Seither, float | None, Grund | None, Reihenbruch | None]


def _judged(indikator: Indikator, damals: Stand, heute: Stand) -> Urteil:
    then, now = damals.beobachtung, heute.beobachtung
    if damals.datenstand.id == heute.datenstand.id:
        return Seither.DERSELBE_STAND, None, None, None
    if then is None or now is None:
        return _open(Grund.FEHLT)
    if (then.jahr, then.jahre) == (now.jahr, now.jahre):
        return _same_period(damals, heute, then, now)
    if then.jahre != now.jahre:
        return _open(Grund.UNGLEICHE_ZEITRAEUME)
    if now.jahr < then.jahr:
        return _open(Grund.AELTERER_STAND)
    if period_of(now).von <= period_of(then).bis:
        return _open(Grund.UEBERSCHNEIDUNG)
    return _later(indikator, damals, heute, then, now)


def _same_period(damals: Stand, heute: Stand, then: Beobachtung, now: Beobachtung) -> Urteil:
    """Nothing newer. Another figure for the same time is a correction and no development, so nothing is tested."""
    if (then.status, counts(then)) == (now.status, counts(now)) and damals.rundung == heute.rundung:
        return Seither.DERSELBE_STAND, None, None, None
    if then.wert is None or now.wert is None:
        return _open(why_no_value(then if then.wert is None else now))
    if damals.rundung != heute.rundung:
        return _open(Grund.GERUNDET)
    return Seither.REVIDIERT, now.wert - then.wert, None, None


def _later(indikator: Indikator, damals: Stand, heute: Stand, then: Beobachtung, now: Beobachtung) -> Urteil:
    found = change(indikator, then, now)
    if found.status is not Wandel.OK:
        return Seither.NICHT_ZU_SAGEN, None, Grund(found.status.value), found.bruch
    if found.belastbar is None:
        return Seither.NICHT_ZU_SAGEN, found.differenz, Grund.ART, None
    if not found.belastbar:
        return Seither.KEIN_BELEGTER_UNTERSCHIED, found.differenz, None, None
    if not _also_without_rounding(indikator, damals, heute):
        return Seither.NICHT_ZU_SAGEN, found.differenz, Grund.GERUNDET, None
    risen = found.differenz is not None and found.differenz > 0
    return (Seither.GESTIEGEN if risen else Seither.GESUNKEN), found.differenz, None, None


def _also_without_rounding(indikator: Indikator, damals: Stand, heute: Stand) -> bool:
    """Whether the two differ in the same direction even where each rounded count is off by a whole base.

    A single count is off by half a base at most; a sum of small ones may be off by more, so a whole one is allowed for.
    """
    pairs = product(_possible(indikator, damals), _possible(indikator, heute))
    return {_direction(indikator, *pair) for pair in pairs} in ({1}, {-1})


def _direction(indikator: Indikator, first: tuple[float, float], second: tuple[float, float]) -> int:
    """1: risen, -1: fallen, more than chance makes likely; 0: neither."""
    if not _TESTS[indikator.art](first, second):
        return 0
    return 1 if second[0] * first[1] > first[0] * second[1] else -1


def _possible(indikator: Indikator, stand: Stand) -> Iterator[tuple[float, float]]:
    """The counts as they are, or the outermost ones that may be behind rounded ones."""
    shown = counts(stand.beobachtung) if stand.beobachtung else None
    if shown is None:
        return
    off = stand.rundung
    for zaehler, nenner in product(*((one - off, one + off) if off else (one,) for one in shown)):
        whole = max(nenner, 1.0)
        most = whole if indikator.art is Anteilsart.ANTEIL else zaehler
        yield max(min(zaehler, most), 0.0), whole


def _open(grund: Grund) -> Urteil:
    return Seither.NICHT_ZU_SAGEN, None, grund, None


def _common(indikator: Indikator, gebiet: GebietKey, damals: Zahlenwerk, heute: Zahlenwerk) -> Gebiet:
    both = (
        area
        for area in upwards(damals, gebiet)
        if damals.has_level(indikator, area.ebene) and heute.has_level(indikator, area.ebene)
    )
    one = (finest(werk, indikator, gebiet) for werk in (damals, heute))
    return next(both, None) or next((area for area in one if area), None) or damals.stadt.gebiet(gebiet)
