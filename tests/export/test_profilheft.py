"""The leaflet is tagged, speaks German and says what the page says."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise

import pytest
from pypdf import PdfReader

from sro.auswertung.profil.profil import Profil, profile
from sro.export.profil.heft import content, pdf
from sro.views.karte.umriss import Grenzen
from sro.views.profil.vergleichbar import comparable_sentence
from tests.auswertung.werke import GANZ, KLEINSTADT, LEUTE, A, B, werk
from tests.beispiele import ANTEIL, DICHTE, seen, years

SQUARE = [[[10.0, 53.0], [10.1, 53.0], [10.1, 53.1], [10.0, 53.1], [10.0, 53.0]]]
GRENZEN: Grenzen = {
    "quelle": "Schematische Grenzen",
    "features": [
        {"properties": {"id": key.id}, "geometry": {"type": "Polygon", "coordinates": SQUARE}} for key in (A, B)
    ],
}


def everything(counts: list[int | None]) -> Profil:
    city = [None if n is None else 3 * n for n in counts]
    return profile(
        werk(
            [seen(LEUTE, key, 2024, 200) for key in (A, B)],
            years(ANTEIL, A, counts),
            years(ANTEIL, B, counts),
            years(ANTEIL, GANZ, city, 3000),
            [seen(DICHTE, GANZ, 2024, 90)],
        ),
        A,
    )


@cache
def read(kind: str) -> tuple[PdfReader, str]:
    counts: dict[str, list[int | None]] = {
        "usual": [100, 120, 140, 160, 180, 200],
        "hidden": [None] * 6,
        "zero": [0] * 6,
        "single": [100],
        "constant": [100] * 6,
    }
    reader = PdfReader(io.BytesIO(pdf(everything(counts[kind]), KLEINSTADT, GRENZEN)))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def test_it_is_tagged_for_screen_readers() -> None:
    reader, _ = read("usual")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("de")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Altdorf – Profil, Kleinstadt"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_every_picture_has_a_text_and_headings_are_in_order() -> None:
    reader, _ = read("usual")
    kinds, texts = structure(reader.trailer["/Root"]["/StructTreeRoot"])
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert kinds.count("/Figure") == len(texts)
    assert any(text.startswith("Lageplan: Altdorf") for text in texts)
    assert "/TH" in kinds


def structure(node: object) -> tuple[list[str], list[str]]:
    """Kinds of all tags in reading order, and the alternative texts of the figures."""
    kinds, texts = [], []
    node = node.get_object() if hasattr(node, "get_object") else node
    if not hasattr(node, "get"):
        return kinds, texts
    if node.get("/S"):
        kinds.append(str(node["/S"]))
        if node["/S"] == "/Figure":
            texts.append(str(node["/Alt"]))
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        more_kinds, more_texts = structure(child)
        kinds, texts = kinds + more_kinds, texts + more_texts
    return kinds, texts


def test_it_says_where_everything_comes_from() -> None:
    _, text = read("usual")
    for part in (
        "Synthetische Daten",
        "Datenstand 7 vom 01.03.2025",
        "Schematische Grenzen",
        "Seite 1 von",
        "Lizenz: ",
    ):
        assert part in text


@pytest.mark.parametrize("kind", ["hidden", "zero", "single", "constant"])
def test_odd_data_render_and_say_what_they_are(kind: str) -> None:
    _, text = read(kind)
    said = {"hidden": "geheim gehalten", "zero": "keinen einzigen Fall", "single": "10,0", "constant": "10,0"}
    assert said[kind] in " ".join(text.split())


def test_a_hidden_value_has_no_number_anywhere() -> None:
    row = content(everything([None] * 6), KLEINSTADT, GRENZEN)["themen"][1]["zeilen"][0]
    assert (row["wert"], row["intervall"], row["faelle"], row["streifen"], row["verlauf"], row["saetze"]) == (
        "geheim gehalten", "", "", None, None, [],
    )  # fmt: skip


def test_comparable_areas_or_why_there_are_none_end_the_portrait() -> None:
    profil = everything([100])
    assert content(profil, KLEINSTADT, GRENZEN)["portraet"][-1] == comparable_sentence(profil)
    _, text = read("usual")
    assert "Vergleichbare Gebiete lassen sich nicht angeben." in " ".join(text.split())


def test_an_area_without_boundary_has_no_locator() -> None:
    assert content(everything([100]), KLEINSTADT, {"quelle": "", "features": []})["lageplan"] is None
