"""Records of a workbook as they would be stored, and storing them: all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sro.intake.akten.mappe import read_workbook
from sro.intake.akten.zeile import PERSONENBEZUG, Lage, Vorhaben, Zeilenleser
from sro.model.akte import Akte, Inhalt
from sro.model.akteur import Akteur
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import Stadt
from sro.store import FreigabeAbgelehnt, Store
from sro.store.akten import Aenderung

__all__ = ["Vorhaben", "Vorschau", "prepare", "store_all"]


@dataclass(frozen=True, slots=True)
class Vorschau:
    """What `prepare` found out: findings, and what each row would do."""

    befunde: tuple[Befund, ...]
    vorhaben: tuple[Vorhaben, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(befund.schwere is Schwere.FEHLER for befund in self.befunde)

    @property
    def zu_pruefen(self) -> bool:
        """Whether a text may point to a person, so that somebody has to look."""
        return any(befund.code == PERSONENBEZUG for befund in self.befunde)

    @property
    def neu(self) -> tuple[Vorhaben, ...]:
        return tuple(one for one in self.vorhaben if one.neu)

    @property
    def geaendert(self) -> tuple[Vorhaben, ...]:
        return tuple(one for one in self.vorhaben if not one.neu and one.aendert)

    @property
    def unveraendert(self) -> int:
        return sum(not one.aendert for one in self.vorhaben)


def prepare(path: Path, klassen: Sequence[type[Inhalt]], *, store: Store, stadt: Stadt) -> Vorschau:
    """Reads and checks a workbook; writes nothing. OSError where there is no such file."""
    blaetter, befunde = read_workbook(path, klassen)
    lage = Lage(store, store.akten.bestand(), stadt)
    readers = [Zeilenleser(blatt, row, lage) for blatt in blaetter for row in blatt.zeilen]
    plans = [(reader, reader.read()) for reader in readers]
    vorhaben = tuple(plan for _, plan in plans if plan)
    about_rows = tuple(befund for reader, _ in plans for befund in reader.befunde)
    return Vorschau((*befunde, *about_rows, *_twice(plans), *_again(plans, lage)), vorhaben)


def store_all(vorschau: Vorschau, *, store: Store, akteur: Akteur, geprueft: bool = False) -> tuple[Akte[Inhalt], ...]:
    """Writes every new and every changed record, all or nothing.

    FreigabeAbgelehnt where there are errors, or hints at persons that nobody confirmed (`geprueft`) to have looked at.
    Konflikt where somebody changed one of the records since this file was checked; NichtErlaubt for whoever may not.
    """
    if vorschau.has_errors:
        raise FreigabeAbgelehnt("Die Tabelle hat Fehler. Bitte berichtigen und noch einmal einlesen.")
    if vorschau.zu_pruefen and not geprueft:
        raise FreigabeAbgelehnt("Vielleicht ist von Personen die Rede. Bitte die Warnungen prüfen und bestätigen.")
    changes = [Aenderung(one.inhalt, one.akte, one.basis) for one in (*vorschau.neu, *vorschau.geaendert)]
    return store.akten.einspielen(changes, wer=akteur)


Plans = Sequence[tuple[Zeilenleser, Vorhaben | None]]


def _twice(plans: Plans) -> Iterator[Befund]:
    """A record may stand in one row only, else which of them is meant?"""
    seen: dict[str, int] = {}
    for reader, plan in plans:
        if plan is None or plan.neu:
            continue
        if plan.akte in seen:
            text = f"{plan.akte} steht schon in Zeile {seen[plan.akte]}. Bitte nur eine Zeile behalten."
            yield Befund(
                "akte_doppelt", text, datei=plan.wo, zeile=plan.zeile, spalte=reader.title("id"), wert=plan.akte
            )
        seen.setdefault(plan.akte, plan.zeile)


def _again(plans: Plans, lage: Lage) -> Iterator[Befund]:
    """New rows that say what is there already: often a file that was read before."""
    known: dict[Inhalt, str] = {akte.inhalt: akte.id for akte in lage.bestand.akten}
    for _, plan in plans:
        if plan and plan.neu:
            if plan.inhalt in known:
                text = f"Diese Zeile sagt dasselbe wie {known[plan.inhalt]}; sie würde noch einmal angelegt."
                yield Befund("schon_da", text, Schwere.WARNUNG, plan.wo, plan.zeile)
            known.setdefault(plan.inhalt, f"Zeile {plan.zeile}")
