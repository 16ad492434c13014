"""What is known of one Werkstatt, put together from its record and its statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.orte import by_kind
from sro.model.akte import Akte
from sro.model.aussage import Aussage, Bearbeitung, Valenz
from sro.model.stimme import Altersgruppe
from sro.model.werkstatt import Werkstatt


@dataclass(frozen=True)
class Werkstattblatt:
    """`teilnehmende`: None is "not counted, or too few to be named", which is not 0. Statements are those shown."""

    akte: Akte[Werkstatt]
    teilnehmende: dict[Altersgruppe, int | None]
    arten: dict[Valenz, int]
    staende: dict[Bearbeitung, int]

    @property
    def werkstatt(self) -> Werkstatt:
        return self.akte.inhalt

    @property
    def aussagen(self) -> int:
        return sum(self.staende.values())

    @property
    def alle_teilnehmenden(self) -> int | None:
        """All participants; None where one age group is not counted or not named: a total would give it away."""
        counted = [n for n in self.teilnehmende.values() if n is not None]
        return sum(counted) if len(counted) == len(self.teilnehmende) else None


def blatt(akte: Akte[Werkstatt], akten: Iterable[Akte[Aussage]]) -> Werkstattblatt:
    """The sheet of one Werkstatt; of `akten` those that were said in it count."""
    own = [one for one in akten if one.inhalt.werkstatt == akte.id]
    return Werkstattblatt(akte, akte.inhalt.teilnehmende, by_kind(own), by_state(own))


def blaetter(bestand: Bestand, akten: Iterable[Akte[Aussage]]) -> tuple[Werkstattblatt, ...]:
    """The sheets of all of them, newest first; those without a date last."""
    kept = tuple(akten)
    return tuple(blatt(akte, kept) for akte in newest_first(bestand.von(Werkstatt)))


def newest_first(werkstaetten: Iterable[Akte[Werkstatt]]) -> list[Akte[Werkstatt]]:
    """By their first day; those without one last."""
    return sorted(werkstaetten, key=lambda akte: str(akte.inhalt.beginn or ""), reverse=True)


def by_state(akten: Iterable[Akte[Aussage]]) -> dict[Bearbeitung, int]:
    """Statements by what became of them, in the order of the states."""
    counted = Counter(akte.inhalt.bearbeitung for akte in akten)
    return {stand: counted[stand] for stand in Bearbeitung}
