"""Quirks of tables that offices publish, each from the file over a saved profile into a Datenstand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from sro.intake.assistent import (
    Bedeutung,
    Seite,
    Spalte,
    Spaltenrolle,
    Vorschlag,
    Wert,
    Zuordnung,
    by_year,
    lade_profil,
    sichere_profil,
    vorschlagen,
)
from sro.intake.blaetter import choose, read_sheets
from sro.intake.datei import open_file
from sro.intake.freigabe import release
from sro.intake.uebernahme import prepare
from sro.intake.vorschau import Vorschau
from sro.model.akteur import Akteur, Rolle
from sro.store import Store, open_store
from tests.intake.kleine_stadt import KATALOG, KOPF, STADT

Zahlen = dict[tuple[str, str, int], tuple[float | None, float | None]]  # level, area, year → numerator, denominator


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("SRO_VAR", str(tmp_path / "var"))
    opened = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", STADT)
    yield opened
    opened.close()


def csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "tabelle.csv"
    file.write_text(text, encoding=encoding)
    return file


def proposal(file: Path) -> Vorschlag:
    return vorschlagen(choose(read_sheets(open_file(file)), file.name)[0], KATALOG, STADT)


def mapping(found: Vorschlag, zaehler: int | None, nenner: int | None) -> Zuordnung:
    """What a person makes of a proposal: which columns are the two numbers of "kinderanteil"."""
    columns = {one.spalte.nummer: one.spalte for one in found.spalten}
    sides = ((Seite.ZAEHLER, zaehler), (Seite.NENNER, nenner))
    werte = tuple(Wert((columns[n],), "kinderanteil", seite) for seite, n in sides if n)
    area, time = found.spalte(Spaltenrolle.GEBIET), found.spalte(Spaltenrolle.ZEIT)
    assert area
    assert found.ebene
    kopf, erste = found.bau.kopfzeilen, found.bau.erste
    return Zuordnung(kopf, erste, None, area, found.ebene, werte, zeitspalte=time, jahr=None if time else 2024)


def checked(store: Store, zuordnung: Zuordnung, *files: Path) -> Vorschau:
    sichere_profil("probe", zuordnung, wer=Akteur("Planung", Rolle.PLANUNG))
    return prepare(files, store=store, katalog=KATALOG, stadt=STADT, zuordnung=lade_profil("probe"))


def released(store: Store, vorschau: Vorschau) -> Zahlen:
    """What the Datenstand shows after the release."""
    assert [befund.text for befund in vorschau.befunde if befund.schwere == "fehler"] == []
    reasons = dict.fromkeys(vorschau.warnungen, "geprüft")
    done = release(vorschau, store=store, akteur=Akteur("Planung", Rolle.PLANUNG), bestaetigt=reasons)
    values = store.values(done.id, "kinderanteil")
    return {(one.gebiet.ebene, one.gebiet.id, one.jahr): (one.zaehler, one.nenner) for one in values}


def codes(vorschau: Vorschau) -> set[str]:
    return {befund.code for befund in vorschau.befunde}


def test_days_that_filling_down_made_up(tmp_path: Path, store: Store) -> None:
    rows = [f"Altstadt;{year}_12_31;{100 + year % 100};1000\n" for year in range(2014, 2023)]
    made_up = "Altstadt;2023_12_32;123;1000\nNeustadt;2023_12_33;223;2000\n"
    file = csv(tmp_path, "Stadtteil;Datum;Junge;Alle\n" + "".join(rows) + made_up)
    found = proposal(file)
    assert by_year(found.fremde_zeiten) == {2023: ("2023_12_32", "2023_12_33")}
    open_ = mapping(found, 3, 4)
    assert "zeit_ungueltig" in codes(checked(store, open_, file))
    answered = replace(open_, zeiten=dict.fromkeys(found.fremde_zeiten, "2023"))
    shown = released(store, checked(store, answered, file))
    assert len(shown) == 11
    assert shown["stadtteil", "01", 2023] == (123, 1000)
    assert shown["stadtteil", "02", 2023] == (223, 2000)
    assert shown["stadtteil", "01", 2014] == (114, 1000)


def test_a_part_of_the_city_below_is_called_like_one_of_its_areas(tmp_path: Path, store: Store) -> None:
    """Which row counts is said by the last row; what stands below is told at every import."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Gebiet", "Bevölkerung 31.12.2024", None],
        [None, "Junge", "Alle"],
        ["Altstadt", 120, 1000],
        ["Neustadt", ".", 2000],
        ["Bezirk Nord", 200, 2100],
        ["Neustadt", 220, 2300],
        ["Kleinstadt", 340, 3300],
    ):
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("A1:A2")
    file = tmp_path / "profile.xlsx"
    book.save(file)
    found = proposal(file)
    assert any(frage.code == "zeilen_mehrfach" for frage in found.fragen)
    whole = replace(mapping(found, 2, 3), zeichen={".": Bedeutung.UNBEKANNT}, ohne=("Bezirk Nord", "Kleinstadt"))
    assert "zeile_doppelt" in codes(checked(store, whole, file))
    vorschau = checked(store, replace(whole, letzte=4), file)
    assert "zeilen_ausserhalb" in codes(vorschau)
    assert released(store, vorschau) == {
        ("stadtteil", "01", 2024): (120, 1000),
        ("stadtteil", "02", 2024): (None, None),
    }


