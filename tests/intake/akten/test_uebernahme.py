"""Records from a workbook: what is new, what is changed, everything that is wrong at once, all or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from openpyxl import Workbook, load_workbook

from sro.akten.bestand import Bestand
from sro.akten.vergroebern import coarse
from sro.export.mappe.akten import xlsx
from sro.intake.akten import Vorschau, prepare, store_all
from sro.model.akte import Akte, Inhalt, Konflikt
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.aussage import Aussage
from sro.model.beduerfnis import Beduerfnis
from sro.model.befund import Schwere
from sro.model.gebiet import GebietKey
from sro.model.stimme import Gruppe
from sro.model.uebergabe import Uebergabe
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.store import FreigabeAbgelehnt, Store, open_store
from tests.akten.akteninhalte import HOSTILE, KLASSEN, inhalte

PLANUNG, ANDERE = Akteur("Planung", Rolle.PLANUNG), Akteur("Petra Beispiel", Rolle.PLANUNG)
WUNSCH = Beduerfnis(
    gruppe=Gruppe.ELTERN,
    text="ein Treffpunkt für alle",
    themen=("treffpunkte",),
    raum=GebietKey("quartier", "broling-quartier"),
    quelle="Elterncafé",
    datum=dt.date(2024, 3, 7),
    nennungen=7,
)
HEAD = ("Gruppe", "Bedürfnis", "Themen", "Raum", "Quelle", "Datum", "Nennungen")
ROW = ("Eltern", "ein Treffpunkt für alle", "Treffpunkte", "Broling-Quartier", "Elterncafé", "07.03.2024", 7)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", city())
    yield opened
    opened.close()


def sheet(folder: Path, *rows: Any, name: str = "Bedürfnisse") -> Path:
    """A workbook written by hand."""
    book = Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    path = folder / "stimmen.xlsx"
    book.save(path)
    return path


def exported(folder: Path, store: Store, *klassen: type[Inhalt]) -> Path:
    path = folder / "ausgegeben.xlsx"
    path.write_bytes(xlsx(store.akten.bestand(), klassen or (Beduerfnis,), city()))
    return path


def edited(path: Path, **cells: Any) -> Path:
    """The exported sheet with other cells: C2="Kinder"."""
    book = load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)
    return path


def read(path: Path, store: Store, *klassen: type[Inhalt]) -> Vorschau:
    return prepare(path, klassen or (Beduerfnis,), store=store, stadt=city())


def told(vorschau: Vorschau, schwere: Schwere = Schwere.FEHLER) -> list[tuple[str, int | None, str | None]]:
    return [(one.code, one.zeile, one.spalte) for one in vorschau.befunde if one.schwere is schwere]


def test_a_table_written_by_hand_becomes_records(store: Store, tmp_path: Path) -> None:
    vorschau = read(sheet(tmp_path, ("Bedürfnisse 2024",), (), HEAD, ROW, (), ("Kinder", *ROW[1:])), store)
    assert vorschau.befunde == ()
    assert [one.inhalt for one in vorschau.neu] == [WUNSCH, replace(WUNSCH, gruppe=Gruppe.KINDER)]
    assert [one.zeile for one in vorschau.neu] == [4, 6]
    written = store_all(vorschau, store=store, akteur=PLANUNG)
    assert [one.id for one in written] == ["BN-1", "BN-2"]
    assert [one.inhalt for one in store.akten.bestand().akten] == [one.inhalt for one in vorschau.neu]


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("Gruppe", "kinder", Gruppe.KINDER),
        ("Themen", "spielen | Wege und Verkehr | spielen", ("spielen", "wege")),
        ("Raum", "moisling (stadtteil)", GebietKey("stadtteil", "03")),
        ("Datum", dt.date(2024, 12, 31), dt.date(2024, 12, 31)),
        ("Datum", "2024-12-31", dt.date(2024, 12, 31)),
        ("Nennungen", None, None),
        ("Nennungen", "1200", 1200),
        ("Quelle", " Haus \u00ad am Markt ", "Haus  am Markt"),
    ],
)
def test_words_are_understood_as_people_write_them(
    store: Store, tmp_path: Path, column: str, cell: Any, value: Any
) -> None:
    row = [cell if name == column else one for name, one in zip(HEAD, ROW, strict=True)]
    vorschau = read(sheet(tmp_path, HEAD, row), store)
    assert vorschau.befunde == ()
    names = {"Gruppe": "gruppe", "Themen": "themen", "Raum": "raum", "Datum": "datum", "Nennungen": "nennungen"}
    assert getattr(vorschau.neu[0].inhalt, names.get(column, "quelle")) == value


def test_all_that_is_wrong_is_told_at_once_with_its_place(store: Store, tmp_path: Path) -> None:
    bad = ("Omas", "", "Spilen", "Atlantis", "Elterncafé", "gestern", "viele")
    vorschau = read(
        sheet(tmp_path, HEAD, ROW, bad, ("Kinder", "x", "Wohnen", "Innenstadt", "", "07.03.2024", -1)), store
    )
    assert told(vorschau) == [
        ("zelle_unverstanden", 3, "Gruppe"),
        ("zelle_unverstanden", 3, "Themen"),
        ("zelle_unverstanden", 3, "Raum"),
        ("zelle_unverstanden", 3, "Datum"),
        ("zelle_unverstanden", 3, "Nennungen"),
        ("mangel", 3, "Bedürfnis"),
        ("zelle_unverstanden", 4, "Raum"),
        ("mangel", 4, "Quelle"),
        ("mangel", 4, "Nennungen"),
    ]
    by_place = {(one.zeile, one.spalte): one for one in vorschau.befunde}
    assert by_place[3, "Themen"].wert == "Spilen"
    assert "Spielen und Freiräume" in by_place[3, "Themen"].text
    assert "„Innenstadt (Stadtteil)“ oder „Innenstadt (Stadtbezirk)“" in by_place[4, "Raum"].text
    with pytest.raises(FreigabeAbgelehnt):
        store_all(vorschau, store=store, akteur=PLANUNG)
    assert store.akten.stand() == 0


def test_a_row_with_an_id_changes_that_record_and_only_what_is_different(store: Store, tmp_path: Path) -> None:
    first = store.akten.anlegen(replace(WUNSCH, synthetisch=True), wer=PLANUNG)
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    path = edited(exported(tmp_path, store), D2="zwei Treffpunkte", J2=None)
    vorschau = read(path, store)
    assert (vorschau.befunde, len(vorschau.neu), vorschau.unveraendert) == ((), 0, 1)
    store_all(vorschau, store=store, akteur=ANDERE)
    now = store.akten.bestand().akte(first.id)
    assert (now.fassung, now.wer) == (2, "Petra Beispiel")
    assert now.inhalt == replace(first.inhalt, text="zwei Treffpunkte", nennungen=None)
    assert store.akten.bestand().akte("BN-2").fassung == 1


def test_a_missing_column_changes_nothing_and_a_missing_row_neither(store: Store, tmp_path: Path) -> None:
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    vorschau = read(sheet(tmp_path, ("id", "Nennungen"), ("bn-2", 9)), store)
    store_all(vorschau, store=store, akteur=PLANUNG)
    assert [one.inhalt for one in store.akten.bestand().akten] == [WUNSCH, replace(WUNSCH, nennungen=9)]


def test_what_others_changed_in_other_fields_since_the_export_stays(store: Store, tmp_path: Path) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    path = edited(exported(tmp_path, store), D2="zwei Treffpunkte")
    store.akten.aendern(made.id, replace(WUNSCH, nennungen=20), basis=1, wer=ANDERE)
    vorschau = read(path, store)
    assert told(vorschau) == []
    store_all(vorschau, store=store, akteur=PLANUNG)
    assert store.akten.bestand().akte(made.id).inhalt == replace(WUNSCH, text="zwei Treffpunkte", nennungen=20)


def test_what_others_changed_in_the_same_field_is_not_overwritten(store: Store, tmp_path: Path) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    path = edited(exported(tmp_path, store), D2="zwei Treffpunkte")
    store.akten.aendern(made.id, replace(WUNSCH, text="drei Treffpunkte"), basis=1, wer=ANDERE)
    vorschau = read(path, store)
    assert told(vorschau) == [("inzwischen_geaendert", 2, "Bedürfnis")]
    assert "Petra Beispiel" in vorschau.befunde[0].text


def test_between_looking_and_saving_nobody_is_overwritten(store: Store, tmp_path: Path) -> None:
    made = store.akten.anlegen(WUNSCH, wer=PLANUNG)
    path = edited(exported(tmp_path, store), D2="zwei Treffpunkte")
    vorschau = read(path, store)
    store.akten.aendern(made.id, replace(WUNSCH, nennungen=20), basis=1, wer=ANDERE)
    with pytest.raises(Konflikt):
        store_all(vorschau, store=store, akteur=PLANUNG)
    assert store.akten.bestand().akte(made.id).inhalt == replace(WUNSCH, nennungen=20)


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        (("BN-9", "", "Ja"), ("akte_unbekannt", 2, "id")),
        (("AU-2", "", "Ja"), ("akte_falsche_art", 2, "id")),
        (("BN-1", 7, "Ja"), ("fassung_unbekannt", 2, "Fassung")),
    ],
)
def test_rows_that_name_no_record_are_refused(store: Store, tmp_path: Path, row: Any, finding: Any) -> None:
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    store.akten.anlegen(Aussage(wortlaut="x"), wer=PLANUNG)
    store.akten.anlegen(Aussage(wortlaut="y"), wer=PLANUNG)
    assert told(read(sheet(tmp_path, ("id", "Fassung", "Bedürfnis"), row), store)) == [finding]


def test_a_record_stands_in_one_row(store: Store, tmp_path: Path) -> None:
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    rows = ("BN-1", "zwei"), ("BN-1", "drei")
    assert told(read(sheet(tmp_path, ("id", "Bedürfnis"), *rows), store)) == [("akte_doppelt", 3, "id")]


def test_what_is_there_already_is_pointed_out(store: Store, tmp_path: Path) -> None:
    store.akten.anlegen(WUNSCH, wer=PLANUNG)
    vorschau = read(sheet(tmp_path, HEAD, ROW), store)
    assert told(vorschau, Schwere.WARNUNG) == [("schon_da", 2, None)]
    assert "BN-1" in vorschau.befunde[0].text


def test_a_made_up_record_stays_made_up(store: Store, tmp_path: Path) -> None:
    store.akten.anlegen(replace(WUNSCH, synthetisch=True), wer=PLANUNG)
    path = edited(exported(tmp_path, store), M2="nein")
    assert told(read(path, store)) == [("synthetisch_fest", 2, "synthetisch")]


def test_hints_at_persons_need_a_look(store: Store, tmp_path: Path) -> None:
    row = (ROW[0], "Bitte 0451 1234567 anrufen", *ROW[2:])
    vorschau = read(sheet(tmp_path, HEAD, row), store)
    assert told(vorschau, Schwere.WARNUNG) == [("personenbezug", 2, "Bedürfnis")]
    with pytest.raises(FreigabeAbgelehnt, match="prüfen"):
        store_all(vorschau, store=store, akteur=PLANUNG)
    assert len(store_all(vorschau, store=store, akteur=PLANUNG, geprueft=True)) == 1


def test_an_exact_place_is_made_coarse_before_it_is_kept(store: Store, tmp_path: Path) -> None:
    store.akten.anlegen(Werkstatt(titel="Marli"), wer=PLANUNG)
    head = ("Werkstatt", "Öffentliche Fassung", "Länge (vergröbert)", "Breite (vergröbert)")
    path = sheet(tmp_path, head, ("WS-1", "eine Rutsche", 10.71234, 53.87654), name="Aussagen")
    (made,) = store_all(read(path, store, Aussage), store=store, akteur=PLANUNG)
    assert (made.inhalt.lon, made.inhalt.lat) == coarse(10.71234, 53.87654) != (10.71234, 53.87654)


def test_only_the_planning_writes(store: Store, tmp_path: Path) -> None:
    vorschau = read(sheet(tmp_path, HEAD, ROW), store)
    with pytest.raises(NichtErlaubt):
        store_all(vorschau, store=store, akteur=Akteur("Fachkraft", Rolle.FACHKRAFT))
    assert store.akten.stand() == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_meant_to_do_harm_is_text(store: Store, tmp_path: Path, text: str) -> None:
    vorschau = read(sheet(tmp_path, HEAD, (ROW[0], text, *ROW[2:])), store)
    store_all(vorschau, store=store, akteur=PLANUNG, geprueft=True)
    assert store.akten.bestand().akte("BN-1").inhalt.text == text
    assert read(exported(tmp_path, store), store).unveraendert == 1


def test_unknown_columns_and_sheets_are_told(store: Store, tmp_path: Path) -> None:
    path = sheet(tmp_path, (*HEAD, "Telefon", "Quelle"), (*ROW, "1", "2"))
    book = load_workbook(path)
    book.create_sheet("Notizen").append(("irgend", "etwas"))
    book.save(path)
    vorschau = read(path, store)
    assert told(vorschau) == [("spalte_doppelt", 1, "Quelle")]
    assert told(vorschau, Schwere.HINWEIS) == [("spalte_unbekannt", 1, "Telefon"), ("blatt_ungelesen", None, None)]


def test_a_sheet_of_another_name_is_known_by_its_columns(store: Store, tmp_path: Path) -> None:
    path = sheet(tmp_path, HEAD, ROW, name="Tabelle1")
    assert len(read(path, store, Beduerfnis, Uebergabe).neu) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04kaputt", b"<html>"])
def test_a_file_that_is_no_workbook_gets_a_sentence(store: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    vorschau = read(path, store)
    assert vorschau.has_errors
    assert len(vorschau.befunde) == 1


def test_a_workbook_without_records_says_what_is_missing(store: Store, tmp_path: Path) -> None:
    vorschau = read(sheet(tmp_path, ("a", "b"), (1, 2), name="Zahlen"), store, Beduerfnis, Uebergabe)
    assert told(vorschau) == [("kein_aktenblatt", None, None)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.sampled_from(KLASSEN).flatmap(inhalte), min_size=1, max_size=5))
def test_what_is_written_out_and_read_again_changes_nothing(
    store: Store, tmp_path: Path, contents: list[Inhalt]
) -> None:
    made: list[Akte[Inhalt]] = [store.akten.anlegen(inhalt, wer=PLANUNG) for inhalt in contents]
    path = tmp_path / "rund.xlsx"
    path.write_bytes(xlsx(Bestand(1, tuple(made)), KLASSEN, city()))
    vorschau = read(path, store, *KLASSEN)
    assert [befund for befund in vorschau.befunde if befund.schwere is not Schwere.HINWEIS] == []
    assert (vorschau.neu, vorschau.geaendert, vorschau.unveraendert) == ((), (), len(made))
