"""How far a Leitlinie, a Baustein or a project is, and which records show it. Nothing here scores or decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.akten.bestand import Bestand, pointed_at, values
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import AKTENARTEN, Aktenart, art_of
from sro.model.feld import Vokabular, felder
from sro.model.fortschritt import Fortschritt, Meilenstein

TELLING = (Fortschritt, Meilenstein)  # say how far something is, and prove nothing


class Lage(StrEnum):
    """How a milestone stands on a day."""

    ERREICHT = "erreicht"
    UEBERFAELLIG = "überfällig"
    GEPLANT = "geplant"
    OHNE_TERMIN = "ohne Termin"


@dataclass(frozen=True, slots=True)
class Beleg:
    """A record that names a Leitlinie or a Baustein, and the records that it rests on itself."""

    akte: Akte[Inhalt]
    dahinter: tuple[Akte[Inhalt], ...]


@dataclass(frozen=True, slots=True)
class Bezugsblatt:
    """One Leitlinie, Baustein or project. `belege` name it themselves, `akten` are these and all they rest on.

    `indikatoren` are ids of the catalogue, in the order in which the records name them.
    """

    bezug: str
    stand: Akte[Fortschritt] | None
    meilensteine: tuple[Akte[Meilenstein], ...]
    belege: tuple[Beleg, ...]
    akten: tuple[Akte[Inhalt], ...]
    indikatoren: tuple[str, ...]

    @property
    def belegt(self) -> bool:
        return bool(self.akten or self.indikatoren)

    def by_kind(self) -> Iterator[tuple[Aktenart, int]]:
        """How many records of each kind, nearest evidence first; kinds without any are left out."""
        kinds = [art_of(type(akte.inhalt)) for akte in self.akten]
        for kind in dict.fromkeys(kinds):
            yield kind, kinds.count(kind)


def sheet(bestand: Bestand, bezug: str, arten: Sequence[Aktenart] = (), geliefert: Sequence[str] = ()) -> Bezugsblatt:
    """What the records say of it. All records of `arten`, and the indicators `geliefert`, belong to it as a whole."""
    own = tuple(akte for art in arten for akte in bestand.von(art.klasse))
    named = tuple(akte for art in AKTENARTEN if art.klasse not in TELLING for akte in bestand.mit(bezug, art.klasse))
    every = _with_all_behind(bestand, (*named, *own))
    states = bestand.mit(bezug, Fortschritt)
    return Bezugsblatt(
        bezug=bezug,
        stand=max(states, key=_day_of, default=None),
        meilensteine=tuple(sorted(bestand.mit(bezug, Meilenstein), key=lambda akte: _when(akte.inhalt))),
        belege=tuple(Beleg(akte, _behind(bestand, akte)) for akte in named),
        akten=every,
        indikatoren=tuple(dict.fromkeys((*_indicators(every), *geliefert))),
    )


def lage(meilenstein: Meilenstein, heute: dt.date) -> Lage:
    """A milestone that was reached late is reached; one that is due today is not overdue yet."""
    if meilenstein.erreicht and meilenstein.erreicht <= heute:
        return Lage.ERREICHT
    if meilenstein.geplant is None:
        return Lage.OHNE_TERMIN
    return Lage.UEBERFAELLIG if meilenstein.geplant < heute else Lage.GEPLANT


def overdue(blaetter: Iterable[Bezugsblatt], heute: dt.date) -> int:
    """How many milestones should have been reached by now and were not."""
    stones = (akte.inhalt for blatt in blaetter for akte in blatt.meilensteine)
    return sum(lage(stone, heute) is Lage.UEBERFAELLIG for stone in stones)


def assessments(fassungen: Iterable[Akte[Fortschritt]]) -> tuple[Akte[Fortschritt], ...]:
    """Of versions, newest first: those in which the assessment itself was another than in the one before."""
    found = list(fassungen)
    return tuple(one for one, older in zip(found, [*found[1:], None], strict=True) if _new(one, older))


def _new(one: Akte[Fortschritt], older: Akte[Fortschritt] | None) -> bool:
    return older is None or _said(one.inhalt) != _said(older.inhalt)


def _said(stand: Fortschritt) -> tuple[object, ...]:
    return (stand.reife, stand.text, stand.durch, stand.am)


def _with_all_behind(bestand: Bestand, start: Sequence[Akte[Inhalt]]) -> tuple[Akte[Inhalt], ...]:
    """These records, then those that they rest on, then those behind these; each once."""
    found: dict[str, Akte[Inhalt]] = {}
    layer = list(start)
    while layer:
        fresh = {akte.id: akte for akte in layer if akte.id not in found}
        found |= fresh
        layer = [behind for akte in fresh.values() for behind in _behind(bestand, akte)]
    return tuple(found.values())


def _behind(bestand: Bestand, akte: Akte[Inhalt]) -> tuple[Akte[Inhalt], ...]:
    targets = dict.fromkeys(pointed_at(akte.inhalt))
    return tuple(bestand.akte(target) for target in targets if target in bestand)


def _indicators(akten: Collection[Akte[Inhalt]]) -> Iterator[str]:
    for akte in akten:
        for feld in felder(type(akte.inhalt)):
            if feld.vokabular is Vokabular.INDIKATOR:
                yield from values(akte.inhalt, feld)


def _day_of(akte: Akte[Fortschritt]) -> dt.date:
    return akte.inhalt.am or dt.date.min


def _when(meilenstein: Meilenstein) -> dt.date:
    """The day at which it stands on the time line; without any at its end."""
    return meilenstein.erreicht or meilenstein.geplant or dt.date.max
