"""The tidy table that every delivery becomes before it is understood; every cell is still the text delivered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sro.model.befund import Befund


class Rohzeile(NamedTuple):
    """The texts of one row, "" where the cell is empty."""

    nummer: int
    indikator_id: str
    ebene: str
    gebiet_id: str
    zeit: str
    zaehler: str
    nenner: str
    herkunft: str = ""


@dataclass(frozen=True, slots=True)
class Tabelle:
    """One file's rows with what is to be said about its form.

    `dezimal` is the decimal mark ("," or ".") that a text file uses, None where it shows none; numbers that a workbook
    holds as text are read one by one.
    """

    name: str
    sha256: str
    zeilen: tuple[Rohzeile, ...]
    befunde: tuple[Befund, ...] = ()
    dezimal: str | None = None
