"""What people said and agreed that a dialogue could take up; a person decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sro.akten.bestand import Bestand
from sro.auswertung.brett.termin import ERLEDIGT
from sro.auswertung.werkstatt.filter import raum_of
from sro.model.akte import Akte, Freigabe
from sro.model.aussage import Aussage, Valenz
from sro.model.bedarf import Bedarf
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey, Stadt
from sro.model.vereinbarung import Vereinbarung

JE_ART = {Valenz.PROBLEM: 2, Valenz.WUNSCH: 2, Valenz.STAERKE: 1}  # statements that begin chosen
BEDARFE = 5


def statements(bestand: Bestand, stadt: Stadt, gebiet: GebietKey) -> tuple[Akte[Aussage], ...]:
    """What may be read aloud of the area, the most points first; what nobody counted comes last."""
    found = [akte for akte in released(bestand) if _touches(raum_of(akte.inhalt, bestand), gebiet, stadt)]
    return tuple(sorted(found, key=lambda akte: (akte.inhalt.punkte is None, -(akte.inhalt.punkte or 0))))


def released(bestand: Bestand) -> tuple[Akte[Aussage], ...]:
    """Statements with words for others: what is still under review is read to nobody."""
    return tuple(
        akte
        for akte in bestand.von(Aussage)
        if akte.inhalt.freigabe is not Freigabe.INTERN and akte.inhalt.wortlaut.strip()
    )


def first_statements(found: Sequence[Akte[Aussage]]) -> tuple[Akte[Aussage], ...]:
    """A few of each kind, so that neither complaints nor wishes nor strengths stand alone."""
    return tuple(
        akte for art, most in JE_ART.items() for akte in [one for one in found if one.inhalt.valenz is art][:most]
    )


def needs(bestand: Bestand, stadt: Stadt, gebiet: GebietKey) -> tuple[Akte[Bedarf], ...]:
    """Bedarfe of the area or of one that it lies in, those that rest on most Bedürfnisse first."""
    found = [
        akte
        for akte in bestand.von(Bedarf)
        if akte.inhalt.raum and (_touches(akte.inhalt.raum, gebiet, stadt) or _touches(gebiet, akte.inhalt.raum, stadt))
    ]
    return tuple(sorted(found, key=lambda akte: -len(akte.inhalt.beduerfnisse)))


def earlier(bestand: Bestand, dialog: Dialog, ohne: str = "") -> tuple[Akte[Dialog], ...]:
    """Dialogues about the same before this one, the last one first; `ohne` is this one's own id."""
    same = [
        akte
        for akte in bestand.von(Dialog)
        if akte.id != ohne and (akte.inhalt.raum, akte.inhalt.thema) == (dialog.raum, dialog.thema)
    ]
    day = dialog.datum or dt.date.max
    before = [akte for akte in same if akte.inhalt.datum and akte.inhalt.datum < day]
    return tuple(sorted(before, key=lambda akte: akte.inhalt.datum or dt.date.min, reverse=True))


def to_review(bestand: Bestand, dialog: Dialog, ohne: str = "") -> tuple[Akte[Vereinbarung], ...]:
    """What the Rückblick begins with: all that was agreed last time, and what is still open from before."""
    agreed = [found for akte in earlier(bestand, dialog, ohne) if (found := bestand.her(akte.id, Vereinbarung))]
    before = (one for found in agreed[1:] for one in found)
    return (*(agreed[0] if agreed else ()), *(one for one in before if one.inhalt.umsetzung not in ERLEDIGT))


def _touches(raum: GebietKey | None, gebiet: GebietKey, stadt: Stadt) -> bool:
    return raum is not None and stadt.touches(raum, gebiet)
