"""A district with everything hidden, of zeros, with one year, always the same, alone: each format says what it is."""

from __future__ import annotations

import io
from functools import cache

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from sro.export.mappe.profil import xlsx
from sro.export.profil.folien import pptx
from sro.export.profil.heft import pdf
from sro.export.profil.tabelle import profile_csv
from sro.views.profil.blatt import html_portrait, html_strip_of_figures, html_theme
from sro.views.profil.vergleichbar import html_comparable
from sro.views.theme import LIGHT
from tests.auswertung.werke import KLEINSTADT
from tests.export.sonderfaelle import GRENZEN, district, figures, gift

KINDS = ("hidden", "zero", "single", "constant", "alone")
# what has to be said, by format and kind
PAGE = {
    "hidden": "geheim gehalten",
    "zero": "genau null",
    "single": "10,0",
    "constant": "Trend: keiner belegt",
    "alone": "Vergleichbare Gebiete lassen sich nicht angeben.",
}
SHEETS = {
    "hidden": "geheim gehalten, 31.12.2020",
    "zero": "genau null, 31.12.2020",
    "single": "10,0 %, 31.12.2015 Zeit Altdorf Kleinstadt Kein Verlauf: Weniger als zwei Jahre zeigen einen Wert.",
    "constant": "kein belegter Trend, 2015–2020",
    "alone": "nicht berechenbar",
}
ROWS = {
    "hidden": ",,,%,geheim,",
    "zero": "0,1000,0,0,",
    "single": "100,1000,10,",
    "constant": "kein belegter Trend",
    "alone": ",fehlt,,nicht berechenbar",
}


@cache
def said(form: str, kind: str) -> str:
    """All the text of a format, with single spaces."""
    zahlen, profil = figures(kind), district(kind)
    if form == "page":
        themes = "".join(html_theme(thema, LIGHT) for thema in profil.themen)
        text = html_strip_of_figures(profil, LIGHT) + html_portrait(profil, "") + html_comparable(profil) + themes
    elif form == "pdf":
        reader = PdfReader(io.BytesIO(pdf(profil, KLEINSTADT, GRENZEN)))
        text = " ".join(page.extract_text() for page in reader.pages)
    elif form == "pptx":
        text = " ".join(words_of(pptx(profil, KLEINSTADT, gift(zahlen))))
    elif form == "csv":
        return profile_csv(profil, gift(zahlen)).decode()
    else:
        sheets = load_workbook(io.BytesIO(xlsx(profil, zahlen, gift(zahlen)))).worksheets
        cells = [c for sheet in sheets for row in sheet.iter_rows(values_only=True) for c in row if c is not None]
        text = " ".join(map(str, cells))
    # what explains the signs would say all of the words below
    return " ".join(text.split()).partition("Teil Name Bedeutung")[0].partition("Zum Lesen")[0]


def words_of(deck: bytes) -> list[str]:
    found = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("form", "expected"), [("page", PAGE), ("pdf", PAGE), ("pptx", PAGE), ("xlsx", SHEETS), ("csv", ROWS)]
)
def test_it_renders_and_says_what_it_is(form: str, expected: dict[str, str], kind: str) -> None:
    assert expected[kind] in said(form, kind)


@pytest.mark.parametrize(
    ("form", "expected"), [("page", PAGE), ("pdf", PAGE), ("pptx", PAGE), ("xlsx", SHEETS), ("csv", ROWS)]
)
def test_the_usual_district_says_none_of_it(form: str, expected: dict[str, str]) -> None:
    """Otherwise the words above would stand anywhere."""
    for kind in ("hidden", "zero"):
        assert expected[kind] not in said(form, "usual")
