"""When somebody has to look at an agreement: its term, the day of the Wiedervorlage, and what of it is past."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung

ERLEDIGT = (Umsetzung.UMGESETZT, Umsetzung.VERWORFEN)


@dataclass(frozen=True, slots=True)
class Termin:
    """The dates of one agreement on a day. What is done or dropped is never overdue; what is due today is not yet."""

    frist: dt.date | None
    wiedervorlage: dt.date | None
    heute: dt.date
    erledigt: bool = False

    @property
    def frist_vorbei(self) -> bool:
        return not self.erledigt and self.frist is not None and self.frist < self.heute

    @property
    def wiedervorlage_faellig(self) -> bool:
        return not self.erledigt and self.wiedervorlage is not None and self.wiedervorlage < self.heute

    @property
    def ueberfaellig(self) -> bool:
        return self.frist_vorbei or self.wiedervorlage_faellig

    @property
    def seit(self) -> dt.date | None:
        """The first date that is past; None where none is."""
        past = (self.frist if self.frist_vorbei else None, self.wiedervorlage if self.wiedervorlage_faellig else None)
        return min((one for one in past if one), default=None)

    @property
    def tag(self) -> dt.date | None:
        """The date by which it is ordered: the first that is past, else the next one, else the last there was."""
        dates = sorted(one for one in (self.frist, self.wiedervorlage) if one)
        if self.ueberfaellig or not dates:
            return self.seit
        return next((one for one in dates if one >= self.heute), dates[-1])


def deadline(vereinbarung: Vereinbarung, heute: dt.date) -> Termin:
    """While an agreement is put back its term rests, and only the Wiedervorlage counts where it has one."""
    rests = vereinbarung.umsetzung is Umsetzung.ZURUECKGESTELLT and vereinbarung.wiedervorlage is not None
    return Termin(
        None if rests else vereinbarung.frist,
        vereinbarung.wiedervorlage,
        heute,
        vereinbarung.umsetzung in ERLEDIGT,
    )
