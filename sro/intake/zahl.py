"""Reads a number as people and programs write it; what could be two numbers is refused, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache


class Zahlfehler(StrEnum):
    """Why a text is no number."""

    TEXT = "text"
    ZEICHEN = "zeichen"  # a marker of statistical tables: could mean zero, secret or missing
    MEHRDEUTIG = "mehrdeutig"  # "1.234" can be 1234 and 1,234


MARKERS = frozenset({".", "-", "–", "—", "x", "X", "/", "...", "…", "*", "g", "u", "k.A.", "k. A."})
_BLANKS = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'’](?=\d{3}(?:\D|$))")
_PLAIN = re.compile(r"-?\d+")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+")
_ONE_MARK = re.compile(r"-?\d+[.,]\d+")
_TWO_MARKS = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+,\d+|-?[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_EITHER = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")


@lru_cache(maxsize=65_536)
def read_number(text: str, decimal: str | None = None) -> float | Zahlfehler:
    """The number that a text stands for; `decimal` ("," or ".") is the mark that the file uses, if it is known."""
    if text in MARKERS:
        return Zahlfehler.ZEICHEN
    plain = _BLANKS.sub("", text).replace("−", "-").removeprefix("+")
    if _EITHER.fullmatch(plain):
        return _either(plain, decimal)
    if _PLAIN.fullmatch(plain) and plain.isascii():
        return float(plain)
    mark = _decimal_mark(plain)
    if mark is None:
        return Zahlfehler.TEXT
    thousands = "," if mark == "." else "."
    return float(plain.replace(thousands, "").replace(mark, "."))


def decimal_mark(texts: Iterable[str]) -> str | None:
    """The decimal mark that numbers of a file show beyond doubt; None where they show none or both."""
    marks = {_decimal_mark(text) for text in texts if ("," in text or "." in text) and not _EITHER.fullmatch(text)}
    marks.discard(None)
    return marks.pop() if len(marks) == 1 else None


def _decimal_mark(text: str) -> str | None:
    """ "," or "." where the text is a number with separators that can be read in one way only."""
    if not text.isascii():
        return None
    thousands = _THOUSANDS.fullmatch(text)
    if thousands:
        return "," if thousands[1] == "." else "."
    if _TWO_MARKS.fullmatch(text) or (_ONE_MARK.fullmatch(text) and not _EITHER.fullmatch(text)):
        return "," if text.rfind(",") > text.rfind(".") else "."
    return None


def _either(text: str, decimal: str | None) -> float | Zahlfehler:
    if decimal is None:
        return Zahlfehler.MEHRDEUTIG
    return float(text.replace(decimal, ".") if decimal in text else re.sub("[.,]", "", text))
