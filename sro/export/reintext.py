"""Text that people entered, as every file format takes it: without signs that XML forbids or that turn words round."""

from __future__ import annotations

import unicodedata
from typing import Any

BREAKS = {"\r\n": "\n", "\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
SPACES = "\t\v\f"
TURNING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}  # what reads right may stand wrong


def pure(text: str) -> str:
    """The same words; every kind of line break is a newline, and signs that nobody sees are gone."""
    for one, newline in BREAKS.items():
        text = text.replace(one, newline)
    return "".join(" " if one in SPACES else one for one in text if one in SPACES or one == "\n" or _seen(one))


def pure_all(value: Any) -> Any:
    """The same for every text in nested lists and mappings; all else stays as it is."""
    if isinstance(value, str):
        return pure(value)
    if isinstance(value, dict):
        return {key: pure_all(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [pure_all(inner) for inner in value]
    return value


def _seen(sign: str) -> bool:
    code = ord(sign)
    nothing = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # code points that are no characters
    return not (nothing or sign in TURNING or unicodedata.category(sign) in ("Cc", "Cs"))
