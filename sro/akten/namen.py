"""First names and "Frau …" in a text.

In German every noun has a capital, so names are known by a list and by the company that they keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sro.reference.alltagsworte import alltagsworte
from sro.reference.city import city
from sro.reference.vornamen import vornamen

LETTER = "A-Za-zÀ-ÖØ-öø-žЀ-ӿ"
WORD = re.compile(rf"[{LETTER}]+(?:-[{LETTER}]+)*")
SPEAKS = re.compile(
    r"\s*,?\s+(?:sagt|sagte|meint|meinte|erzählt|erzählte|findet|fand|wünscht|wollte|möchte|hat\s+gesagt|hat\s+erzählt|"
    r"geht\s+in|wohnt|schreibt)\b"
)
CALLED = re.compile(r"(?:\b[Nn]ame(?:\s+ist)?|\bheiß(?:e|t|en)|\bnennt\s+sich|\bgenannt)[\s:„\"]+$")
OF_AGE = re.compile(r"\s*(?:\(\s*\d{1,2}\s*(?:J\w*\.?)?\s*\)|,?\s+\(?\d{1,2}\s*(?:Jahre?|J\.))")
SAINT = re.compile(r"(?:\bSt\.?|\bSankt)\s*$")
MADE_OF = re.compile(r"^(?:\s|-)*(?:Straße|Str\.|Schule|Platz|Haus|Allee|Weg|Kirche|Stiftung)\b")
SURNAME = re.compile(rf"\s(?!Straße)([A-ZÄÖÜÇŞ][{LETTER}]+(?:-[A-ZÄÖÜ][{LETTER}]+)?)(?![{LETTER}])")
POLITE = re.compile(
    rf"\b(?:Frau|Herrn?|Hr\.|Fr\.|Familie|Fam\.)\s+(?:(?:Dr|Prof)\.\s*)*([A-ZÄÖÜÇŞ][{LETTER}]+(?:-[A-ZÄÖÜ][{LETTER}]+)?)"
)
INTRODUCED = re.compile(rf"\b[Ii]ch\s+(?:heiße|bin\s+(?:der|die))\s+([A-ZÄÖÜ][{LETTER}]+)(?=\s*(?:[.,;!?)]|und\b|$))")
SAYS_SO = re.compile(rf"(?:^|[.!?:;]\s+|\n\s*)([A-ZÄÖÜÇŞ][{LETTER}]+)\s+(?:sagt|meint|erzählt)\b")


def names(text: str) -> Iterator[tuple[int, int]]:
    """From and to of everything that looks like somebody's name."""
    for match in POLITE.finditer(text):
        if match[1] not in alltagsworte().kein_nachname:
            yield match.span()
    for match in INTRODUCED.finditer(text):
        yield match.span(1)
    for match in WORD.finditer(text):
        if _is_name(match, text):
            yield match.start(), _with_surname(match, text)
    for match in SAYS_SO.finditer(text):
        if match[1] not in alltagsworte().niemand and not match[1].endswith(
            ("gruppe", "klasse", "rat", "leitung", "kind")
        ):
            yield match.span(1)


def _is_name(match: re.Match[str], text: str) -> bool:
    word, before, after = match[0], text[max(0, match.start() - 24) : match.start()], text[match.end() :]
    if word in _places() or SAINT.search(before) or MADE_OF.match(after):
        return False
    parts = word.split("-")
    if word[0].islower():
        return _surely(word.capitalize()) and _meant(before, after)
    if len(parts) > 1:  # Anna-Lena is somebody, Anna-Siemsen-Schule is a house
        return all(_surely(part) or part in vornamen().mehrdeutig for part in parts)
    return _surely(word) or (word in vornamen().mehrdeutig and _meant(before, after))


def _surely(word: str) -> bool:
    """A name from the list, also in the genitive (Mias, Ahmets)."""
    known = vornamen().sicher
    return word in known or (word.endswith("s") and word[:-1] in known and len(word) > 3)


def _meant(before: str, after: str) -> bool:
    """Whether its company says that a person is meant: "… sagt", "… heißt Rosa", "Rosa (8)"."""
    return bool(SPEAKS.match(after) or CALLED.search(before) or OF_AGE.match(after))


def _with_surname(match: re.Match[str], text: str) -> int:
    surname = SURNAME.match(text, match.end())
    return surname.end() if surname and not match[0].endswith("s") else match.end()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Words of the city's own places, such as Marli: no person is meant by them."""
    stadt = city()
    named = [
        *(name for one in stadt.gebiete for name in (one.name, *one.aliase)),
        *(one.name for one in stadt.quartiere),
    ]
    saints = {"Jürgen", "Lorenz", "Gertrud"}  # only behind "St.", see SAINT
    return frozenset(word for name in named for word in WORD.findall(name)) - saints
