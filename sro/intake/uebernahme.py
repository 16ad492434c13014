"""Takes a delivery over as far as it goes without writing: read, check, protect, compare. `freigabe` does the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sro.intake import schutz
from sro.intake.assistent import Zuordnung, gaps_against, join_denominators
from sro.intake.bezug import changed_bases, changed_borders
from sro.intake.lieferung import Lieferung, understand
from sro.intake.pruefung import check_all
from sro.intake.sprache import listed, spans
from sro.intake.sprung import jumps
from sro.intake.tabelle import ZUORDNUNG_FEHLT, Tabelle, read_table
from sro.intake.vergleich import compare
from sro.intake.vorschau import Vorschau
from sro.intake.wegfall import dropped_levels, dropped_windows
from sro.model.befund import Befund, Schwere
from sro.model.datenstand import Datenstand, Herkunft
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.protokoll import Datei
from sro.model.wert import Beobachtung
from sro.protect import Rohwert, Schutzbericht, Schutzergebnis, SchutzUnmoeglich, Widerspruch
from sro.store import Store, changed_rules

Progress = Callable[[str], None]
REFUSALS: dict[type[ValueError], str] = {Widerspruch: "zahlen_widerspruechlich", SchutzUnmoeglich: "schutz_unmoeglich"}


def prepare(
    files: Sequence[Path],
    *,
    store: Store,
    katalog: Katalog,
    stadt: Stadt,
    zuordnung: Zuordnung | None = None,
    progress: Progress | None = None,
) -> Vorschau:
    """What would become of one delivery in one or more files; nothing is written.

    Files that are not tidy are read by `zuordnung`; a denominator may lie in another file than its numerator.

    Indicators and years of the active Datenstand that the delivery lacks are carried over, protected as they are;
    synthetic and real figures never meet in one Datenstand. `progress` is called with a German sentence per step.
    OSError where a file cannot be opened.
    """
    tell = progress or (lambda _: None)
    stand = store.stand()  # asked first: what changes from here on makes a release impossible
    befunde, tabellen, lieferung = _read(files, katalog, stadt, zuordnung, tell)
    active = store.active()
    dateien = tuple(Datei(tabelle.name, tabelle.sha256) for tabelle in tabellen)
    vorschau = Vorschau(befunde, _titel(tabellen), active.id if active else None, stand, dateien)
    if vorschau.has_errors:
        return vorschau
    kinds = {lieferung.zeilen[0].synthetisch}
    if gewechselt := changed_rules(store.datenstaende(), kinds, katalog.geheimhaltung):
        return _with(vorschau, Befund("geheimhaltung_gewechselt", gewechselt))
    bestand = _Bestand.of(store, active, lieferung)
    vorschau = _with(vorschau, *bestand.befunde)
    tell(f"Geheimhaltung für {len(lieferung.zeilen)} Zeilen …")
    try:
        rohwerte, synthetic = _raw_values(lieferung), lieferung.zeilen[0].synthetisch
        ergebnis = schutz.protected(rohwerte, katalog, stadt, bestand.beobachtungen, store, synthetic, tell)
    except (Widerspruch, SchutzUnmoeglich) as refusal:
        return _with(vorschau, Befund(REFUSALS[type(refusal)], str(refusal)))
    if ergebnis.bericht.aufgedeckt:
        return replace(_with(vorschau, _uncovered(ergebnis.bericht)), bericht=ergebnis.bericht)
    return replace(
        _with(vorschau, *schutz.told(ergebnis), *_against_before(ergebnis, bestand, lieferung)),
        bericht=ergebnis.bericht,
        ergebnis=ergebnis,
        herkunft=_together(_sources(lieferung, tabellen), bestand),
        vergleich=compare(bestand.alle, ergebnis.beobachtungen) if active else None,
    )


def _with(vorschau: Vorschau, *befunde: Befund) -> Vorschau:
    return replace(vorschau, befunde=(*vorschau.befunde, *befunde))


def _against_before(ergebnis: Schutzergebnis, bestand: _Bestand, lieferung: Lieferung) -> tuple[Befund, ...]:
    """What is strange beside the years before and the active Datenstand; looked at are protected values alone."""
    neu = ergebnis.beobachtungen[: len(ergebnis.beobachtungen) - len(bestand.beobachtungen)]
    alt, katalog, stadt = bestand.vergleichbar, lieferung.katalog, lieferung.stadt
    return (
        *jumps(neu, bestand.datenstand_id, alt, katalog, stadt),
        *changed_bases(neu, bestand.datenstand_id, alt, katalog, stadt),
        *changed_borders(neu, alt, katalog, stadt),
    )


def _read(
    files: Sequence[Path], katalog: Katalog, stadt: Stadt, zuordnung: Zuordnung | None, tell: Progress
) -> tuple[tuple[Befund, ...], Sequence[Tabelle], Lieferung]:
    tabellen: Sequence[Tabelle] = []
    for file in files:
        tell(f"{file.name} wird gelesen …")
        tabellen = [*tabellen, _table(file, zuordnung)]
    tabellen = join_denominators(tabellen, stadt)
    lieferung = understand(tabellen, katalog, stadt, dt.datetime.now(dt.UTC).date())
    count = len(lieferung.zeilen)
    tell("1 Zeile wird geprüft …" if count == 1 else f"{count} Zeilen werden geprüft …")
    unfit = gaps_against(zuordnung, katalog, stadt) if zuordnung else ()
    form = tuple(befund for tabelle in tabellen for befund in tabelle.befunde)
    mapped = tuple(Befund("zuordnung_passt_nicht", sentence) for sentence in unfit)
    return (*mapped, *form, *check_all(lieferung)), tabellen, lieferung


def _table(file: Path, zuordnung: Zuordnung | None) -> Tabelle:
    """A tidy table as it is, any other by the mapping where there is one."""
    tabelle = read_table(file)
    needs_mapping = any(befund.code == ZUORDNUNG_FEHLT for befund in tabelle.befunde)
    return read_table(file, zuordnung) if zuordnung and needs_mapping else tabelle


def _raw_values(lieferung: Lieferung) -> tuple[Rohwert, ...]:
    """The rows of a delivery without errors."""
    return tuple(
        Rohwert(zeile.indikator.id, zeile.gebiet.key, zeile.zeit.jahr, zeile.zaehler.zahl, zeile.nenner.zahl)
        for zeile in lieferung.zeilen
        if zeile.indikator and zeile.gebiet and zeile.zeit
    )


@dataclass(frozen=True, slots=True)
class _Bestand:
    """The active Datenstand, seen from a delivery: what it hands on to the next one and what is replaced in it.

    A delivery replaces the years of an indicator that it has, and the windows with one of them; all else of the same
    kind stays as it is published.
    """

    datenstand_id: int | None = None
    alle: tuple[Beobachtung, ...] = ()
    beobachtungen: tuple[Beobachtung, ...] = ()  # carried over
    vergleichbar: tuple[Beobachtung, ...] = ()  # of delivered indicators, where they are of the same kind
    herkunft: tuple[Herkunft, ...] = ()
    befunde: tuple[Befund, ...] = ()

    @staticmethod
    def of(store: Store, active: Datenstand | None, lieferung: Lieferung) -> _Bestand:
        if not active:
            return _Bestand()
        synthetic = lieferung.zeilen[0].synthetisch
        same = {one.indikator for one in active.herkunft if one.synthetisch == synthetic}
        other = {one.indikator for one in active.herkunft if one.synthetisch != synthetic}
        delivered = {indikator.id for indikator in lieferung.indikatoren}
        alle = tuple(v for name in sorted(store.coverage(active.id)) for v in store.values(active.id, name))
        replaced = _years(lieferung)
        kept = tuple(one for one in alle if one.indikator in same and not _is_replaced(one, replaced))
        names = {one.indikator for one in kept}
        return _Bestand(
            datenstand_id=active.id,
            alle=alle,
            beobachtungen=kept,
            vergleichbar=tuple(one for one in alle if one.indikator in same & delivered),
            herkunft=tuple(one for one in active.herkunft if one.indikator in names),
            befunde=(
                *dropped_levels(alle, active, lieferung),
                *dropped_windows(alle, active, lieferung),
                *_years_kept(active, lieferung, kept),
                *_told(active, sorted(names - delivered), sorted(other - delivered), synthetic),
            ),
        )


def _years(lieferung: Lieferung) -> set[tuple[str, int]]:
    """Indicator and year of every row of a delivery without errors."""
    return {(zeile.indikator.id, zeile.zeit.jahr) for zeile in lieferung.zeilen if zeile.indikator and zeile.zeit}


def _is_replaced(one: Beobachtung, replaced: set[tuple[str, int]]) -> bool:
    return any((one.indikator, jahr) in replaced for jahr in one.zeitraum)


def _years_kept(active: Datenstand, lieferung: Lieferung, kept: Sequence[Beobachtung]) -> Iterator[Befund]:
    for indikator in lieferung.indikatoren:
        years = sorted({one.jahr for one in kept if one.indikator == indikator.id})
        if years:
            text = f"„{indikator.kurzname}“: Unverändert aus Datenstand {active.id} weitergeführt: {spans(years)}."
            yield Befund("jahre_weitergefuehrt", text, Schwere.HINWEIS)


def _told(active: Datenstand, kept: list[str], left: list[str], synthetic: bool) -> tuple[Befund, ...]:
    found = []
    if kept:
        text = f"Unverändert aus Datenstand {active.id} weitergeführt ({len(kept)}): {listed(kept)}."
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
    found = {(zeile.indikator.id, zeile.datei): zeile.synthetisch for zeile in lieferung.zeilen if zeile.indikator}
    return tuple(Herkunft(name, datei, sha256[datei], synthetic) for (name, datei), synthetic in found.items())


def _together(neu: tuple[Herkunft, ...], bestand: _Bestand) -> tuple[Herkunft, ...]:
    """Both; an earlier file of the same name but with other content is called after its Datenstand."""
    now = {(one.indikator, one.dateiname): one.sha256 for one in neu}
    kept = []
    for one in bestand.herkunft:
        sha256 = now.get((one.indikator, one.dateiname))
        if sha256 is None:
            kept.append(one)
        elif sha256 != one.sha256:
            kept.append(replace(one, dateiname=f"{one.dateiname} (Datenstand {bestand.datenstand_id})"))
    return (*neu, *kept)


def _titel(tabellen: Sequence[Tabelle]) -> str:
    return f"Lieferung {listed([tabelle.name for tabelle in tabellen], 3)}"


def _uncovered(bericht: Schutzbericht) -> Befund:
    if bericht.gerundet:
        text = (
            f"{bericht.aufgedeckt} kleine Zahlen ließen sich trotz Rundung zu eng eingrenzen, weil ihre Gruppe sehr "
            "klein ist oder Zeiträume zusammenhängen. Bitte die feinste Ebene dieser Indikatoren weglassen oder in "
            "einer eigenen Datenbank eine größere rundungsbasis wählen."
        )
        return Befund("geheimhaltung_unvollstaendig", text)
    text = (
        f"{bericht.aufgedeckt} geheime Zellen ließen sich aus den veröffentlichten Zahlen errechnen. "
        "Bitte die Lieferung um die zugehörigen Indikatoren ergänzen oder einen von ihnen weglassen."
    )
    return Befund("geheimhaltung_unvollstaendig", text)
