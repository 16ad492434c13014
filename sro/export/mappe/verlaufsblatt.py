"""The sheet "Diagramme": the headline figures over the years, each as a native chart beside the table it draws."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.auswertung.kennwert import Kennwert
from sro.export.mappe.diagrammtabelle import ROW, Ort, line_look, value_axis
from sro.export.mappe.formate import Formate, decimals, write_text
from sro.export.verlauf import Verlauf, course_rows
from sro.views.theme import LIGHT
from sro.views.words import shown
from sro.views.zahlen.beschreibung import describe_series
from sro.views.zahlen.kopfzahl import period, unit

BESIDE = 4  # column of the charts
WIDTH, HEIGHT = 640, 280  # pixels
BLOCK = HEIGHT // ROW + 4  # rows that a figure takes at least
EMPTY = (
    "Schraffierte Felder haben keinen Wert, der gezeigt werden kann; den Grund nennt das Blatt „Zeitreihen“ (Status)."
)


def course_sheet(buch: Workbook, blatt: Worksheet, oben: int, kennwerte: Sequence[Kennwert], formate: Formate) -> None:
    """A block a figure. Where fewer than two years show a value there is a sentence in place of the chart."""
    blatt.set_column(0, 0, 14)
    blatt.set_column(1, BESIDE - 1, 13)
    write_text(blatt, oben, 0, EMPTY, formate, font_color=LIGHT.quiet)
    row = oben + 2
    for kennwert in kennwerte:
        verlauf = course_rows(kennwert)
        write_text(blatt, row, 0, kennwert.indikator.name, formate, bold=True, font_color=LIGHT.ink)
        write_text(blatt, row + 1, 0, _now(kennwert), formate, font_color=LIGHT.quiet)
        ort = Ort(blatt, row + 2, formate, decimals(kennwert.indikator.nachkommastellen))
        _table(ort, verlauf)
        if verlauf.shown > 1:
            said = {"description": f"Liniendiagramm: {describe_series(kennwert.reihe, kennwert.indikator)}"}
            blatt.insert_chart(row + 2, BESIDE, _chart(buch, ort, verlauf, kennwert), said | {"object_position": 2})
        else:
            write_text(blatt, row + 2, BESIDE, "Kein Verlauf: Weniger als zwei Jahre zeigen einen Wert.", formate)
        row += max(BLOCK, len(verlauf.zeiten) + 5)


def _now(kennwert: Kennwert) -> str:
    """ "57,6 je 1.000 unter 21-Jährige, 2024"; a zero says that it is a true one."""
    zero = unit(kennwert).removeprefix(kennwert.indikator.einheit)
    return f"{shown(kennwert.beobachtung, kennwert.indikator)}{zero}, {period(kennwert)}"


def _table(ort: Ort, verlauf: Verlauf) -> None:
    ort.head(["Zeit", *(name for name, _ in verlauf.reihen)])
    for n, zeit in enumerate(verlauf.zeiten, start=1):
        ort.text(n, 0, zeit)
        for column, (_, values) in enumerate(verlauf.reihen, start=1):
            ort.number(n, column, values[n - 1])


def _chart(buch: Workbook, ort: Ort, verlauf: Verlauf, kennwert: Kennwert) -> Chart:
    chart: Chart = buch.add_chart({"type": "line"})
    rows, lines = len(verlauf.zeiten), len(verlauf.reihen)
    for column in range(1, lines + 1):
        chart.add_series(
            {
                "name": ort.cell(column),
                "categories": ort.area(0, rows),
                "values": ort.area(column, rows),
                **line_look(column - 1, lines, city=column == lines),
            }
        )
    values = [value for _, series in verlauf.reihen for value in series if value is not None]
    chart.show_blanks_as("gap")
    chart.set_x_axis({"num_font": {"size": 9}, "text_axis": True})
    chart.set_y_axis(value_axis(kennwert.indikator, ort, values))
    chart.set_legend({"position": "bottom", "font": {"size": 9}})
    chart.set_title({"name": kennwert.indikator.kurzname, "overlay": False, "name_font": {"size": 11}})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    return chart
