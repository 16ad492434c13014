"""A value is never just a number: every observation says why it has none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sro.model.buendelung import zeitraum
from sro.model.gebiet import GebietKey


class Status(StrEnum):
    """What a value is. Suppressed, zero, missing and not meaningful are four things."""

    OK = "ok"
    NULL = "null"  # exactly zero, shown
    GEHEIM = "geheim"  # suppressed; cannot carry a number
    FEHLT = "fehlt"  # not delivered
    NICHT_SINNVOLL = "nicht_sinnvoll"  # denominator too small for a rate


@dataclass(frozen=True, slots=True)
class Beobachtung:
    """One protected observation: an indicator in an area and a year.

    OK and NULL carry all three numbers. GEHEIM carries neither zaehler nor wert (nenner only where it is public).
    FEHLT carries none. NICHT_SINNVOLL carries no wert. The constructor refuses anything else with ValueError,
    so a suppressed number cannot exist in an Beobachtung.

    `jahre` > 1: pooled over so many years, of which `jahr` is the last. Counts are then sums over these years, and the
    value is the mean rate of a year: Σ zaehler / Σ nenner × faktor.
    `gerundet`: counts of persons are multiples and the value is made of them. A zero is then OK, not NULL: it may
    stand for a few.
    """

    indikator: str
    gebiet: GebietKey
    jahr: int
    status: Status
    zaehler: float | None = None
    nenner: float | None = None
    wert: float | None = None
    vorlaeufig: bool = False
    revidiert: bool = False
    jahre: int = 1
    gerundet: bool = False

    def __post_init__(self) -> None:
        complaint = _complaint(self)
        if complaint:
            raise ValueError(f"{self.indikator} {self.gebiet} {self.jahr}: {complaint}")

    @property
    def zeitraum(self) -> range:
        """The years that are counted."""
        return zeitraum(self.jahr, self.jahre)


def status_of(b: Beobachtung | None) -> Status:
    """Where there is no observation nothing was delivered."""
    return b.status if b else Status.FEHLT


def wert_of(b: Beobachtung | None) -> float | None:
    return b.wert if b else None


def _complaint(b: Beobachtung) -> str | None:
    numbers = (b.zaehler, b.nenner, b.wert)
    if b.jahre < 1:
        return "ein Zeitraum hat mindestens ein Jahr"
    if any(n is not None and n != n for n in numbers):
        return "NaN ist kein Wert; der Status sagt, was fehlt"
    if b.status in (Status.OK, Status.NULL) and None in numbers:
        return f"Status {b.status} verlangt Zähler, Nenner und Wert"
    if b.status is Status.NULL and b.zaehler != 0:
        return "Status null verlangt den Zähler 0"
    if b.status is Status.GEHEIM and (b.zaehler is not None or b.wert is not None):
        return "eine geheime Beobachtung darf keine Zahl tragen"
    if b.status is Status.FEHLT and numbers != (None, None, None):
        return "eine fehlende Beobachtung darf keine Zahl tragen"
    if b.status is Status.NICHT_SINNVOLL and b.wert is not None:
        return "zu kleiner Nenner: kein Wert"
    return None
