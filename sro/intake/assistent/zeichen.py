"""Signs in columns of numbers: what they mean differs from office to office, so it is asked and never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sro.intake.zahl import MARKERS, Zahlfehler, read_number

KLAMMERN = "()"
NULL = "0"
_BRACKETED = re.compile(r"\(\s*(.*?\d)\s*\)")
_SUFFIXED = re.compile(r"(.*\d)(?:\s*([rpsebkv*¹²³⁴⁵])|\s+(\d{1,2}\)))")


class Bedeutung(StrEnum):
    """What a sign stands for; only `ZAHL` keeps the number that it goes along with."""

    NULL = "null"  # exactly zero
    UNBEKANNT = "unbekannt"  # there is a number, it is kept secret or not known
    FEHLT = "fehlt"  # not collected, not delivered
    ZAHL = "zahl"  # the number beside the sign counts: provisional, corrected, with a footnote


@dataclass(frozen=True, slots=True)
class Zeichenfund:
    """A sign with the places where it stands: number of row and column, both from 1 as a person counts."""

    zeichen: str
    stellen: tuple[tuple[int, int], ...]

    @property
    def moeglich(self) -> tuple[Bedeutung, ...]:
        """Meanings that make sense: a sign alone is no number, and zero as a figure can also hide one."""
        alone = self.zeichen == NULL or self.zeichen in MARKERS
        return (
            (Bedeutung.NULL, Bedeutung.UNBEKANNT, Bedeutung.FEHLT)
            if alone
            else (
                Bedeutung.ZAHL,
                Bedeutung.UNBEKANNT,
                Bedeutung.FEHLT,
            )
        )


@lru_cache(maxsize=65_536)
def is_number(text: str) -> bool:
    """Whether a text is a number, also one that could be two."""
    return read_number(text) not in (Zahlfehler.TEXT, Zahlfehler.ZEICHEN)


@lru_cache(maxsize=65_536)
def sign(text: str) -> str | None:
    """The sign that a cell consists of or carries: "-", ".", "0", "()" around a number, "r", "1)"; None without."""
    if text in MARKERS:
        return text
    if read_number(text) == 0.0:
        return NULL
    return _parts(text)[1]


def number_part(text: str) -> str:
    """The number without the sign beside it."""
    return _parts(text)[0]


@lru_cache(maxsize=65_536)
def is_numeric(text: str) -> bool:
    """Whether a cell belongs in a column of numbers: a number, a sign, or both."""
    return is_number(text) or sign(text) is not None


def find_signs(cells: Iterable[tuple[int, int, str]]) -> tuple[Zeichenfund, ...]:
    """Every sign with its places, from cells as (row, column, text)."""
    found: dict[str, list[tuple[int, int]]] = {}
    for row, column, text in cells:
        here = sign(text) if text else None
        if here:
            found.setdefault(here, []).append((row, column))
    return tuple(Zeichenfund(name, tuple(places)) for name, places in sorted(found.items()))


def _parts(text: str) -> tuple[str, str | None]:
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and is_number(bracketed[1]):
        return bracketed[1], KLAMMERN
    suffixed = _SUFFIXED.fullmatch(text)
    if suffixed and is_number(suffixed[1].strip()):
        return suffixed[1].strip(), suffixed[2] or suffixed[3]
    return text, None
