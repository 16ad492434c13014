"""The deck, read back: native charts that can be edited, nothing hidden in them, a foot on every slide."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Cm, Pt

from sro.auswertung.profil.profil import Profil
from sro.export import folien
from sro.export.profil.folien import FEW, pptx
from sro.model.einrichtung import Einrichtung, Einrichtungsart, Einrichtungsliste, Traegerart
from tests.auswertung.werke import A1, KLEINSTADT
from tests.beispiele import ANTEIL
from tests.export.sonderfaelle import JUNGE, district, figures, gift

BESIDE_FOOT = Cm(folien.HEIGHT - 2.5)  # source and foot stand below this


@cache
def deck(kind: str) -> Any:
    return made(district(kind), kind)


def made(profil: Profil, kind: str = "usual") -> Any:
    return Presentation(io.BytesIO(pptx(profil, KLEINSTADT, gift(figures(kind)))))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text for slide in deck.slides]


def slide_of(deck: Any, titel: str) -> Any:
    return next(slide for slide in deck.slides if slide.shapes.title.text == titel)


def chart_of(kind: str) -> Any:
    (chart,) = [s.chart for s in slide_of(deck(kind), ANTEIL.name).shapes if s.has_chart]
    return chart


def xml_points(series: Any) -> dict[int, float]:
    spaces = series._element.nsmap
    return {
        int(point.get("idx")): float(point.find("c:v", spaces).text)
        for point in series._element.findall("c:val//c:pt", spaces)
    }


def behind(chart: Any) -> list[list[object]]:
    """The rows of the workbook that opens when somebody edits the chart."""
    (sheet,) = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets
    return [list(row) for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("kind", ["usual", "hidden", "zero", "single"])
def test_every_slide_has_a_title_and_says_where_it_comes_from(kind: str) -> None:
    for slide in deck(kind).slides:
        assert slide.shapes.title.text.strip()
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        (foot,) = [text for text in texts if text.startswith("Altdorf · Datenstand")]
        assert foot == "Altdorf · Datenstand 7 vom 01.03.2025 · Synthetische Daten – keine echten Zahlen"


def test_slides_follow_one_another_from_the_whole_to_the_parts() -> None:
    assert titles(deck("usual")) == [
        "Altdorf", "Auf einen Blick", "Wer hier lebt, 31.12.2024", JUNGE.name, ANTEIL.name, "Alle Indikatoren",
        "Zum Lesen", "Quellen",
    ]  # fmt: skip


def test_a_chart_can_be_edited() -> None:
    chart = chart_of("usual")
    assert list(chart.plots[0].categories) == ["2015", "2016", "2017", "2018", "2019", "2020"]
    area, city = chart.plots[0].series
    assert (area.name, city.name) == ("Altdorf", "Kleinstadt")
    assert list(area.values) == pytest.approx([10, 12, 14, 16, 18, 20])
    head, *rows = behind(chart)
    assert head[1:] == ["Altdorf", "Kleinstadt"]
    assert [row[1] for row in rows] == pytest.approx([10, 12, 14, 16, 18, 20])


def test_what_is_hidden_is_neither_drawn_nor_behind_the_chart() -> None:
    chart = chart_of("gap")
    area = chart.plots[0].series[0]
    assert xml_points(area) == pytest.approx({0: 10, 1: 12, 3: 16, 4: 18, 5: 20})
    assert [row[1] for row in behind(chart)[1:]][2] is None
    assert chart._chartSpace.xpath("//c:dispBlanksAs/@val") == ["gap"]


def test_no_line_runs_across_a_series_break() -> None:
    chart = chart_of("broken")
    assert list(chart.plots[0].categories) == ["2015", "2016", "2017", "Bruch", "2018", "2019", "2020"]
    assert [3 in xml_points(series) for series in chart.plots[0].series] == [False, False]


def test_without_a_course_there_is_no_chart_and_without_a_value_no_slide() -> None:
    assert not any(s.has_chart for s in slide_of(deck("single"), ANTEIL.name).shapes)
    assert ANTEIL.name not in titles(deck("hidden"))


@pytest.mark.parametrize("kind", ["usual", "gap"])
def test_charts_and_tables_have_a_text_for_those_who_do_not_see_them(kind: str) -> None:
    frames = [s for slide in deck(kind).slides for s in slide.shapes if s.has_chart or s.has_table]
    texts = [frame._element.nvGraphicFramePr.cNvPr.get("descr") or "" for frame in frames]
    assert len([text for text in texts if text]) == len(frames) > 3
    hidden = [text for text in texts if "geheim gehalten" in text]
    assert bool(hidden) == (kind == "gap")


def test_what_is_read_from_afar_is_large() -> None:
    for slide in deck("usual").slides:
        if not any(shape.has_chart for shape in slide.shapes):
            continue
        sizes = [size for shape in slide.shapes for size in _sizes(shape)]
        assert sizes
        assert min(sizes) >= Pt(20)


def _sizes(shape: Any) -> Iterator[int]:
    """Of the text of a figure, without source and foot."""
    if shape.has_text_frame and shape.top < BESIDE_FOOT:
        yield from (run.font.size for p in shape.text_frame.paragraphs for run in p.runs)
    if shape.has_chart:
        yield shape.chart.font.size


def test_what_can_be_said_stands_in_the_notes() -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck("usual").slides if slide.has_notes_slide]
    assert any("Altdorf" in text and "20,0" in text for text in notes)


def facilities(count: int) -> Profil:
    found = tuple(
        Einrichtung(f"e{n}", f"Beispiel {n}", Einrichtungsart.KITA, "Beispielwerk", Traegerart.FREI, (A1,), True)
        for n in range(count)
    )
    liste = Einrichtungsliste(1, dt.datetime(2025, 3, 1, tzinfo=dt.UTC), "Beispielliste", found)
    return replace(district("usual"), einrichtungen=found, liste=liste)


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (FEW, 1), (FEW + 1, 0)])
def test_facilities_have_a_slide_where_they_are_few(count: int, expected: int) -> None:
    slides = [s for s in made(facilities(count)).slides if s.shapes.title.text == "Einrichtungen und Träger"]
    assert len(slides) == expected
    for slide in slides:
        assert "Erfundene Einrichtungen" in " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_sources_and_licence_close_the_deck() -> None:
    text = " ".join(s.text_frame.text for s in slide_of(deck("usual"), "Quellen").shapes if s.has_text_frame)
    for part in (ANTEIL.quelle, "Datenstand 7", "Synthetische Daten", "Musterstadt", "dl-de/by-2-0"):
        assert part in text


def test_a_long_table_goes_on_the_next_slide() -> None:
    rows = [("Name", "Wort " * 30)] * 12
    parts = list(folien.slides_of_rows(rows, (1, 1)))
    assert len(parts) > 1
    assert [n for part in parts for n in range(12)[part]] == list(range(12))
