"""The minutes, read back from PDF and from the text document."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from sro.export.dialog.dateien import Dialogformat
from sro.export.dialog.protokoll import minutes
from tests.export.dialogausgaben import empty, stuff, usual
from tests.export.mitgift import VORLAGE
from tests.export.test_profilheft import structure

SECTIONS = [
    "Rückblick", "Zahlen, die wir angesehen haben", "Stimmen und Bedarfe", "Beobachtungen", "Deutungen",
    "Vereinbarungen", "Offene Fragen: wo Zahlen und Stimmen auseinandergehen", "Nächste Termine",
]  # fmt: skip
AGREED = [
    "Ein Zelt für den Sommer.", "Maßstab: Es steht und wird genutzt.", "Sozialraumteam", "Mit: Grundschule",
    "31.03.2027", "15.04.2027", "L2 ", "BS3 ", "vereinbart", "VB-2, synthetisch", "Probe 01, AU-1, BE-1",
]  # fmt: skip
HEAD = [
    "Altdorf", "Dienstag, 01.12.2026, 14:00–16:15 Uhr", "Bürgerhaus", "Allgemeiner Sozialer Dienst, Schulen",
    "Datenstand 7 vom 01.03.2025 „Synthetisch“", "Entwurf vom 24.11.2026", "Synthetische Einträge",
    "Synthetische Daten – keine echten Zahlen",
]  # fmt: skip


def reader(ausgabe: Any) -> PdfReader:
    return PdfReader(io.BytesIO(stuff(ausgabe).file(Dialogformat.PROTOKOLL)))


def text(ausgabe: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader(ausgabe).pages).split())


def document(ausgabe: Any) -> Any:
    return docx.Document(io.BytesIO(stuff(ausgabe).file(Dialogformat.DOKUMENT)))


def words(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join("\n".join([*(p.text for p in document.paragraphs), *cells]).split())


def test_the_pdf_is_tagged_for_screen_readers() -> None:
    found = reader(usual())
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("de")
    assert found.metadata is not None
    assert found.metadata.title == "Protokoll: Dialog Altdorf 2026"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    kinds, texts = structure(root["/StructTreeRoot"])
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels == [1, *[2] * len(SECTIONS)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "/TH" in kinds
    assert len(texts) == 6
    assert all(one.startswith("Verlauf. Altdorf") for one in texts)


@pytest.mark.parametrize("read", [text, lambda ausgabe: words(document(ausgabe))], ids=["PDF", "DOCX"])
def test_everything_is_in_it(read: Any) -> None:
    found = read(usual())
    for part in [
        *SECTIONS,
        *AGREED,
        *HEAD,
        "„Eine Kletterwand.“",
        "Der Anteil steigt.",
        "Vielleicht wegen des Neubaus.",
    ]:
        assert part in found, part
    assert "in Arbeit" in found
    assert "überfällig seit 30.06.2026" in found
    assert "Was daraus wurde: Seit Mai offen." in found
    assert "Dialog Altdorf 2027: Mittwoch, 01.12.2027" in found
    assert found.index("Beobachtungen") < found.index("Der Anteil steigt.") < found.index("Deutungen")
    assert "VB-3" not in found  # nothing was written there
    assert "NO-3" not in found


@pytest.mark.parametrize("read", [text, lambda ausgabe: words(document(ausgabe))], ids=["PDF", "DOCX"])
def test_what_there_is_nothing_of_is_left_out(read: Any) -> None:
    found = read(empty())
    assert "Leerer Dialog" in found
    for section in SECTIONS:
        assert section not in found
    assert "Beteiligt" not in found
    assert "ynthetisch" not in found.replace("„Synthetisch“", "")


def test_a_closed_dialogue_says_so() -> None:
    closed = replace(usual(), abgeschlossen=usual().blatt.akte.zeitpunkt)
    assert "abgeschlossen am 24.11.2026" in text(closed)
    assert "Entwurf" not in text(closed)
    assert stuff(closed).name(Dialogformat.PROTOKOLL) == "Protokoll_QD-2_altdorf.pdf"
    assert stuff(usual()).name(Dialogformat.PROTOKOLL) == "Protokoll-Entwurf_QD-2_altdorf.pdf"


def test_the_document_is_german_has_headings_and_can_be_read_aloud() -> None:
    found = document(usual())
    assert found.core_properties.title == "Protokoll: Dialog Altdorf 2026"
    assert found.core_properties.language == "de-DE"
    assert found.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "de-DE"
    assert [p.text for p in found.paragraphs if p.style.name == "Title"] == ["Dialog Altdorf 2026"]
    assert [p.text for p in found.paragraphs if p.style.name == "Heading 1"] == SECTIONS
    assert len(found.tables) == 3
    for table in found.tables:
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert [bool(row._tr.trPr.findall(qn("w:tblHeader"))) for row in table.rows][:2] == [True, False]
    pictures = found.element.body.findall(f".//{qn('wp:docPr')}")
    assert len(pictures) == 6
    assert all(one.get("descr").startswith("Verlauf. Altdorf") for one in pictures)
    foot = found.sections[0].footer.paragraphs[0]
    assert "Datenstand 7 vom 01.03.2025" in foot.text
    assert {one.text for one in foot._p.iter(qn("w:instrText"))} == {"PAGE", "NUMPAGES"}


def test_both_files_have_the_same_sections() -> None:
    protokoll = minutes(usual(), VORLAGE)
    assert [one.text for one in protokoll.stimmen] == ["„Eine Kletterwand.“", "Es ist dunkel.", "Ein Treffpunkt"]
    assert [one.neben for one in protokoll.stimmen][1] == "Problem · Altdorf · gemischt · AU-2, synthetisch"
    assert [one.frage for one in protokoll.fragen]
