"""A finding about what arrived: data, not an exception, so that all of them can be told at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Schwere(StrEnum):
    FEHLER = "fehler"  # blocks
    WARNUNG = "warnung"  # is told
    HINWEIS = "hinweis"  # something that was done and should be known


@dataclass(frozen=True, slots=True)
class Befund:
    """`text` is one German sentence that names the value and the remedy; `zeile` counts from 1 as in the file.

    `indikator` and `zeit` are what the row says, because one row of a wide table holds several.
    """

    code: str
    text: str
    schwere: Schwere = Schwere.FEHLER
    datei: str = ""
    zeile: int | None = None
    spalte: str | None = None
    wert: str | None = None
    indikator: str | None = None
    zeit: str | None = None