def test_several_levels_stand_in_one_column(tmp_path: Path, store: Store) -> None:
    text = (
        "Tabelle 1;;;;\nStichtag 31.12.;;;;\n;;Stichtag;Stichtag\n;;31.12.2024;31.12.2024\n;;Insgesamt;jung\n"
        "DG;Kleinstadt;4000;480\n01;  Altstadt;1500;180\n02;  Neustadt;2500;300\n999;  Aufgelöst;-;-\n"
        "__________\nQuelle: erfunden\n"
    )
    file = csv(tmp_path, text, "cp1252")
    found = proposal(file)
    assert found.fremde_gebiete == ("DG", "999")
    zuordnung = replace(
        mapping(found, 4, 3),
        gebiete={"DG": "stadt/00"},
        ohne=("999",),
        zeichen={"-": Bedeutung.FEHLT},
        ebene="stadtteil",
    )
    assert released(store, checked(store, zuordnung, file)) == {
        ("stadt", "00", 2024): (480, 4000),
        ("stadtteil", "01", 2024): (180, 1500),
        ("stadtteil", "02", 2024): (300, 2500),
    }


def test_a_number_that_a_program_spoilt_is_refused_at_its_cell(tmp_path: Path, store: Store) -> None:
    """ "520.0" is 520 and "2.413" with a comma as decimal mark 2413; "1.39" was 1.390 once, and nobody can know it."""
    file = csv(tmp_path, "Stadtteil;Jahr;Junge;Alle\nAltstadt;2024;520.0;1.39\nNeustadt;2024;181.0;2.413\n")
    for mark, rows in ((".", [2, 3]), (",", [2])):
        vorschau = checked(store, replace(mapping(proposal(file), 3, 4), dezimal=mark), file)
        assert [b.zeile for b in vorschau.befunde if b.code == "nicht_ganzzahlig"] == rows
    repaired = csv(tmp_path, file.read_text(encoding="utf-8").replace("1.39", "1.390"))
    zuordnung = replace(mapping(proposal(repaired), 3, 4), dezimal=",")
    assert released(store, checked(store, zuordnung, repaired)) == {
        ("stadtteil", "01", 2024): (520, 1390),
        ("stadtteil", "02", 2024): (181, 2413),
    }


def test_denominators_in_a_tidy_file_beside_a_table_with_unknown_numbers(tmp_path: Path, store: Store) -> None:
    file = csv(tmp_path, "Stadtteil;Jahr;Junge;lat\nAltstadt        ;2024;120.0;54.3\nNeustadt;2024;.;54.4\n")
    tidy = tmp_path / "alle.csv"
    rows = ("kinderanteil;stadtteil;01;2024;;1000", "kinderanteil;stadtteil;02;2024;;2000")
    tidy.write_text("\n".join((KOPF, *rows)), encoding="utf-8")
    zuordnung = replace(mapping(proposal(file), 3, None), dezimal=".", zeichen={".": Bedeutung.UNBEKANNT})
    shown = released(store, checked(store, zuordnung, file, tidy))
    assert shown == {("stadtteil", "01", 2024): (120, 1000), ("stadtteil", "02", 2024): (None, None)}


def test_a_control_character_in_a_name_is_not_seen(tmp_path: Path) -> None:
    file = csv(tmp_path, "Stadtteil;Jahr;Kinder\nAlt\u009dstadt;2024;5\nNeu\u00adstadt;2024;6\n")
    assert proposal(file).fremde_gebiete == ()
    assert proposal(file).spalte(Spaltenrolle.GEBIET) == Spalte(1, "Stadtteil")
