"""All records at one time, and what points to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import AKTENARTEN, art_of
from sro.model.feld import Feld, Form, Vokabular, felder

RECORDS = {art.vokabular for art in AKTENARTEN if art.vokabular}
T = TypeVar("T", bound=Inhalt)


@dataclass(frozen=True)
class Bestand:
    """Records by id, in the order in which they were made. What was removed is not among them.

    `stand` grows with every change in the store, so that whoever caches can ask for it alone.
    """

    stand: int
    akten: tuple[Akte[Inhalt], ...]
    _by_id: dict[str, Akte[Inhalt]] = field(init=False, repr=False, compare=False)
    _back: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {akte.id: akte for akte in self.akten})
        object.__setattr__(self, "_back", self._backwards())

    def __contains__(self, akte_id: object) -> bool:
        return akte_id in self._by_id

    def akte(self, akte_id: str) -> Akte[Inhalt]:
        """KeyError where there is none."""
        return self._by_id[akte_id]

    def von(self, klasse: type[T]) -> tuple[Akte[T], ...]:
        """All records of one class."""
        return tuple(cast(Akte[T], akte) for akte in self.akten if type(akte.inhalt) is klasse)

    def hin(self, akte_id: str, klasse: type[T]) -> tuple[Akte[T], ...]:
        """Records of a class that this one points to."""
        return self._only(pointed_at(self.akte(akte_id).inhalt), klasse)

    def her(self, akte_id: str, klasse: type[T]) -> tuple[Akte[T], ...]:
        """Records of a class that point to this one."""
        return self._only(self._back.get(akte_id, ()), klasse)

    def mit(self, wort: str, klasse: type[T]) -> tuple[Akte[T], ...]:
        """Records of a class that point to an Indikator, a Leitlinie, a theme or any other word by its id."""
        return tuple(akte for akte in self.von(klasse) if wort in words_of(akte.inhalt))

    def _only(self, ids: Iterable[str], klasse: type[T]) -> tuple[Akte[T], ...]:
        found = (self._by_id[one] for one in dict.fromkeys(ids) if one in self._by_id)
        return tuple(cast(Akte[T], akte) for akte in found if type(akte.inhalt) is klasse)

    def _backwards(self) -> dict[str, tuple[str, ...]]:
        back: dict[str, list[str]] = defaultdict(list)
        for akte in self.akten:
            for target in dict.fromkeys(pointed_at(akte.inhalt)):
                back[target].append(akte.id)
        return {target: tuple(sources) for target, sources in back.items()}


def pointed_at(inhalt: Inhalt) -> tuple[str, ...]:
    """The ids of other records that this content names, field by field."""
    return tuple(one for feld in felder(type(inhalt)) if feld.vokabular in RECORDS for one in values(inhalt, feld))


def words_of(inhalt: Inhalt) -> tuple[str, ...]:
    """The ids of words that are no records: Indikatoren, Leitlinien, themes …"""
    return tuple(one for feld in _word_fields(type(inhalt)) for one in values(inhalt, feld))


def values(inhalt: Inhalt, feld: Feld) -> tuple[str, ...]:
    """What a field of ids holds, as a tuple, be it one or many."""
    value = getattr(inhalt, feld.name)
    return value if feld.form is Form.MEHRFACH else (value,) if value else ()


def title(akte: Akte[Inhalt]) -> str:
    """The text that stands for a record in lists; its id where that is empty."""
    return str(getattr(akte.inhalt, art_of(type(akte.inhalt)).titelfeld)) or akte.id


def _word_fields(klasse: type[Inhalt]) -> Iterator[Feld]:
    return (feld for feld in felder(klasse) if isinstance(feld.vokabular, Vokabular) and feld.vokabular not in RECORDS)
