"""Slides for PowerPoint and LibreOffice: titles, native tables and native charts that can be edited."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Cm, Pt

from sro.export.mappe.formate import decimals
from sro.export.reintext import pure
from sro.views.theme import LIGHT, SERIES

WIDTH, HEIGHT, EDGE = 33.87, 19.05, 1.5  # centimetres, 16:9
TITLE, TEXT, CELL, SMALL, FIGURE = 30, 20, 16, 12, 60  # points; nothing that is read from afar is under 20
LETTER, LINE, AROUND = 0.3, 0.68, 0.3  # of a table's cell: width of a letter, height of a line, margins; centimetres
TABLE_TOP, TABLE_ROOM = 3.2, 14.0
WHOLE = 10  # from here on the axis counts in whole numbers
LONGEST_TITLE = 255  # letters that the properties of a file hold
BLANK = 5  # the layout with a title alone

Werte = Sequence[float | None]
Box = tuple[float, float, float, float]  # x, y, width, height in centimetres


class Foliensatz:
    """A deck under construction. `fuss` stands on every slide: Datenstand, source, "synthetisch"."""

    def __init__(self, titel: str, fuss: str):
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Cm(WIDTH), Cm(HEIGHT)
        self._deck.core_properties.title = pure(titel)[:LONGEST_TITLE]
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
            slide.notes_slide.notes_text_frame.text = pure("\n".join(notizen))
        return slide


def text(
    slide: Slide,
    words: str,
    x: float,
    y: float,
    width: float,
    height: float,
    size: int = TEXT,
    colour: str = LIGHT.ink,
    gap: int = 0,
    bold: bool = False,
) -> None:
    """A text box; lines are paragraphs, `gap` apart. Centimetres and points."""
    frame = slide.shapes.add_textbox(Cm(x), Cm(y), Cm(width), Cm(height)).text_frame
    frame.word_wrap = True
    lines(frame, words, size, colour, gap, bold)


def lines(frame: Any, words: str, size: int, colour: str, gap: int = 0, bold: bool = False) -> None:
    """Each line of the words as a paragraph of the frame, `gap` points apart."""
    for number, line in enumerate(words.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(gap)
        _write(paragraph, line, size, colour, bold=bold or size >= FIGURE)


def table(
    slide: Slide,
    kopf: Sequence[str],
    zeilen: Sequence[Sequence[str]],
    widths: Sequence[float],
    size: int = CELL,
    below: int = 0,
) -> None:
    """A native table with a header row; `widths` in shares of the slide, `size` of the rows in points.

    `below`: the size of the lines below a cell's first one, which are then quieter.
    """
    heights = [_height(kopf, widths), *(_height(cells, widths, size) for cells in zeilen)]
    box = (Cm(EDGE), Cm(TABLE_TOP), Cm(WIDTH - 2 * EDGE), Cm(sum(heights)))
    shape: Any = slide.shapes.add_table(len(zeilen) + 1, len(kopf), *box)
    describe(shape, f"Tabelle mit {len(zeilen)} Zeilen: {', '.join(kopf)}.")
    grid = shape.table
    grid.horz_banding = False
    for column, width in enumerate(_centimetres(widths)):
        grid.columns[column].width = Cm(width)
    for row, cells in enumerate([kopf, *zeilen]):
        grid.rows[row].height = Cm(heights[row])
        for column, words in enumerate(cells):
            cell = grid.cell(row, column)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _rgb(LIGHT.panel if row == 0 else LIGHT.paper)
            _underline(cell)
            first, *others = words.split("\n") if below and row else [words]
            lines(cell.text_frame, first, size if row else CELL, LIGHT.ink if row else LIGHT.quiet)
            for line in others:
                _write(cell.text_frame.add_paragraph(), line, below, LIGHT.quiet)


def _underline(cell: Any) -> None:
    """Thin lines above and below a cell; they have to come before its fill."""
    fill = f'<a:solidFill><a:srgbClr val="{_rgb(LIGHT.line)}"/></a:solidFill>'
    for side in ("lnB", "lnT"):
        line = parse_xml(f'<a:{side} {nsdecls("a")} w="{Pt(0.75)}">{fill}</a:{side}>')
        cell._tc.get_or_add_tcPr().insert(0, line)


def slides_of_rows(
    zeilen: Sequence[Sequence[str]], widths: Sequence[float], size: int = CELL, room: float = TABLE_ROOM
) -> Iterator[slice]:
    """Which rows fit on a slide together; a text that is too long for its column takes several lines."""
    start, used = 0, LINE + AROUND
    for row, cells in enumerate(zeilen):
        height = _height(cells, widths, size)
        if row > start and used + height > room:
            yield slice(start, row)
            start, used = row, LINE + AROUND
        used += height
    if zeilen:
        yield slice(start, len(zeilen))


def describe(shape: Any, alt: str) -> None:
    """The text for those who do not see it."""
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)


def _height(cells: Sequence[str], widths: Sequence[float], size: int = CELL) -> float:
    """In centimetres; LETTER and LINE are those of CELL."""
    room, scale = _centimetres(widths), size / CELL
    most = max(
        sum(_lines(line, (width - 0.5) / (LETTER * scale)) for line in words.split("\n"))
        for words, width in zip(cells, room, strict=True)
    )
    return most * LINE * scale + AROUND


def _lines(words: str, letters: float) -> int:
    """How many lines a text takes when it breaks between words."""
    lines, used = 1, 0
    for word in words.split():
        if used and used + 1 + len(word) > letters:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
        lines += int(len(word) // letters)  # a word that no line can hold
    return lines


def _centimetres(widths: Sequence[float]) -> list[float]:
    return [(WIDTH - 2 * EDGE) * share / sum(widths) for share in widths]


def line_chart(
    slide: Slide, zeiten: Sequence[str], reihen: Sequence[tuple[str, Werte]], alt: str, box: Box, digits: int
) -> None:
    """Lines over the years; None is a gap that nothing bridges."""
    chart = _chart(slide, XL_CHART_TYPE.LINE_MARKERS, zeiten, reihen, alt, box, digits)
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
    """Horizontal bars side by side with their values, in per cent; first name on top."""
    chart = _chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, namen, reihen, alt, box, 1)
    chart.category_axis.reverse_order = True
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 50, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = decimals(1), False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(CELL)
    for series, colour in zip(chart.plots[0].series, (SERIES[0], LIGHT.hatch), strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(colour)


def _chart(
    slide: Slide, kind: Any, namen: Sequence[str], reihen: Sequence[tuple[str, Werte]], alt: str, box: Box, digits: int
) -> Any:
    data: Any = CategoryChartData(number_format=decimals(digits))
    data.categories = list(namen)
    for name, values in reihen:
        data.add_series(name, list(values))
    frame: Any = slide.shapes.add_chart(kind, Cm(box[0]), Cm(box[1]), Cm(box[2]), Cm(box[3]), data)
    describe(frame, alt)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = len(reihen) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size, chart.font.color.rgb = Pt(TEXT), _rgb(LIGHT.ink)
    shown = [value for _, series in reihen for value in series if value is not None]
    chart.category_axis.tick_labels.font.size = Pt(CELL)  # years side by side
    whole = max((abs(value) for value in shown), default=0) >= WHOLE
    chart.value_axis.tick_labels.number_format = decimals(0 if whole else digits)
    chart.value_axis.tick_labels.number_format_is_linked = False
    chart.value_axis.major_gridlines.format.line.color.rgb = _rgb(LIGHT.line)
    chart.value_axis.format.line.fill.background()
    if all(value >= 0 for value in shown):
        chart.value_axis.minimum_scale = 0  # no small change looks large
    return chart


def _colours(count: int) -> list[str]:
    """The first in the accent colour, the last (the city) in grey."""
    return [*(SERIES[0] for _ in range(count - 1)), LIGHT.hatch] if count > 1 else [SERIES[0]]


def _write(paragraph: Any, words: str, size: int, colour: str, bold: bool = False) -> None:
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = pure(words), Pt(size), bold
    run.font.color.rgb = _rgb(colour)
    paragraph.alignment = PP_ALIGN.LEFT


def _place(shape: Any, x: float, y: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Cm(x), Cm(y), Cm(width), Cm(height)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
