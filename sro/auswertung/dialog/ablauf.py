"""The agenda of a dialogue: its sections in their order, each with minutes and, where the beginning is known, times."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from sro.model.dialog import Dialog

CLOCK = re.compile(r"\s*([01]?\d|2[0-3])\s*[:.]\s*([0-5]\d)\s*(?:Uhr)?\s*")
WHOLE_HOUR = re.compile(r"\s*([01]?\d|2[0-3])\s*(?:Uhr)?\s*")


class Abschnitt(StrEnum):
    """The sections of a dialogue, in their order; each is a field `minuten_…` of the Dialog."""

    RUECKBLICK = "rueckblick"
    DATEN = "daten"
    STIMMEN = "stimmen"
    DEUTUNG = "deutung"
    VEREINBARUNGEN = "vereinbarungen"
    TRANSFER = "transfer"

    @property
    def feld(self) -> str:
        return f"minuten_{self.value}"


@dataclass(frozen=True, slots=True)
class Programmpunkt:
    """One section; `von` and `bis` are None where nobody said when the dialogue begins."""

    abschnitt: Abschnitt
    minuten: int
    von: dt.time | None = None
    bis: dt.time | None = None


def agenda(dialog: Dialog) -> tuple[Programmpunkt, ...]:
    """The sections that have minutes."""
    clock, found = clock_time(dialog.beginn), []
    for abschnitt in Abschnitt:
        minutes = getattr(dialog, abschnitt.feld) or 0
        if minutes > 0:
            end = later(clock, minutes) if clock else None
            found.append(Programmpunkt(abschnitt, minutes, clock, end))
            clock = end
    return tuple(found)


def clock_time(text: str) -> dt.time | None:
    """ "14:00", "14.30 Uhr" or "9" as people write it; None where it is no time."""
    if match := CLOCK.fullmatch(text):
        return dt.time(int(match[1]), int(match[2]))
    if match := WHOLE_HOUR.fullmatch(text):
        return dt.time(int(match[1]))
    return None


def later(clock: dt.time, minutes: int) -> dt.time:
    """So many minutes later by the clock, past midnight from 0:00 on."""
    whole = (clock.hour * 60 + clock.minute + minutes) % (24 * 60)
    return dt.time(whole // 60, whole % 60)
