"""A mapping from the columns of an office's table to indicators: what a person decided, kept as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sro.intake.assistent.namen import Seite
from sro.intake.assistent.zeichen import Bedeutung


@dataclass(frozen=True, slots=True)
class Spalte:
    """A column by its number, from 1 as a person counts, and by its name, so that a moved one is noticed."""

    nummer: int
    kopf: str

    @property
    def stelle(self) -> int:
        return self.nummer - 1


@dataclass(frozen=True, slots=True)
class Wert:
    """One side of an indicator. Several columns are added up; `jahr` is set where columns stand for years."""

    spalten: tuple[Spalte, ...]
    indikator: str
    seite: Seite
    jahr: int | None = None


@dataclass(frozen=True, slots=True)
class Bedingung:
    """Only rows in which a column holds this text are read, as with "Haushalte" and "Personen" in one table."""

    spalte: Spalte
    wert: str


@dataclass(frozen=True, slots=True)
class Zuordnung:
    """How a table is read.

    `letzte` None: to the end of the table as it is recognised. The time stands in `zeitspalte`, or is `jahr` for all
    rows, or in each of `werte`. `gebiete` names areas for spellings that the city does not know ("00" or, of another
    level, "stadt/00"), `zeiten` times for texts that are none; rows with an area in `ohne` are left out. A sign that
    stands among the numbers must be in `zeichen`.
    """

    kopfzeilen: tuple[int, ...]
    erste: int
    letzte: int | None
    gebiet: Spalte
    ebene: str
    werte: tuple[Wert, ...]
    blatt: str | None = None
    zeitspalte: Spalte | None = None
    jahr: int | None = None
    dezimal: str | None = None
    zeichen: Mapping[str, Bedeutung] = field(default_factory=dict)
    nur: tuple[Bedingung, ...] = ()
    gebiete: Mapping[str, str] = field(default_factory=dict)
    ohne: tuple[str, ...] = ()
    zeiten: Mapping[str, str] = field(default_factory=dict)
    synthetisch: bool = False

    @property
    def spalten(self) -> tuple[Spalte, ...]:
        """Every column that is read, each once."""
        others = [self.gebiet, *([self.zeitspalte] if self.zeitspalte else []), *(one.spalte for one in self.nur)]
        return tuple(dict.fromkeys((*others, *(column for wert in self.werte for column in wert.spalten))))

    @property
    def ohne_nenner(self) -> tuple[str, ...]:
        """Indicators of which only the numerator is mapped: the other number must come from another file."""
        with_side = {seite: {wert.indikator for wert in self.werte if wert.seite is seite} for seite in Seite}
        return tuple(sorted(with_side[Seite.ZAEHLER] - with_side[Seite.NENNER]))
