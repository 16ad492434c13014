"""The children's leaflet: tagged, in large type, with everything that the page says and nothing internal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from sro.auswertung.werkstatt.kindersicht import children_cards
from sro.export.fuer_kinder import content, file_name, pdf
from sro.model.akte import Inhalt
from sro.model.aussage import Aussage, Bearbeitung
from sro.model.werkstatt import Werkstatt
from sro.reference.stimmenworte import stimmenworte
from tests.auswertung.rueckmeldeakten import FEINDLICH, HEUTE, INHALTE, WERKSTATT, WUNSCH, bestand
from tests.export.test_profilheft import structure

SMALLEST = 11  # points: the foot alone


def made(*inhalte: Inhalt) -> bytes:
    akten = bestand(*inhalte)
    cards = children_cards(akten, akten.von(Aussage), stimmenworte())
    return pdf(akten.von(Werkstatt)[0].inhalt, cards, HEUTE)


def text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_it_is_tagged_and_its_pictograms_are_decoration() -> None:
    root = PdfReader(io.BytesIO(made(*INHALTE))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("de")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    kinds, _ = structure(root["/StructTreeRoot"])
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/Figure")) == (1, 4, 0)


def test_it_says_what_the_page_says_and_nothing_internal() -> None:
    said = text(made(*INHALTE))
    for part in (
        "Das habt ihr gesagt. Das passiert jetzt.", "Stadtteilwerkstatt Beispielhausen, 2025", "Das ist fertig.",
        "Die Tore sind da.", "Das geht leider nicht.", "Die Straße gehört dem Land.", "Wir haben noch keine Antwort.",
        "Synthetisch. Das ist ein Beispiel.", "Stand: 02.03.2026",
    ):  # fmt: skip
        assert part in said
    for part in ("Nur für uns", "Noch nicht geprüfter Satz", "AU-"):
        assert part not in said


def test_the_type_is_large() -> None:
    sizes: set[float] = set()

    def look(_text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if _text.strip():
            sizes.add(round(abs(tm[3]) * size, 1))

    for page in PdfReader(io.BytesIO(made(*INHALTE))).pages:
        page.extract_text(visitor_text=look)
    assert sizes
    assert min(sizes) >= SMALLEST
    assert sum(size >= 14 for size in sizes) >= 4


def test_every_card_has_two_pictograms() -> None:
    akten = bestand(*INHALTE)
    cards = children_cards(akten, akten.von(Aussage), stimmenworte())
    for card in content(WERKSTATT, cards, HEUTE)["karten"]:
        assert card["thema_zeichen"].startswith("<svg")
        assert card["stand_zeichen"].startswith("<svg")
        assert "currentColor" not in card["thema_zeichen"] + card["stand_zeichen"]


@pytest.mark.parametrize("hostile", FEINDLICH)
def test_hostile_text_stays_text(hostile: str) -> None:
    one = replace(WUNSCH, wortlaut=hostile, antwort=hostile, bearbeitung=Bearbeitung.AUFGENOMMEN)
    found = made(replace(WERKSTATT, titel=hostile), one)
    assert all("/Annots" not in page for page in PdfReader(io.BytesIO(found)).pages)
    assert "".join(text(found).split()).count("".join(hostile.split())) >= 2


def test_its_name_is_one_that_every_system_takes() -> None:
    assert file_name(WERKSTATT) == "Das_passiert_jetzt_stadtteilwerkstatt-beispielhausen.pdf"
    assert file_name(replace(WERKSTATT, titel="../<x>")) == "Das_passiert_jetzt_x.pdf"
    assert file_name(replace(WERKSTATT, titel="…")) == "Das_passiert_jetzt_werkstatt.pdf"
