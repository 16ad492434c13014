"""What is due: the answers of other offices to handovers, and the feedback to the children. Rules about days alone.

Source of the second: § 47f GO SH asks a municipality to show how it considered the interests of children. How long it
may take is said nowhere; half a year is what this app holds it to.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sro.akten.bestand import Bestand
from sro.model.akte import Akte
from sro.model.aussage import Aussage, Bearbeitung, Valenz
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt

MONTHS = 6  # after a Werkstatt, within which something is to be decided
UNDECIDED = frozenset({Bearbeitung.NEU, Bearbeitung.IN_PRUEFUNG})


class Antwortstand(StrEnum):
    """How a handover stands; the urgent first."""

    UEBERFAELLIG = "überfällig"
    OFFEN = "offen"
    BEANTWORTET = "beantwortet"


class Rueckmeldestand(StrEnum):
    """Whether the children know what became of what they said."""

    ENTSCHIEDEN = "entschieden, aber nicht zurückgemeldet"  # overdue
    UNENTSCHIEDEN = "nach sechs Monaten nicht entschieden"  # overdue
    OFFEN = "noch in der Frist"
    GEGEBEN = "zurückgemeldet"

    @property
    def ueberfaellig(self) -> bool:
        return self in (Rueckmeldestand.ENTSCHIEDEN, Rueckmeldestand.UNENTSCHIEDEN)


@dataclass(frozen=True, slots=True)
class Faelligkeit:
    """A statement and how its feedback stands; `bis` is the last day to decide, None where the workshop has no date."""

    aussage: Akte[Aussage]
    stand: Rueckmeldestand
    bis: dt.date | None


def answer_state(uebergabe: Uebergabe, heute: dt.date) -> Antwortstand:
    """Overdue is what has no answer and a deadline before today; without a deadline nothing is ever overdue."""
    if uebergabe.antwort_am is not None:
        return Antwortstand.BEANTWORTET
    late = uebergabe.frist is not None and uebergabe.frist < heute
    return Antwortstand.UEBERFAELLIG if late else Antwortstand.OFFEN


def feedback_state(aussage: Aussage, bis: dt.date | None, heute: dt.date) -> Rueckmeldestand:
    """Overdue is what is decided and not told, or not decided although `bis`, the last day for it, is over.

    What is good as it is asks for no decision, so a Stärke is never overdue for want of one.
    """
    if aussage.rueckmeldung_am is not None:
        return Rueckmeldestand.GEGEBEN
    if aussage.bearbeitung not in UNDECIDED:
        return Rueckmeldestand.ENTSCHIEDEN
    asks = aussage.valenz is not Valenz.STAERKE
    late = asks and bis is not None and bis < heute
    return Rueckmeldestand.UNENTSCHIEDEN if late else Rueckmeldestand.OFFEN


def decide_until(aussage: Aussage, werkstatt: Werkstatt | None) -> dt.date | None:
    """Six months after the end of the workshop; after the statement's own day where the workshop's is not known."""
    last = (werkstatt.ende or werkstatt.beginn) if werkstatt else None
    day = last or aussage.datum
    return months_later(day, MONTHS) if day else None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of that month: 31.08. and six months is 28.02. or 29.02."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def feedback(bestand: Bestand, aussagen: Iterable[Akte[Aussage]], heute: dt.date) -> tuple[Faelligkeit, ...]:
    """Of each statement, in the order given."""
    return tuple(_due(bestand, akte, heute) for akte in aussagen)


def workshop_of(bestand: Bestand, aussage: Akte[Aussage]) -> Akte[Werkstatt] | None:
    """The Werkstatt of a statement, as far as it may be read."""
    return next(iter(bestand.hin(aussage.id, Werkstatt)), None)


def _due(bestand: Bestand, akte: Akte[Aussage], heute: dt.date) -> Faelligkeit:
    workshop = workshop_of(bestand, akte)
    bis = decide_until(akte.inhalt, workshop.inhalt if workshop else None)
    return Faelligkeit(akte, feedback_state(akte.inhalt, bis, heute), bis)
