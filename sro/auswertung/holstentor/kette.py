"""From voice to lever: Bedürfnis → Bedarf → Impuls → Steuerungspotential, many to many at every link.

Nothing here decides anything: a link is there because a person has written it into a record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Inhalt
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.gebiet import GebietKey, Modellprojekt, Stadt
from sro.model.impuls import Impuls
from sro.model.steuerung import Steuerungspotential


class Verbindung(StrEnum):
    """How one element stands to the next; the last two only between a Bedürfnis and a Bedarf."""

    BELEGT = "belegt"
    STRITTIG = "strittig"  # belongs to the Bedarf and contradicts others that belong to it
    WIDERSPRICHT = "widerspricht"  # is named as contradicting, and does not belong to the Bedarf


@dataclass(frozen=True, slots=True)
class Glied:
    """A link between two records. `belege`: how many different Bedürfnisse stand behind it, itself included."""

    von: str
    zu: str
    art: Verbindung
    belege: int


@dataclass(frozen=True)
class Kette:
    """The elements in four columns, and the links between those that are shown."""

    beduerfnisse: tuple[Akte[Beduerfnis], ...] = ()
    bedarfe: tuple[Akte[Bedarf], ...] = ()
    impulse: tuple[Akte[Impuls], ...] = ()
    potentiale: tuple[Akte[Steuerungspotential], ...] = ()
    glieder: tuple[Glied, ...] = ()

    @property
    def spalten(self) -> tuple[tuple[Akte[Inhalt], ...], ...]:
        return (self.beduerfnisse, self.bedarfe, self.impulse, self.potentiale)

    @cached_property
    def by_id(self) -> dict[str, Akte[Inhalt]]:
        return {akte.id: akte for spalte in self.spalten for akte in spalte}

    def hin(self, akte: str) -> tuple[Glied, ...]:
        """The links that lead on from an element."""
        return self._from.get(akte, ())

    def her(self, akte: str) -> tuple[Glied, ...]:
        """The links that an element rests on, or that contradict it."""
        return self._to.get(akte, ())

    @cached_property
    def widersprechende(self) -> frozenset[str]:
        """The Bedürfnisse that some Bedarf names as contradicting others or itself."""
        return frozenset(glied.von for glied in self.glieder if glied.art is not Verbindung.BELEGT)

    @cached_property
    def _from(self) -> dict[str, tuple[Glied, ...]]:
        return _grouped(self.glieder, lambda glied: glied.von)

    @cached_property
    def _to(self) -> dict[str, tuple[Glied, ...]]:
        return _grouped(self.glieder, lambda glied: glied.zu)


def chain(bestand: Bestand, stadt: Stadt, projekt: Modellprojekt) -> Kette:
    """All records that belong to the model project, as far as `bestand` has them.

    A record with a place belongs by its place, one without by what it rests on; one that rests on nothing that is shown
    belongs too, because nothing says that it does not.
    """

    def near(raum: GebietKey | None) -> bool:
        return raum is None or stadt.touches(raum, projekt.gebiet) or stadt.touches(projekt.gebiet, raum)

    voices = tuple(akte for akte in bestand.von(Beduerfnis) if near(akte.inhalt.raum))
    heard, all_voices = _ids(voices), _ids(bestand.von(Beduerfnis))
    needs = tuple(
        akte
        for akte in bestand.von(Bedarf)
        if (near(akte.inhalt.raum) if akte.inhalt.raum else _rests(_voices_of(akte.inhalt), heard, all_voices))
    )
    impulses = tuple(
        akte for akte in bestand.von(Impuls) if _rests(akte.inhalt.bedarfe, _ids(needs), _ids(bestand.von(Bedarf)))
    )
    levers = tuple(
        akte
        for akte in bestand.von(Steuerungspotential)
        if _rests(akte.inhalt.impulse, _ids(impulses), _ids(bestand.von(Impuls)))
    )
    return _linked(voices, needs, impulses, levers)


def narrowed(kette: Kette, passt: Callable[[Beduerfnis], bool]) -> Kette:
    """The Bedürfnisse that pass and all that follows from them; evidence counts those alone."""
    voices = tuple(akte for akte in kette.beduerfnisse if passt(akte.inhalt))
    needs = tuple(one for one in kette.bedarfe if not _ids(voices).isdisjoint(_voices_of(one.inhalt)))
    impulses = tuple(one for one in kette.impulse if not _ids(needs).isdisjoint(one.inhalt.bedarfe))
    levers = tuple(one for one in kette.potentiale if not _ids(impulses).isdisjoint(one.inhalt.impulse))
    return _linked(voices, needs, impulses, levers)


def connected(kette: Kette, element: str) -> Kette:
    """The element with all that it rests on and all that follows from it; links keep their evidence.

    A Bedürfnis that a Bedarf does not rest on leads to the Bedarf that it contradicts and no further.
    """
    kept = {element, *_upstream(kette, element), *_downstream(kette, element)}
    return Kette(
        tuple(one for one in kette.beduerfnisse if one.id in kept),
        tuple(one for one in kette.bedarfe if one.id in kept),
        tuple(one for one in kette.impulse if one.id in kept),
        tuple(one for one in kette.potentiale if one.id in kept),
        tuple(glied for glied in kette.glieder if {glied.von, glied.zu} <= kept),
    )


def _upstream(kette: Kette, element: str) -> Iterator[str]:
    for glied in kette.her(element):
        yield glied.von
        yield from _upstream(kette, glied.von)


def _downstream(kette: Kette, element: str) -> Iterator[str]:
    for glied in kette.hin(element):
        yield glied.zu
        if glied.art is not Verbindung.WIDERSPRICHT:
            yield from _downstream(kette, glied.zu)


def _linked(
    voices: tuple[Akte[Beduerfnis], ...],
    needs: tuple[Akte[Bedarf], ...],
    impulses: tuple[Akte[Impuls], ...],
    levers: tuple[Akte[Steuerungspotential], ...],
) -> Kette:
    """The columns with their links."""
    heard, found = _ids(voices), list[Glied]()
    behind: dict[str, frozenset[str]] = {voice: frozenset({voice}) for voice in heard}
    for need in needs:
        found += [Glied(one, need.id, _kind(need.inhalt, one), 1) for one in _once(_voices_of(need.inhalt), heard)]
        behind[need.id] = heard.intersection(need.inhalt.beduerfnisse)
    steps = [(one.id, one.inhalt.bedarfe, _ids(needs)) for one in impulses]
    steps += [(one.id, one.inhalt.impulse, _ids(impulses)) for one in levers]
    for to, sources, shown in steps:
        named = _once(sources, shown)
        found += [Glied(one, to, Verbindung.BELEGT, len(behind[one])) for one in named]
        behind[to] = frozenset().union(*(behind[one] for one in named))
    return Kette(voices, needs, impulses, levers, tuple(found))


def _kind(bedarf: Bedarf, voice: str) -> Verbindung:
    if voice not in bedarf.beduerfnisse:
        return Verbindung.WIDERSPRICHT
    return Verbindung.STRITTIG if voice in bedarf.widersprechende else Verbindung.BELEGT


def _voices_of(bedarf: Bedarf) -> tuple[str, ...]:
    return (*bedarf.beduerfnisse, *bedarf.widersprechende)


def _rests(sources: Iterable[str], inside: Collection[str], known: Collection[str]) -> bool:
    """Whether any source is inside, or none of them is shown at all."""
    shown = [one for one in sources if one in known]
    return not shown or any(one in inside for one in shown)


def _once(ids: Iterable[str], shown: Collection[str]) -> list[str]:
    return [one for one in dict.fromkeys(ids) if one in shown]


def _ids(akten: Iterable[Akte[Inhalt]]) -> frozenset[str]:
    return frozenset(akte.id for akte in akten)


def _grouped(glieder: Iterable[Glied], key: Callable[[Glied], str]) -> dict[str, tuple[Glied, ...]]:
    found: dict[str, list[Glied]] = {}
    for glied in glieder:
        found.setdefault(key(glied), []).append(glied)
    return {name: tuple(group) for name, group in found.items()}
