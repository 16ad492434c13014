"""What the assistant proposes for a table: roles for its columns, and the questions that only a person can answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sro.intake.assistent.erkennen import Bau
from sro.intake.assistent.namen import Seite, Spaltenrolle, Verwendung
from sro.intake.assistent.zeichen import Bedeutung, Zeichenfund
from sro.intake.assistent.zuordnung import Spalte, Wert, Zuordnung


@dataclass(frozen=True, slots=True)
class Frage:
    """Something that is not guessed. `moeglich` are the answers, empty where any text is one."""

    code: str
    text: str
    spalte: int | None = None  # from 1
    moeglich: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spaltenvorschlag:
    """A column with what it seems to be for; `beispiele` are its first texts, as they stand in the file.

    `vermutet` are uses that the name alone does not prove; they become `verwendungen` only by an answer.
    """

    spalte: Spalte
    rolle: Spaltenrolle
    verwendungen: tuple[Verwendung, ...] = ()
    vermutet: tuple[Verwendung, ...] = ()
    jahr: int | None = None
    ist_zahl: bool = False
    beispiele: tuple[str, ...] = ()
    grund: str = ""


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """Everything found in a sheet. What is uncertain is in `fragen`, and nothing is taken over without a person."""

    blatt: str
    bau: Bau
    spalten: tuple[Spaltenvorschlag, ...]
    ebene: str | None
    jahr: int | None
    dezimal: str | None
    zeichen: tuple[Zeichenfund, ...] = ()
    fremde_gebiete: tuple[str, ...] = ()
    fremde_zeiten: tuple[str, ...] = ()  # what the column of times holds beside times
    summen: tuple[int, ...] = ()
    fragen: tuple[Frage, ...] = ()

    def spalte(self, rolle: Spaltenrolle) -> Spalte | None:
        """The first column with a role."""
        return next((one.spalte for one in self.spalten if one.rolle is rolle), None)

    def zuordnung(self, zeichen: Mapping[str, Bedeutung], *, synthetisch: bool = False) -> Zuordnung:
        """The mapping that follows where everything proposed is right; ValueError where no area column was found."""
        gebiet, zeit = self.spalte(Spaltenrolle.GEBIET), self.spalte(Spaltenrolle.ZEIT)
        if gebiet is None or self.ebene is None:
            raise ValueError("Es ist keine Spalte mit Gebieten erkannt; bitte eine wählen.")
        return Zuordnung(
            kopfzeilen=self.bau.kopfzeilen,
            erste=self.bau.erste,
            letzte=self.bau.letzte,
            gebiet=gebiet,
            ebene=self.ebene,
            werte=tuple(self._values(with_year=zeit is None and self.jahr is None)),
            blatt=self.blatt or None,
            zeitspalte=zeit,
            jahr=None if zeit else self.jahr,
            dezimal=self.dezimal,
            zeichen=dict(zeichen),
            synthetisch=synthetisch,
        )

    def _values(self, *, with_year: bool) -> list[Wert]:
        return [
            Wert((one.spalte,), use.indikator, Seite(use.seite), one.jahr if with_year else None)
            for one in self.spalten
            for use in one.verwendungen
        ]
