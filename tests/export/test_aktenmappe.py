"""Records as a workbook: text stays text, dates are dates, and every column is explained."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from sro.akten.bestand import Bestand
from sro.export.mappe.akten import xlsx
from sro.model.akte import Akte, Freigabe, Inhalt
from sro.model.aktenart import AKTENARTEN, art_of
from sro.model.beduerfnis import Beduerfnis
from sro.model.feld import felder
from sro.model.gebiet import GebietKey
from sro.model.stimme import Gruppe
from sro.model.uebergabe import Uebergabe
from sro.reference.city import city
from tests.akten.akteninhalte import HOSTILE

WHEN = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
WUNSCH = Beduerfnis(
    gruppe=Gruppe.ELTERN,
    text="Ein Treffpunkt",
    themen=("treffpunkte", "wege"),
    raum=GebietKey("quartier", "broling-quartier"),
    quelle="Elterncafé",
    datum=dt.date(2024, 3, 7),
    nennungen=7,
    freigabe=Freigabe.FACHKREIS,
    synthetisch=True,
)


def made(*contents: Inhalt, klassen: tuple[type[Inhalt], ...] = (Beduerfnis,)) -> bytes:
    records = (Akte(f"{art_of(type(c)).kuerzel}-{n}", n, c, WHEN, "Probe") for n, c in enumerate(contents, start=1))
    return xlsx(Bestand(1, tuple(records)), klassen, city())


def opened(content: bytes) -> Any:
    return load_workbook(BytesIO(content))


def test_a_row_says_all_that_a_record_says() -> None:
    sheet = opened(made(WUNSCH))["Bedürfnisse"]
    head, row = ([cell.value for cell in cells] for cells in sheet.iter_rows())
    assert dict(zip(head, row, strict=True)) == {
        "id": "BN-1",
        "Fassung": 1,
        "Gruppe": "Eltern",
        "Bedürfnis": "Ein Treffpunkt",
        "Themen": "Treffpunkte | Wege und Verkehr",
        "Raum": "Broling-Quartier (Quartier)",
        "Methode": "Gruppengespräch",
        "Quelle": "Elterncafé",
        "Datum": dt.datetime(2024, 3, 7),
        "Nennungen": 7,
        "Belegt durch Aussagen": None,
        "Freigabe": "fachkreis",
        "synthetisch": "ja",
    }


def test_dates_are_dates_as_germans_write_them() -> None:
    sheet = opened(made(WUNSCH))["Bedürfnisse"]
    cell = next(cell for cell in sheet[2] if cell.is_date)
    assert (cell.number_format, cell.value) == ("dd.mm.yyyy", dt.datetime(2024, 3, 7))


def test_nothing_that_a_text_says_is_a_formula_or_a_link() -> None:
    content = made(*(Beduerfnis(text=text, quelle=text) for text in HOSTILE))
    sheet = opened(content)["Bedürfnisse"]
    texts = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value in HOSTILE]
    assert len(texts) == 2 * len(HOSTILE)
    assert {cell.data_type for cell in texts} == {"s"}
    assert not [cell for cell in texts if cell.hyperlink]
    assert all(cell.quotePrefix for cell in texts if cell.value.startswith("="))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/" in name]
    assert sheets
    assert not [xml for xml in sheets if "<f>" in xml or "<hyperlink" in xml]


def test_a_sheet_for_each_kind_in_order_and_a_codebook() -> None:
    book = opened(made(WUNSCH, Uebergabe(), klassen=(Beduerfnis, Uebergabe)))
    assert book.sheetnames == ["Bedürfnisse", "Übergaben", "Codebuch"]
    assert book["Übergaben"]["A2"].value == "UE-2"


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_the_codebook_explains_every_column_and_its_words(art: Any) -> None:
    book = opened(made(klassen=(art.klasse,)))
    rows = [[cell.value for cell in row] for row in book["Codebuch"].iter_rows(min_row=2)]
    explained = {name: meaning for part, name, meaning in rows if part == art.plural}
    assert list(explained) == [feld.titel for feld in felder(art.klasse)]
    for feld in felder(art.klasse):
        assert [wort for wort in feld.worte if str(wort) not in explained[feld.titel]] == []
        assert explained[feld.titel].startswith("Pflicht.") is feld.pflicht
    assert "Moisling (Stadtteil)" in next(meaning for part, _, meaning in rows if part == "Räume")


def test_single_words_can_be_chosen_from_a_list() -> None:
    sheet = opened(made(WUNSCH))["Bedürfnisse"]
    offered = {str(one.sqref).partition(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert offered["C2"] == '"Kinder,Jugendliche,Eltern,Fachkräfte"'
