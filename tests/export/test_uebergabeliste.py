"""Handover lists, read back: public words alone, room for the answer, and text that stays text."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from sro.akten.einsicht import for_role
from sro.auswertung.werkstatt.register import registers
from sro.export.mappe.uebergabe import SPALTEN, xlsx
from sro.export.uebergabeliste import SYNTHETIC, Uebergabeliste, handover_list, pdf
from sro.model.akte import Inhalt
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage, Bearbeitung, Valenz
from sro.reference.city import city
from sro.reference.herausgabe import publication
from sro.reference.stimmenworte import stimmenworte
from tests.auswertung.rueckmeldeakten import FEINDLICH, HEUTE, INHALTE, UEBERFAELLIG, WERKSTATT, WUNSCH, bestand
from tests.export.test_profilheft import structure


def of(*inhalte: Inhalt, amt: str = "sport") -> Uebergabeliste:
    akten = bestand(*inhalte, stand=34)
    (found,) = registers(akten, [amt], akten.von(Aussage), HEUTE)
    lesbar = for_role(akten, Rolle.FACHKRAFT)
    return handover_list(found, lesbar, city(), stimmenworte(), publication(), HEUTE)


@cache
def usual() -> Uebergabeliste:
    return of(*INHALTE)


def sheet(liste: Uebergabeliste) -> Worksheet:
    (found,) = openpyxl.load_workbook(io.BytesIO(xlsx(liste))).worksheets
    return found


def rows(blatt: Worksheet) -> list[dict[str, object]]:
    """Each statement's row by the heads of its columns."""
    heads = [spalte.titel for spalte in SPALTEN]
    table = [[cell.value for cell in row] for row in blatt.iter_rows(max_col=len(heads))]
    start = table.index(heads)
    return [dict(zip(heads, row, strict=True)) for row in table[start + 1 :]]


def text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_it_holds_what_was_handed_over_and_released() -> None:
    liste = usual()
    assert [(one.uebergabe, [posten.id for posten in one.posten]) for one in liste.abschnitte] == [
        ("UE-1", ["AU-1"]),
        ("UE-3", ["AU-2"]),
    ]
    assert liste.ausgelassen == 1  # AU-5 is not released
    assert liste.name("pdf") == "Uebergabeliste_sport_2026-03-02.pdf"
    assert liste.hinweise == (SYNTHETIC, "Eine Aussage ist noch nicht freigegeben und fehlt hier.")


@pytest.mark.parametrize(
    ("punkte", "gesamt", "said"),
    [
        (12, 120, "12 von 120 (10\u00a0%)"),
        (0, 120, "0 von 120 (0\u00a0%)"),
        (12, None, "12"),
        (None, 120, "nicht gezählt"),
    ],
)
def test_points_are_those_of_the_workshop(punkte: int | None, gesamt: int | None, said: str) -> None:
    handed = replace(UEBERFAELLIG, aussagen=("AU-1",))
    liste = of(replace(WERKSTATT, punkte_gesamt=gesamt), replace(WUNSCH, punkte=punkte), handed)
    assert liste.abschnitte[0].posten[0].punkte_text == said


def test_the_workbook_says_the_same_and_has_room_for_the_answer() -> None:
    blatt = sheet(usual())
    first, second = rows(blatt)
    assert (first["Nr."], first["Übergabe"], first["Alter"]) == ("AU-1", "UE-1", "10–13 Jahre")
    assert first["Aussage"] == "Wunsch: Wir wünschen uns Tore auf dem Bolzplatz. Die alten sind kaputt."
    assert (first["Punkte"], first["Punkte der Werkstatt"]) == (12, 120)
    assert first["Ort"] == f"Bolzplatz, {city().raum_name(WERKSTATT.raum) if WERKSTATT.raum else ''}"
    assert first["Thema"] == "Sport und Bewegung"
    assert (first["Stand"], first["Begründung"], first["Bis wann"], first["Zuständig"]) == (None, None, None, None)
    assert second["Nr."] == "AU-2"
    (allowed,) = blatt.data_validations.dataValidation
    assert allowed.formula1 == '"' + ",".join(list(Bearbeitung)[1:]) + '"'


