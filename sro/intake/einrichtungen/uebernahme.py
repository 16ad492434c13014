"""A list of facilities as it would be stored, and storing it: whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sro.intake.einrichtungen.pruefung import check_all
from sro.intake.einrichtungen.tabelle import read_table
from sro.intake.einrichtungen.zeile import facility, understand
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Befund, Schwere
from sro.model.einrichtung import Einrichtung, Einrichtungsliste
from sro.model.gebiet import Stadt
from sro.model.protokoll import Angaben, Datei
from sro.store import FreigabeAbgelehnt, Store


@dataclass(frozen=True, slots=True)
class Vorschau:
    """What `prepare` found out; with errors there are no facilities. `stand` is the list that it was compared with."""

    befunde: tuple[Befund, ...] = field(repr=False)
    datei: Datei
    stand: int
    einrichtungen: tuple[Einrichtung, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(befund.schwere is Schwere.FEHLER for befund in self.befunde)


def prepare(path: Path, *, store: Store, stadt: Stadt) -> Vorschau:
    """Reads and checks a file; writes nothing. OSError where there is no such file."""
    stand = store.einrichtungen_stand()
    tabelle = read_table(path)
    liste = understand(tabelle, stadt)
    befunde = (*tabelle.befunde, *_of_good_columns(check_all(liste), tabelle.befunde))
    vorschau = Vorschau(befunde, Datei(tabelle.name, tabelle.sha256), stand)
    if vorschau.has_errors:
        return vorschau
    return Vorschau(befunde, vorschau.datei, stand, tuple(facility(zeile) for zeile in liste.zeilen))


def store_list(vorschau: Vorschau, *, store: Store, akteur: Akteur, quelle: str = "") -> Einrichtungsliste:
    """Makes the list the one that is shown; it replaces the one before as a whole.

    NichtErlaubt for whoever may not. FreigabeAbgelehnt, and nothing is written, where there are errors or where
    somebody stored another list since this one was checked.
    """
    akteur.require(Rolle.PLANUNG)
    if vorschau.has_errors or not vorschau.einrichtungen:
        raise FreigabeAbgelehnt("Die Liste hat Fehler. Bitte berichtigen und noch einmal einlesen.")
    return store.replace_einrichtungen(
        vorschau.einrichtungen,
        " ".join(quelle.split()) or vorschau.datei.name,
        wer=akteur,
        stand=vorschau.stand,
        angaben=Angaben((vorschau.datei,)),
    )


def _of_good_columns(found: tuple[Befund, ...], form: tuple[Befund, ...]) -> tuple[Befund, ...]:
    """Without those about a column that is missing or doubled: every row would be complained of for the same reason."""
    broken = {befund.spalte for befund in form if befund.code in ("spalte_fehlt", "spalte_doppelt")}
    return tuple(befund for befund in found if befund.spalte not in broken)
