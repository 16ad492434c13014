"""The sheet "Altersaufbau" of a profile's workbook: who lives here by age, beside the whole city."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.auswertung.profil.alter import Altersaufbau
from sro.export.mappe.diagrammtabelle import Ort
from sro.export.mappe.formate import COUNT, Formate, decimals, write_text
from sro.views.profil.portraet import NO_AGES, age_name
from sro.views.theme import LIGHT, SERIES

HEAD = ("Alter", "Anteil, in %", "Stadt, in %", "Menschen")
WIDTH, HEIGHT = 640, 340  # pixels


def age_sheet(
    buch: Workbook,
    blatt: Worksheet,
    oben: int,
    alter: Altersaufbau | None,
    namen: tuple[str, str],
    formate: Formate,
) -> None:
    """A row an age group, and bars; a sentence where there is nothing. `namen`: of the area and of the city."""
    blatt.set_column(0, 0, 26)
    blatt.set_column(1, len(HEAD) - 1, 13)
    if alter is None:
        write_text(blatt, oben, 0, NO_AGES, formate)
        return
    write_text(blatt, oben, 0, f"Stand: {alter.zeitpunkt}", formate, font_color=LIGHT.quiet)
    ort = Ort(blatt, oben + 1, formate, decimals(1))
    ort.head(HEAD)
    rows = [(age_name(g), 100 * g.anteil, g.stadtanteil and 100 * g.stadtanteil, g.anzahl) for g in alter.gruppen]
    for n, (name, share, city, people) in enumerate(rows, start=1):
        ort.text(n, 0, name)
        ort.number(n, 1, share)
        ort.number(n, 2, city)
        blatt.write_number(ort.oben + n, 3, people, formate.get(num_format=COUNT))
    blatt.write_string(ort.oben + len(rows) + 1, 0, "zusammen", formate.get(bold=True))
    blatt.write_number(ort.oben + len(rows) + 1, 3, alter.gesamt, formate.get(num_format=COUNT, bold=True))
    chart = buch.add_chart({"type": "bar"})
    for column, (name, colour) in enumerate(zip(namen, (SERIES[0], LIGHT.hatch), strict=True), start=1):
        chart.add_series(
            {
                "name": f"{name}, in %",
                "categories": ort.area(0, len(rows)),
                "values": ort.area(column, len(rows)),
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    grid = {"visible": True, "line": {"color": LIGHT.line, "width": 0.5}}
    chart.set_x_axis({"label_position": "high", "num_format": decimals(0), "min": 0, "major_gridlines": grid})
    chart.set_legend({"position": "bottom", "font": {"size": 9}})
    chart.set_title({"name": f"Altersaufbau, {alter.zeitpunkt}", "overlay": False, "name_font": {"size": 11}})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    said = f"Balkendiagramm: Altersaufbau am {alter.zeitpunkt}. Die Zahlen stehen daneben."
    blatt.insert_chart(ort.oben, len(HEAD) + 1, chart, {"description": said, "object_position": 2})
