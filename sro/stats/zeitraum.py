"""The years that an observation covers, and when two of them are independent of one another."""

from __future__ import annotations

from typing import NamedTuple

from sro.model.wert import Beobachtung

ABSTAND = 3  # years from the end of one period to the start of another that counts (nearly) other cases

FLOWS = ("Kalenderjahr", "Schuljahr")  # `stichtag` of what happens in a year; all others are stocks on a day


class Zeitraum(NamedTuple):
    """Years, both included."""

    von: int
    bis: int


def period_of(beobachtung: Beobachtung) -> Zeitraum:
    """One year, or the window of a pooled observation, whose `jahr` is the last one."""
    return Zeitraum(beobachtung.zeitraum[0], beobachtung.jahr)


def independent(frueher: Zeitraum, spaeter: Zeitraum) -> bool:
    """Whether two full years or more lie between the periods (2021 and 2024, 2016–2018 and 2021–2023).

    Neighbouring years count the same children twice: those of a stock stay, a help runs on over the turn of the year.
    Three years on, everybody under 3 or from 3 to under 6 has been replaced and only a help of more than two years is
    counted again. Of a stock of all minors a part is still the same; its two values are then correlated, and the share
    of false alarms rises from 1 in 800 to about 1 in 210 at a correlation of 0.3.
    """
    return spaeter.von - frueher.bis >= ABSTAND
