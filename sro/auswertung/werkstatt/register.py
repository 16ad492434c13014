"""The register of handovers: per office what was handed over, what came back, what is overdue, what is still here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.rueckmeldung import Antwortstand, answer_state
from sro.model.akte import Akte
from sro.model.aussage import Aussage
from sro.model.uebergabe import Uebergabe

FAR = dt.date.max


@dataclass(frozen=True, slots=True)
class Vorgang:
    """One handover, how it stands, and those of its statements that are looked at."""

    akte: Akte[Uebergabe]
    stand: Antwortstand
    aussagen: tuple[Akte[Aussage], ...]


@dataclass(frozen=True, slots=True)
class Amtsregister:
    """One Schnittstelle: its handovers, the overdue ones first, and statements that concern it and are still here."""

    schnittstelle: str
    vorgaenge: tuple[Vorgang, ...]
    nicht_uebergeben: tuple[Akte[Aussage], ...]

    def anzahl(self, stand: Antwortstand) -> int:
        return sum(vorgang.stand is stand for vorgang in self.vorgaenge)


@dataclass(frozen=True, slots=True)
class Bilanz:
    """How many handovers there are in all, and how they stand; shares are of all of them, None where there is none."""

    uebergeben: int
    beantwortet: int
    ueberfaellig: int
    aussagen: int  # statements that were handed over at least once

    def anteil(self, anzahl: int) -> float | None:
        """In percent."""
        return 100 * anzahl / self.uebergeben if self.uebergeben else None


def registers(
    bestand: Bestand, schnittstellen: Iterable[str], aussagen: Collection[Akte[Aussage]], heute: dt.date
) -> tuple[Amtsregister, ...]:
    """Of each Schnittstelle that has anything: those with overdue answers first, then in the order given.

    Only handovers with one of `aussagen` count, and of them only these statements.
    """
    found = [_of(bestand, one, aussagen, heute) for one in schnittstellen]
    some = [one for one in found if one.vorgaenge or one.nicht_uebergeben]
    return tuple(sorted(some, key=lambda one: -one.anzahl(Antwortstand.UEBERFAELLIG)))


def balance(register: Iterable[Amtsregister]) -> Bilanz:
    """Over several offices."""
    vorgaenge = [vorgang for one in register for vorgang in one.vorgaenge]
    states = [vorgang.stand for vorgang in vorgaenge]
    statements = {akte.id for vorgang in vorgaenge for akte in vorgang.aussagen}
    return Bilanz(
        uebergeben=len(vorgaenge),
        beantwortet=states.count(Antwortstand.BEANTWORTET),
        ueberfaellig=states.count(Antwortstand.UEBERFAELLIG),
        aussagen=len(statements),
    )


def _of(bestand: Bestand, schnittstelle: str, aussagen: Collection[Akte[Aussage]], heute: dt.date) -> Amtsregister:
    handed = [akte for akte in bestand.von(Uebergabe) if akte.inhalt.schnittstelle == schnittstelle]
    gone = {one for akte in handed for one in akte.inhalt.aussagen}
    made = (_case(akte, aussagen, heute) for akte in handed)
    here = (akte for akte in aussagen if schnittstelle in akte.inhalt.schnittstellen and akte.id not in gone)
    return Amtsregister(schnittstelle, tuple(sorted((v for v in made if v.aussagen), key=_urgency)), tuple(here))


def _case(akte: Akte[Uebergabe], aussagen: Collection[Akte[Aussage]], heute: dt.date) -> Vorgang:
    named = set(akte.inhalt.aussagen)
    return Vorgang(akte, answer_state(akte.inhalt, heute), tuple(one for one in aussagen if one.id in named))


def _urgency(vorgang: Vorgang) -> tuple[int, int]:
    """Overdue and open ones by their deadline, the oldest first; answered ones by their answer, the newest first."""
    uebergabe = vorgang.akte.inhalt
    day = -(uebergabe.antwort_am or FAR).toordinal() if uebergabe.antwort_am else (uebergabe.frist or FAR).toordinal()
    return list(Antwortstand).index(vorgang.stand), day
