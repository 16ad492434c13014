"""Texts that would like to be more than text stay text in every file of a dialogue."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from icalendar import Calendar
from pptx import Presentation
from pypdf import PdfReader

from sro.export.dialog.dateien import Dialogformat
from tests.export.dialogausgaben import FEINDLICH, stuff, usual

FORMULA, MARKUP, TYPST, LINK, CONTROL, XML, _ENDLESS = FEINDLICH
SHOWN = (FORMULA, MARKUP, TYPST, LINK, XML)
LINKING = ("hlinkClick", "<w:hyperlink", 'TargetMode="External"', "<w:altChunk", "w:fldSimple")


def made(form: Dialogformat, text: str) -> bytes:
    return stuff(usual(texte=[text])).file(form)


def words(form: Dialogformat, data: bytes) -> str:
    """All that a person reads in it."""
    stream = io.BytesIO(data)
    if form.endung == "pdf":
        found = [page.extract_text() for page in PdfReader(stream).pages]
    elif form.endung == "docx":
        document: Any = docx.Document(stream)
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        found = [*(paragraph.text for paragraph in document.paragraphs), *cells]
    else:
        shapes = [shape for slide in Presentation(stream).slides for shape in slide.shapes]
        found = [s.text_frame.text for s in shapes if s.has_text_frame]
        found += [cell.text for s in shapes if s.has_table for row in s.table.rows for cell in row.cells]
    return "\n".join(found)


def squeezed(text: str) -> str:
    """Without what breaks lines: a PDF breaks long words, hyphens and quotes where it likes."""
    return re.sub(r"[\s\u200b\u00ad\u2060-]", "", text)


@pytest.mark.parametrize("text", SHOWN)
@pytest.mark.parametrize("form", [one for one in Dialogformat if one is not Dialogformat.KALENDER])
def test_they_are_read_as_they_were_written(form: Dialogformat, text: str) -> None:
    assert squeezed(text) in squeezed(words(form, made(form, text)))


@pytest.mark.parametrize("text", FEINDLICH)
@pytest.mark.parametrize("form", [Dialogformat.DOKUMENT, Dialogformat.FOLIEN])
def test_office_files_are_well_formed_and_link_nowhere(form: Dialogformat, text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(form, text))) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                raw = archive.read(name)
                ElementTree.fromstring(raw)  # noqa: S314 - made here
                assert not [one for one in LINKING if one.encode() in raw], name
            assert "vba" not in name.lower()


@pytest.mark.parametrize("text", FEINDLICH)
@pytest.mark.parametrize("form", [Dialogformat.PROTOKOLL, Dialogformat.HANDREICHUNG])
def test_pdfs_link_nowhere_and_run_nothing(form: Dialogformat, text: str) -> None:
    reader = PdfReader(io.BytesIO(made(form, text)))
    root = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    kinds = {note.get_object()["/Subtype"] for page in reader.pages for note in page.get("/Annots", [])}
    assert kinds == set()


def test_control_characters_leave_the_words_around_them() -> None:
    for form in Dialogformat:
        if form is not Dialogformat.KALENDER:
            assert "Steuerzeichen und" in " ".join(words(form, made(form, CONTROL)).split()), form


def test_a_calendar_has_the_events_that_there_are_and_no_others() -> None:
    injected = "Ein Zelt\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:boese"
    for text in (*FEINDLICH, injected):
        calendar = Calendar.from_ical(made(Dialogformat.KALENDER, text))
        assert len(calendar.walk("VEVENT")) == 2


def test_no_name_of_a_file_leads_elsewhere() -> None:
    stoff = stuff(usual(texte=["../../etc/passwd"]))
    with zipfile.ZipFile(io.BytesIO(stoff.package())) as archive:
        names = archive.namelist()
    assert names == [stoff.name(form) for form in Dialogformat]
    assert all(re.fullmatch(r"[\w.-]+", name) for name in names)
