"""Slides for PowerPoint and LibreOffice: titles, native tables and native charts that can be edited."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Cm, Pt

from sro.views.theme import LIGHT, SERIES

WIDTH, HEIGHT, EDGE = 33.87, 19.05, 1.5  # centimetres, 16:9
TITLE, TEXT, SMALL, FIGURE = 30, 20, 12, 60  # points; nothing that is read from afar is under 20
BLANK = 5  # the layout with a title alone

Werte = Sequence[float | None]
Box = tuple[float, float, float, float]  # x, y, width, height in centimetres


class Foliensatz:
    """A deck under construction. `fuss` stands on every slide: Datenstand, source, "synthetisch"."""

    def __init__(self, titel: str, fuss: str):
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Cm(WIDTH), Cm(HEIGHT)
        self._deck.core_properties.title = titel
        self._deck.core_properties.language = "de-DE"
        self._fuss = fuss

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self._deck.save(out)
        return out.getvalue()

    def slide(self, titel: str, notizen: Sequence[str] = ()) -> Slide:
        """A slide with its heading and the foot; `notizen` go below it, for the speaker."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[BLANK])
        heading = slide.shapes.title
        _place(heading, EDGE, 0.9, WIDTH - 2 * EDGE, 1.9)
        heading.text_frame.word_wrap = True
        _write(heading.text_frame.paragraphs[0], titel, TITLE, LIGHT.ink, bold=True)
        text(slide, self._fuss, EDGE, HEIGHT - 1.3, WIDTH - 2 * EDGE, 0.9, SMALL, LIGHT.quiet)
        if notizen:
            slide.notes_slide.notes_text_frame.text = "\n".join(notizen)
        return slide


def text(
    slide: Slide, words: str, x: float, y: float, width: float, height: float, size: int = TEXT, colour: str = LIGHT.ink
) -> None:
    """A text box; lines are paragraphs. Centimetres and points."""
    frame = slide.shapes.add_textbox(Cm(x), Cm(y), Cm(width), Cm(height)).text_frame
    frame.word_wrap = True
    for number, line in enumerate(words.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _write(paragraph, line, size, colour, bold=size >= FIGURE)


def table(
    slide: Slide, kopf: Sequence[str], zeilen: Sequence[Sequence[str]], y: float, widths: Sequence[float]
) -> None:
    """A native table with a header row; `widths` in shares of the slide."""
    room = WIDTH - 2 * EDGE
    shape = slide.shapes.add_table(len(zeilen) + 1, len(kopf), Cm(EDGE), Cm(y), Cm(room), Cm(1.1 * (len(zeilen) + 1)))
    grid = shape.table
    grid.horz_banding = False
    for column, share in enumerate(widths):
        grid.columns[column].width = Cm(room * share / sum(widths))
    for row, cells in enumerate([kopf, *zeilen]):
        for column, words in enumerate(cells):
            cell = grid.cell(row, column)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _rgb(LIGHT.panel if row == 0 else LIGHT.paper)
            _write(cell.text_frame.paragraphs[0], words, 16, LIGHT.quiet if row == 0 else LIGHT.ink)


def line_chart(slide: Slide, jahre: Sequence[str], reihen: Sequence[tuple[str, Werte]], alt: str, box: Box) -> None:
    """Lines over the years; None is a gap that nothing bridges."""
    chart = _chart(slide, XL_CHART_TYPE.LINE_MARKERS, jahre, reihen, alt, box)
    blanks = chart._chartSpace.chart.find(qn("c:dispBlanksAs"))
    if blanks is not None:
        blanks.set("val", "gap")
    for series, colour in zip(chart.plots[0].series, _colours(len(reihen)), strict=True):
        series.format.line.color.rgb = _rgb(colour)
        series.format.line.width = Pt(3)
        series.smooth = False
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = _rgb(colour)
        series.marker.format.line.color.rgb = _rgb(colour)


def bar_chart(slide: Slide, namen: Sequence[str], reihen: Sequence[tuple[str, Werte]], alt: str, box: Box) -> None:
    """Horizontal bars side by side, first name on top."""
    chart = _chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, namen, reihen, alt, box)
    chart.category_axis.reverse_order = True
    chart.plots[0].gap_width = 60
    for series, colour in zip(chart.plots[0].series, (SERIES[0], LIGHT.hatch), strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(colour)


def _chart(
    slide: Slide, kind: Any, namen: Sequence[str], reihen: Sequence[tuple[str, Werte]], alt: str, box: Box
) -> Any:
    data: Any = CategoryChartData()
    data.categories = list(namen)
    for name, values in reihen:
        data.add_series(name, list(values))
    frame: Any = slide.shapes.add_chart(kind, Cm(box[0]), Cm(box[1]), Cm(box[2]), Cm(box[3]), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = len(reihen) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size, chart.font.color.rgb = Pt(16), _rgb(LIGHT.ink)
    chart.value_axis.major_gridlines.format.line.color.rgb = _rgb(LIGHT.line)
    chart.value_axis.format.line.fill.background()
    if all(value is None or value >= 0 for _, values in reihen for value in values):
        chart.value_axis.minimum_scale = 0  # no small change looks large
    return chart


def _colours(count: int) -> list[str]:
    """The first in the accent colour, the last (the city) in grey."""
    return [*(SERIES[0] for _ in range(count - 1)), LIGHT.hatch] if count > 1 else [SERIES[0]]


def _write(paragraph: Any, words: str, size: int, colour: str, bold: bool = False) -> None:
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = words, Pt(size), bold
    run.font.color.rgb = _rgb(colour)
    paragraph.alignment = PP_ALIGN.LEFT


def _place(shape: Any, x: float, y: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Cm(x), Cm(y), Cm(width), Cm(height)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
