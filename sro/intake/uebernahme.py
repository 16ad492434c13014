"""Takes a delivery over: read, check, protect, publish. The one door of intake for tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sro.intake.lieferung import Lieferung, understand
from sro.intake.pruefung import check_all
from sro.intake.sprache import listed
from sro.intake.tabelle import Tabelle, read_table
from sro.intake.wegfall import dropped_years
from sro.model.befund import Befund, Schwere
from sro.model.datenstand import Datenstand, Herkunft
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect import Rohwert, Schutzbericht, SchutzUnmoeglich, Widerspruch, protect
from sro.store import Store

Progress = Callable[[str], None]
REFUSALS: dict[type[ValueError], str] = {Widerspruch: "zahlen_widerspruechlich", SchutzUnmoeglich: "schutz_unmoeglich"}


@dataclass(frozen=True, slots=True)
class Uebernahme:
    """What became of a delivery; `bericht` and `datenstand` are None where it did not get that far."""

    befunde: tuple[Befund, ...]
    bericht: Schutzbericht | None = None
    datenstand: Datenstand | None = None

    @property
    def has_errors(self) -> bool:
        return has_errors(self.befunde)


def has_errors(befunde: Sequence[Befund]) -> bool:
    return any(befund.schwere is Schwere.FEHLER for befund in befunde)


def take_over(
    files: Sequence[Path],
    *,
    store: Store,
    katalog: Katalog,
    stadt: Stadt,
    titel: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Uebernahme:
    """Makes a Datenstand of one delivery in one or more files; nothing is written where a finding is an error.

    Indicators of the active Datenstand that the delivery lacks are carried over, protected as they are; synthetic and
    real figures never meet in one Datenstand. `progress` is called with a German sentence per step. OSError where a
    file cannot be opened.
    """
    tell = progress or (lambda _: None)
    befunde, tabellen, lieferung = _read(files, katalog, stadt, tell)
    if has_errors(befunde):
        return Uebernahme(befunde)
    bestand = _Bestand.of(store, lieferung)
    befunde = (*befunde, *bestand.befunde)
    tell(f"Geheimhaltung für {len(lieferung.zeilen)} Zeilen …")
    try:
        ergebnis = protect(_raw_values(lieferung), katalog, stadt, bestand.beobachtungen)
    except (Widerspruch, SchutzUnmoeglich) as refusal:
        return Uebernahme((*befunde, Befund(REFUSALS[type(refusal)], str(refusal))))
    if ergebnis.bericht.aufgedeckt:
        return Uebernahme((*befunde, _uncovered(ergebnis.bericht)), ergebnis.bericht)
    if dry_run:
        return Uebernahme(befunde, ergebnis.bericht)
    tell("Datenstand wird gespeichert …")
    herkunft = (*_sources(lieferung, tabellen), *bestand.herkunft)
    return Uebernahme(befunde, ergebnis.bericht, store.publish(ergebnis, herkunft, titel or _titel(tabellen)))


def _read(
    files: Sequence[Path], katalog: Katalog, stadt: Stadt, tell: Progress
) -> tuple[tuple[Befund, ...], list[Tabelle], Lieferung]:
    tabellen = []
    for file in files:
        tell(f"{file.name} wird gelesen …")
        tabellen.append(read_table(file))
    lieferung = understand(tabellen, katalog, stadt, dt.datetime.now(dt.UTC).date())
    tell(f"{len(lieferung.zeilen)} Zeilen werden geprüft …")
    form = tuple(befund for tabelle in tabellen for befund in tabelle.befunde)
    return (*form, *check_all(lieferung)), tabellen, lieferung


def _raw_values(lieferung: Lieferung) -> tuple[Rohwert, ...]:
    """The rows of a delivery without errors."""
    return tuple(
        Rohwert(zeile.indikator.id, zeile.gebiet.key, zeile.zeit.jahr, zeile.zaehler.zahl, zeile.nenner.zahl)
        for zeile in lieferung.zeilen
        if zeile.indikator and zeile.gebiet and zeile.zeit
    )


@dataclass(frozen=True, slots=True)
class _Bestand:
    """What the active Datenstand hands on to the next one."""

    beobachtungen: tuple[Beobachtung, ...] = ()
    herkunft: tuple[Herkunft, ...] = ()
    befunde: tuple[Befund, ...] = ()

    @staticmethod
    def of(store: Store, lieferung: Lieferung) -> _Bestand:
        active = store.active()
        if not active:
            return _Bestand()
        delivered = {indikator.id for indikator in lieferung.indikatoren}
        synthetic = lieferung.zeilen[0].synthetisch
        others = [one for one in active.herkunft if one.indikator not in delivered]
        kept = tuple(one for one in others if one.synthetisch == synthetic)
        left = {one.indikator for one in others if one.synthetisch != synthetic}
        values = tuple(v for name in sorted({one.indikator for one in kept}) for v in store.values(active.id, name))
        told = _told(active, sorted({one.indikator for one in kept}), sorted(left), synthetic)
        return _Bestand(values, kept, (*dropped_years(store, active, lieferung), *told))


def _told(active: Datenstand, kept: list[str], left: list[str], synthetic: bool) -> tuple[Befund, ...]:
    found = []
    if kept:
        text = f"Aus Datenstand {active.id} werden {len(kept)} Indikatoren unverändert weitergeführt: {listed(kept)}."
        found.append(Befund("bestand_weitergefuehrt", text, Schwere.HINWEIS))
    if left:
        text = (
            f"{len(left)} {'echte' if synthetic else 'synthetische'} Indikatoren aus Datenstand {active.id} werden "
            f"nicht weitergeführt, weil die Lieferung {'synthetisch' if synthetic else 'echt'} ist: {listed(left)}."
        )
        found.append(Befund("bestand_nicht_weitergefuehrt", text, Schwere.HINWEIS))
    return tuple(found)


def _sources(lieferung: Lieferung, tabellen: Sequence[Tabelle]) -> tuple[Herkunft, ...]:
    sha256 = {tabelle.name: tabelle.sha256 for tabelle in tabellen}
    found = {
        (zeile.indikator.id, zeile.datei): Herkunft(
            zeile.indikator.id, zeile.datei, sha256[zeile.datei], zeile.synthetisch
        )
        for zeile in lieferung.zeilen
        if zeile.indikator
    }
    return tuple(found.values())


def _titel(tabellen: Sequence[Tabelle]) -> str:
    return f"Lieferung {listed([tabelle.name for tabelle in tabellen], 3)}"


def _uncovered(bericht: Schutzbericht) -> Befund:
    text = (
        f"{bericht.aufgedeckt} geheime Zellen ließen sich aus den veröffentlichten Zahlen errechnen. "
        "Bitte die Lieferung um die zugehörigen Indikatoren ergänzen."
    )
    return Befund("geheimhaltung_unvollstaendig", text)
