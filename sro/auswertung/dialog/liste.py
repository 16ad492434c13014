"""All dialogues, the next first, each with what was agreed in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sro.akten.bestand import Bestand
from sro.auswertung.brett.termin import deadline
from sro.model.akte import Akte
from sro.model.dialog import Dialog, Dialogstand
from sro.model.gebiet import GebietKey
from sro.model.vereinbarung import Vereinbarung


@dataclass(frozen=True)
class Dialogzeile:
    """A dialogue and the numbers of its Vereinbarungen: all, still open, overdue."""

    akte: Akte[Dialog]
    vereinbart: int
    offen: int
    ueberfaellig: int

    @property
    def kommt(self) -> bool:
        """Whether it is still to be held, also where its day has passed."""
        return self.akte.inhalt.stand is not Dialogstand.ABGESCHLOSSEN


def listed(bestand: Bestand, heute: dt.date, raum: GebietKey | None = None) -> tuple[Dialogzeile, ...]:
    """Those to come, the next first; then those that were, the last first. Of one area where it is named."""
    found = [_row(akte, bestand, heute) for akte in bestand.von(Dialog) if raum in (None, akte.inhalt.raum)]
    coming = sorted((one for one in found if one.kommt), key=lambda one: one.akte.inhalt.datum or dt.date.max)
    been = (one for one in found if not one.kommt)
    return (*coming, *sorted(been, key=lambda one: one.akte.inhalt.datum or dt.date.min, reverse=True))


def rooms(bestand: Bestand) -> tuple[GebietKey, ...]:
    """The areas that dialogues are about, each once."""
    return tuple(dict.fromkeys(akte.inhalt.raum for akte in bestand.von(Dialog) if akte.inhalt.raum))


def _row(akte: Akte[Dialog], bestand: Bestand, heute: dt.date) -> Dialogzeile:
    agreed = [deadline(one.inhalt, heute) for one in bestand.her(akte.id, Vereinbarung) if not one.inhalt.leer]
    late = sum(one.ueberfaellig for one in agreed)
    return Dialogzeile(akte, len(agreed), sum(not one.erledigt for one in agreed), late)