def test_the_workbook_is_set_up_for_paper() -> None:
    blatt = sheet(usual())
    assert blatt.page_setup.orientation == "landscape"
    assert (blatt.page_setup.paperSize, blatt.page_setup.fitToHeight) == (9, 0)
    assert blatt.sheet_properties.pageSetUpPr.fitToPage
    assert blatt.print_title_rows
    assert SYNTHETIC in str(blatt.oddFooter.left.text)
    assert blatt["A1"].value == usual().titel


def test_an_answer_that_came_stands_in_its_column() -> None:
    (row,) = rows(sheet(of(*INHALTE, amt="verkehr")))
    assert row["Begründung"] == "20.09.2025: Das Land ist zuständig."
    assert row["Punkte"] == "nicht gezählt"


def test_the_leaflet_is_tagged_and_says_the_same() -> None:
    made = pdf(usual())
    root = PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    kinds, _ = structure(root["/StructTreeRoot"])
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") == 20
    assert [kind for kind in kinds if kind in ("/H1", "/H2")] == ["/H1", "/H2", "/H2"]
    said = text(made)
    for part in (
        "Übergabeliste Sport", "An: 4.401 Schule und Sport",
        "Stadtteilwerkstatt Beispielhausen, 09.05.2025 bis 10.05.2025",
        "Übergabe UE-1 vom 01.07.2025 · Antwort erbeten bis 01.10.2025", "Wir wünschen uns Tore", "12 von 120",
        "Stand der Einträge: 02.03.2026, Nr. 34", SYNTHETIC, "Kontakt: Jugendhilfeplanung",
    ):  # fmt: skip
        assert part in said


@pytest.mark.parametrize("make", [pdf, xlsx])
def test_nothing_internal_goes_out(make: object) -> None:
    liste = of(*INHALTE, replace(UEBERFAELLIG, aktenzeichen="Geheim 7"))
    said = text(pdf(liste)) if make is pdf else str(rows(sheet(liste)))
    for part in ("Nur für uns", "Noch nicht geprüfter Satz", "Geheim 7", "AU-5"):
        assert part not in said
    assert "AU-1" in said


def test_a_quote_of_a_small_group_does_not_go_out() -> None:
    quote = replace(WUNSCH, zitat=True, gruppe_n=3)
    assert of(WERKSTATT, quote, replace(UEBERFAELLIG, aussagen=("AU-1",))).abschnitte == ()
    large = of(WERKSTATT, replace(quote, gruppe_n=5), replace(UEBERFAELLIG, aussagen=("AU-1",)))
    assert large.abschnitte[0].posten[0].wortlaut.startswith("Wunsch: „Wir")


def test_an_empty_list_is_still_a_file() -> None:
    liste = of(WERKSTATT, replace(WUNSCH, wortlaut=""), replace(UEBERFAELLIG, aussagen=("AU-1",)))
    assert "noch nichts übergeben" in text(pdf(liste))
    assert rows(sheet(liste)) == []


@pytest.mark.parametrize("hostile", FEINDLICH)
def test_hostile_text_stays_text(hostile: str) -> None:
    liste = of(
        replace(WERKSTATT, titel=hostile),
        replace(WUNSCH, wortlaut=hostile, ort=hostile, valenz=Valenz.PROBLEM),
        replace(UEBERFAELLIG, aussagen=("AU-1",), antwort=hostile, antwort_am=HEUTE),
    )
    blatt = sheet(liste)
    cells = [cell for row in blatt.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}  # no "f"
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    (row,) = rows(blatt)
    assert row["Aussage"] == f"Problem: {hostile}"
    assert str(row["Ort"]).startswith(hostile)
    assert blatt.cell(blatt.max_row, 2).quotePrefix == hostile.startswith("=")
    made = pdf(liste)
    reader = PdfReader(io.BytesIO(made))
    assert all("/Annots" not in page for page in reader.pages)
    assert "".join(hostile.split()) in "".join(text(made).split())
