"""The tidy table that every delivery becomes before it is understood; every cell is still the text delivered."""

from __future__ import annotations

from dataclasses import dataclass

from sro.model.befund import Befund


@dataclass(frozen=True, slots=True)
class Rohzeile:
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
