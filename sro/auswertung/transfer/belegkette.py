"""The evidence chain: from a figure or a voice to what was agreed on it and where that was reported, and back.

Aussage → Bedürfnis → Bedarf → Vereinbarung → Versand. An Indikator leads to the Bedarfe and Vereinbarungen that name
it, an Aussage also to the Vereinbarungen that name it, an Impuls to the Bedarfe that it answers, because a Vereinbarung
names Bedarfe and no Impulse. Nothing is decided here: a step is there because a person has written it into a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.impuls import Impuls
from sro.model.transfer import Versand
from sro.model.vereinbarung import Vereinbarung

GLIEDER: tuple[type[Inhalt], ...] = (Aussage, Beduerfnis, Impuls, Bedarf, Vereinbarung, Versand)
Schritt = tuple[str, str]  # what something rests on, and what rests on it


@dataclass(frozen=True)
class Belegkette:
    """`davor`: all that the start rests on; `danach`: all that rests on it; each the nearest first.

    Elements are ids of records, or of Indikatoren. `schritte` are the links between all that is shown.
    """

    start: str
    davor: tuple[str, ...]
    danach: tuple[str, ...]
    schritte: tuple[Schritt, ...]

    @property
    def alle(self) -> tuple[str, ...]:
        return (self.start, *self.davor, *self.danach)

    def rests_on(self, element: str) -> tuple[str, ...]:
        """What an element directly rests on, of what is shown."""
        return self._to.get(element, ())

    @cached_property
    def _to(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for von, zu in self.schritte:
            found.setdefault(zu, []).append(von)
        return {zu: tuple(von) for zu, von in found.items()}


def evidence_chain(bestand: Bestand, start: str) -> Belegkette:
    """All that hangs on a record or an Indikator. A start that nobody knows has nothing before and after it."""
    davor = tuple(_reached(start, lambda one: rests_on(bestand, one)))
    danach = tuple(_reached(start, lambda one: leads_to(bestand, one)))
    shown = {start, *davor, *danach}
    steps = ((one, other) for one in (start, *davor, *danach) for other in leads_to(bestand, one) if other in shown)
    return Belegkette(start, davor, danach, tuple(dict.fromkeys(steps)))


def leads_to(bestand: Bestand, element: str) -> tuple[str, ...]:
    """One step on: what directly rests on this."""
    if element not in bestand:  # an Indikator
        needs = (akte for akte in bestand.mit(element, Bedarf) if element in akte.inhalt.indikatoren)
        agreed = (akte for akte in bestand.mit(element, Vereinbarung) if element in akte.inhalt.indikatoren)
        return _ids((*needs, *agreed))
    match bestand.akte(element).inhalt:
        case Aussage():
            return _ids((*bestand.her(element, Beduerfnis), *bestand.her(element, Vereinbarung)))
        case Beduerfnis():
            return _ids(akte for akte in bestand.her(element, Bedarf) if element in akte.inhalt.beduerfnisse)
        case Impuls():
            return _ids(bestand.hin(element, Bedarf))
        case Bedarf():
            return _ids(bestand.her(element, Vereinbarung))
        case Vereinbarung():
            return _ids(bestand.her(element, Versand))
    return ()


def rests_on(bestand: Bestand, element: str) -> tuple[str, ...]:
    """One step back: what this directly rests on. Who contradicts a Bedarf is no evidence for it."""
    if element not in bestand:
        return ()
    match bestand.akte(element).inhalt:
        case Beduerfnis():
            return _ids(bestand.hin(element, Aussage))
        case Bedarf() as one:
            voices = (akte for akte in bestand.hin(element, Beduerfnis) if akte.id in one.beduerfnisse)
            return (*_named(one.indikatoren), *_ids((*voices, *bestand.her(element, Impuls))))
        case Vereinbarung() as one:
            return (*_named(one.indikatoren), *_ids((*bestand.hin(element, Aussage), *bestand.hin(element, Bedarf))))
        case Versand():
            return _ids(bestand.hin(element, Vereinbarung))
    return ()


def without_agreement(bestand: Bestand) -> tuple[Akte[Bedarf], ...]:
    """Bedarfe on which no Vereinbarung rests."""
    return tuple(akte for akte in bestand.von(Bedarf) if not bestand.her(akte.id, Vereinbarung))


def _reached(start: str, step: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """Everything that can be reached, the nearest first. No link leads in a circle; if one ever did, this ends too."""
    seen, waiting = {start}, [start]
    for element in waiting:
        for other in step(element):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                yield other


def _ids(akten: Iterable[Akte[Inhalt]]) -> tuple[str, ...]:
    return tuple(akte.id for akte in akten)


def _named(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
