"""The sheet "Diagramm" of a workbook: title and notes, a native chart, and the small table that it draws."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from sro.export.bild.kopf import Kopf
from sro.export.mappe.diagrammtabelle import ROW, Ort, line_look, value_axis
from sro.export.mappe.formate import Formate, decimals, write_heading
from sro.export.spalten import Zeile
from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import Gebiet
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status, status_of, wert_of
from sro.stats.intervall import interval_of
from sro.views.theme import LIGHT, SERIES
from sro.views.words import STATUS_WORD

NAME = "Diagramm"
MOST_BARS = 80
WIDTH, LINES, BAR, AROUND = 900, 460, 19, 130  # pixels
BREAK = "Reihenbruch"
EMPTY = "Schraffierte Felder haben keinen Wert, der gezeigt werden kann; den Grund nennt das Blatt „Werte“ (Status)."


def chart_sheet(buch: Workbook, zeilen: Sequence[Zeile], indikator: Indikator, kopf: Kopf, formate: Formate) -> None:
    """Lines over the years where there are several, else a bar an area with its 95 % interval."""
    blatt = buch.add_worksheet(NAME)
    notes = [kopf.untertitel, *kopf.fuss, EMPTY]
    write_heading(blatt, kopf.titel, notes, formate)
    blatt.set_column(0, 0, 34)
    blatt.set_column(1, 40, 13)
    series = len({zeile.jahr for zeile in zeilen}) > 1
    bars = len(zeilen) if not series and len(zeilen) <= MOST_BARS else 0
    height = LINES if series else bars * BAR + AROUND if bars else 0
    first = len(notes) + 2
    ort = Ort(blatt, first + -(-height // ROW) + (2 if height else 0), formate, decimals(indikator.nachkommastellen))
    chart = _lines(buch, ort, zeilen, indikator) if series else _bars(buch, ort, zeilen, indikator)
    if height:
        chart.set_size({"width": WIDTH, "height": height})
        chart.set_title({"name": kopf.titel, "overlay": False, "name_font": {"size": 12, "color": LIGHT.ink}})
        said = f"Diagramm: {kopf.titel}. Die Zahlen stehen darunter."
        blatt.insert_chart(first, 0, chart, {"description": said, "object_position": 2})


def _lines(buch: Workbook, ort: Ort, zeilen: Sequence[Zeile], indikator: Indikator) -> Chart:
    """A column an area, a row a year; an empty row at each series break, so that no line runs across it."""
    gebiete = list(dict.fromkeys(zeile.gebiet for zeile in zeilen))
    seen = {(zeile.gebiet, zeile.jahr): zeile.beobachtung for zeile in zeilen}
    rows = _years(sorted({zeile.jahr for zeile in zeilen}), indikator)
    ort.head(["Jahr", *(gebiet.name for gebiet in gebiete)])
    for n, jahr in enumerate(rows, start=1):
        ort.text(n, 0, BREAK if jahr is None else _label(seen, gebiete, jahr))
        for column, gebiet in enumerate(gebiete, start=1):
            b = seen.get((gebiet, jahr)) if jahr is not None else None
            ort.number(n, column, wert_of(b))
    chart: Chart = buch.add_chart({"type": "line"})
    for column, gebiet in enumerate(gebiete, start=1):
        chart.add_series(
            {
                "name": ort.cell(column),
                "categories": ort.area(0, len(rows)),
                "values": ort.area(column, len(rows)),
                **line_look(column - 1, len(gebiete), city=gebiet.eltern is None),
            }
        )
    chart.show_blanks_as("gap")
    chart.set_x_axis({"num_font": {"size": 9}, "text_axis": True})
    chart.set_y_axis(value_axis(indikator, ort, _shown(zeilen)))
    chart.set_legend({"position": "right", "font": {"size": 9}})
    return chart


def _years(jahre: Sequence[int], indikator: Indikator) -> list[int | None]:
    breaks = {bruch.jahr for bruch in indikator.reihenbrueche} & set(jahre[1:])
    return [row for jahr in jahre for row in ([None, jahr] if jahr in breaks else [jahr])]


def _label(seen: dict[tuple[Gebiet, int], Beobachtung | None], gebiete: Sequence[Gebiet], jahr: int) -> str:
    """The year; several where all that is shown is pooled over the same ones."""
    lengths = {b.jahre for gebiet in gebiete if (b := seen.get((gebiet, jahr)))}
    return zeitraum_kurz(jahr, lengths.pop()) if len(lengths) == 1 else str(jahr)


def _bars(buch: Workbook, ort: Ort, zeilen: Sequence[Zeile], indikator: Indikator) -> Chart:
    """A row an area: value, limits, and how far they are away, which is what the chart's whiskers take."""
    ort.head(["Gebiet", "Wert", "95 % unten", "95 % oben", "nach unten", "nach oben"])
    for n, zeile in enumerate(zeilen, start=1):
        b = zeile.beobachtung
        limits, wert = interval_of(indikator, b), wert_of(b)
        ort.text(n, 0, _bar_name(zeile))
        ort.number(n, 1, wert)
        for column, value in enumerate((limits.unten, limits.oben) if limits else (None, None), start=2):
            ort.number(n, column, value)
        away = (wert - limits.unten, limits.oben - wert) if limits and wert is not None else (None, None)
        for column, value in enumerate(away, start=4):
            ort.number(n, column, value)
    chart: Chart = buch.add_chart({"type": "bar"})
    rows = len(zeilen)
    first, last = ort.oben + 2, ort.oben + rows + 1
    whiskers = {
        "type": "custom",
        "plus_values": f"={NAME}!$F${first}:$F${last}",
        "minus_values": f"={NAME}!$E${first}:$E${last}",
        "line": {"color": LIGHT.ink, "width": 1},
    }
    points = [{"fill": {"color": LIGHT.quiet}} if zeile.gebiet.eltern is None else None for zeile in zeilen]
    chart.add_series(
        {
            "name": indikator.einheit,
            "categories": ort.area(0, rows),
            "values": ort.area(1, rows),
            "fill": {"color": SERIES[0]},
            "gap": 45,
            "points": points,
            "y_error_bars": whiskers,
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "interval_unit": 1, "label_position": "low"})
    # Names run from top to bottom, so the numbers would stand above; "high" is the other side.
    numbers = value_axis(indikator, ort, _shown(zeilen))
    chart.set_x_axis(numbers | {"label_position": "high"})
    return chart


def _shown(zeilen: Sequence[Zeile]) -> list[float]:
    return [z.beobachtung.wert for z in zeilen if z.beobachtung and z.beobachtung.wert is not None]


def _bar_name(zeile: Zeile) -> str:
    """Where there is no bar, the name says why."""
    status = status_of(zeile.beobachtung)
    return zeile.gebiet.name if status is Status.OK else f"{zeile.gebiet.name} – {STATUS_WORD[status]}"
