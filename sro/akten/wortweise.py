"""Two people wrote in the same text: both texts become one, word by word, and no word that either added is lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

WORD = re.compile(r"(\s*)(\S+|$)")


@dataclass(frozen=True, slots=True)
class Wort:
    """A word with the white space before it; the one without letters is the white space at the end of a text."""

    davor: str
    wort: str


@dataclass(slots=True)
class Aenderungen:
    """What one side made of a text of n words: what it put before word 0 … n, and how it kept the others.

    `stelle` leads from each place beside words that it took away to the one where it put something in their stead.
    """

    dazu: dict[int, list[Wort]] = field(default_factory=lambda: defaultdict(list))
    stelle: dict[int, int] = field(default_factory=dict)
    statt: set[int] = field(default_factory=set)  # where that stands in place of the word there
    behalten: dict[int, Wort] = field(default_factory=dict)


def merge(vorher: str, meine: str, ihre: str) -> str:
    """What `meine` and `ihre` both made of `vorher`. `ihre` was saved first; whoever typed `meine` has not seen it.

    A word that one side took away is gone; a word that either put in is there. Where both put in something at the same
    place, `meine` stands first: what somebody goes on typing then follows what they typed before.
    """
    if vorher == ihre or meine == ihre:
        return meine
    if vorher == meine:
        return ihre
    words = _words(vorher)
    return _joined(_both(words, _changes(words, _words(meine)), _changes(words, _words(ihre))))


def _words(text: str) -> list[Wort]:
    found = (Wort(*one.groups()) for one in WORD.finditer(text))
    return [one for one in found if one.davor or one.wort]


def _changes(before: Sequence[Wort], after: Sequence[Wort]) -> Aenderungen:
    matcher = SequenceMatcher(None, [one.wort for one in before], [one.wort for one in after], autojunk=False)
    found = Aenderungen()
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            found.behalten.update(zip(range(start, end), after[first:last], strict=True))
        else:
            found.dazu[start].extend(after[first:last])
            found.stelle.update(dict.fromkeys(range(start, end + 1), start))
            found.statt |= {start} if kind == "replace" else set()
    return found


def _both(words: Sequence[Wort], meine: Aenderungen, ihre: Aenderungen) -> Iterator[Wort]:
    for place in range(len(words) + 1):
        mine, theirs = meine.dazu[place], ihre.dazu[place]
        if _within(mine, ihre.dazu[ihre.stelle.get(place, place)]):
            yield from theirs
        elif place in meine.statt and place not in ihre.statt:
            yield from (*theirs, *mine)  # theirs came before the word, mine is what the word became
        else:
            yield from (*mine, *theirs)
        if place in meine.behalten and place in ihre.behalten:
            one, other = meine.behalten[place], ihre.behalten[place]
            yield other if one == words[place] else one


def _within(mine: Sequence[Wort], theirs: Sequence[Wort]) -> bool:
    """Whether they put in the same already, perhaps among more: then it is not said twice."""
    own, other = [one.wort for one in mine], [one.wort for one in theirs]
    return any(other[start : start + len(own)] == own for start in range(len(other) - len(own) + 1))


def _joined(words: Iterator[Wort]) -> str:
    """Words that came together without white space get one, so that they stay words."""
    text = ""
    for one in words:
        needs_space = text and one.wort and not one.davor and not text[-1].isspace()
        text += f"{' ' if needs_space else one.davor}{one.wort}"
    return text
