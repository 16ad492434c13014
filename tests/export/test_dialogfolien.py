"""The deck of a dialogue, read back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Cm, Pt

from sro.export import folien
from sro.export.dialog.dateien import Dialogformat
from sro.export.dialog.folien import AGREED_HEAD, PROMPTS, QUESTION
from sro.model.dialog import Notiz
from sro.model.vereinbarung import Vereinbarung
from tests.export.dialogausgaben import GEHEIM, empty, of, stuff, usual

FOOT = Cm(folien.HEIGHT - 1.4)


def deck(ausgabe: Any) -> Any:
    return Presentation(io.BytesIO(stuff(ausgabe).file(Dialogformat.FOLIEN)))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text for slide in deck.slides]


def slide_of(deck: Any, titel: str) -> Any:
    return next(slide for slide in deck.slides if slide.shapes.title.text == titel)


def words(slide: Any) -> str:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join([*texts, *cells])


def without(ausgabe: Any, *kinds: type) -> Any:
    """The same dialogue before anything was noted down in it."""
    kept = {a.id: a.inhalt for a in ausgabe.blatt.bestand.akten if not (isinstance(a.inhalt, kinds) and a.id != "VB-1")}
    return of(kept, "QD-2", ausgabe.blatt.werk)


def test_slides_follow_the_agenda() -> None:
    found = titles(deck(usual()))
    assert found == [
        "Dialog Altdorf 2026", "Ablauf", "Was aus den Vereinbarungen wurde", *(f"Probe {n:02d}" for n in range(6)),
        "Stimmen", "Bedarfe", *[one for one in found if one.endswith("?")], "Beobachtungen", "Gemeinsame Deutung",
        "Vereinbarungen", "Nächste Termine", "Quellen",
    ]  # fmt: skip
    assert any(one.endswith("?") for one in found)


def test_every_slide_says_which_figures_it_shows() -> None:
    for slide in deck(usual()).slides:
        assert "Datenstand 7 vom 01.03.2025 „Synthetisch“" in words(slide)
        assert "Synthetische Daten – keine echten Zahlen" in words(slide)


def test_a_long_title_leaves_room_for_the_datenstand() -> None:
    for slide in deck(usual(texte=["Ein langer Titel " * 30])).slides:
        (foot,) = [s for s in slide.shapes if s.has_text_frame and s.top >= FOOT]
        assert "Datenstand 7 vom 01.03.2025 „Synthetisch“" in foot.text_frame.text
        assert len(foot.text_frame.text) < 250


def test_what_was_agreed_and_understood_is_in_it() -> None:
    found = deck(usual())
    assert "Vielleicht wegen des Neubaus." in words(slide_of(found, "Gemeinsame Deutung"))
    agreed = words(slide_of(found, "Vereinbarungen"))
    for part in ("Ein Zelt für den Sommer.", "Sozialraumteam", "31.03.2027", "VB-2, synthetisch"):
        assert part in agreed
    assert "Maßstab: Es steht" in slide_of(found, "Vereinbarungen").notes_slide.notes_text_frame.text


def test_before_the_dialogue_there_is_room_instead() -> None:
    found = deck(without(usual(), Notiz, Vereinbarung))
    assert all(prompt in words(slide_of(found, "Gemeinsame Deutung")) for prompt in PROMPTS)
    (table,) = [shape.table for shape in slide_of(found, "Vereinbarungen").shapes if shape.has_table]
    assert [cell.text for cell in table.rows[0].cells] == list(AGREED_HEAD)
    assert len(table.rows) > 3
    assert not any(cell.text.strip() for row in list(table.rows)[1:] for cell in row.cells)
    assert "Beobachtungen" not in titles(found)


def test_an_empty_dialogue_has_what_one_needs_to_begin() -> None:
    assert titles(deck(empty())) == ["Leerer Dialog", "Ablauf", "Gemeinsame Deutung", "Vereinbarungen", "Quellen"]


def test_a_figure_has_its_band_a_question_and_a_chart_that_can_be_edited() -> None:
    slide = slide_of(deck(usual()), "Probe 00")
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    area, city = chart.plots[0].series
    assert (area.name, city.name) == ("Altdorf", "Kleinstadt")
    assert list(area.values) == pytest.approx([10, 12, None, 16, 18, 20])
    shown = words(slide)
    assert QUESTION in shown
    for part in ("20,0", "200 von 1.000", "23,0", "31.12.2020"):
        assert part in shown
    notes = slide.notes_slide.notes_text_frame.text
    assert "Definition: Anteil der Kinder" in notes
    assert "Quelle: Statistik der Bundesagentur für Arbeit" in notes


def test_a_hidden_value_stays_hidden_and_its_earlier_course_is_shown() -> None:
    slide = slide_of(deck(usual()), f"Probe {GEHEIM[-1]:0>2}")
    assert "geheim gehalten" in words(slide)
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].series[0].values)[-1] is None


def test_what_is_read_from_afar_is_large() -> None:
    for slide in list(deck(usual()).slides)[:-1]:
        sizes = [size for shape in slide.shapes for size in _running(shape)]
        assert sizes
        assert min(sizes) >= Pt(20)
        assert max(sizes) >= Pt(24)


def _running(shape: Any) -> Iterator[int]:
    """Sizes of all text but the foot and the heads of tables."""
    if shape.has_text_frame and shape.top < FOOT:
        yield from (run.font.size for p in shape.text_frame.paragraphs for run in p.runs if run.text)
    if shape.has_table:
        cells = [cell for row in list(shape.table.rows)[1:] for cell in row.cells]
        yield from (run.font.size for cell in cells for p in cell.text_frame.paragraphs for run in p.runs if run.text)


def test_long_texts_go_on_the_next_slide_and_are_whole_in_the_notes() -> None:
    long = "Ein sehr langer Satz, der kein Ende nehmen will. " * 30
    found = deck(usual(texte=[long]))
    for slide in found.slides:
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= FOOT
    assert long.strip() in slide_of(found, "Gemeinsame Deutung").notes_slide.notes_text_frame.text


def test_charts_and_tables_have_a_text() -> None:
    frames = [s for slide in deck(usual()).slides for s in slide.shapes if s.has_chart or s.has_table]
    assert len(frames) > 10
    assert all(frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames)
