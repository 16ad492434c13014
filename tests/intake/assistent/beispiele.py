"""Small tables of our own with the quirks of tables that offices publish, and workbooks to hold them."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO
from pathlib import Path

from sro.intake.blaetter import choose, read_sheets
from sro.intake.datei import Datei
from sro.intake.raster import Blatt

NS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
ALT_XLS = Path(__file__).parent / "beispiele" / "alt.xls"


def blatt(text: str, encoding: str = "utf-8") -> Blatt:
    """The sheet that a CSV file with this text is."""
    return choose(read_sheets(Datei("tabelle.csv", text.encode(encoding))), "tabelle.csv")[0]


def ods(*rows: str, name: str = "Tabelle") -> bytes:
    """An OpenDocument workbook with one sheet, from the XML of its rows."""
    content = (
        f'<?xml version="1.0"?><office:document-content {NS}><office:body><office:spreadsheet>'
        f'<table:table table:name="{escape(name)}">{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return archive({"content.xml": content.encode()})


def row(*cells: str | float, more: str = "") -> str:
    """One row: texts as texts, numbers as numbers; what starts with < is the XML of a cell."""
    return f"<table:table-row {more}>{''.join(map(_cell, cells))}</table:table-row>"


def archive(entries: dict[str, bytes]) -> bytes:
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return found.getvalue()


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return (
            value
            if value.startswith("<table")
            else f"<table:table-cell><text:p>{escape(value)}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


# A title, a group above two columns each, a gap, the header once more, footnotes (as tables of statistics have them).
JAHRE_IM_KOPF = """Kinder und Einwohner in Kleinstadt;;;;
Quelle: Melderegister;;;;
Stadtteil;2023;;2024;
;Kinder;Einwohner;Kinder;Einwohner
01 Altstadt;120;1.000;130;1.010

Stadtteil;2023;;2024;
;Kinder;Einwohner;Kinder;Einwohner
02 Neustadt;-;2.000;.;2.020
Insgesamt;350;3.000;360;3.030
__________
1) ohne Nebenwohnungen
- = nichts vorhanden
© Statistikstelle, Stand: 21.03.2025 / 13:36:11
"""

# Names without umlauts and with blanks, days with underscores, coordinates, kinds of rows in one table.
LANG = """Stadt;Datum;Nr;Stadtteil;Merkmal;Kinder;Einwohner;lat;lon
Kleinstadt;2023_12_31;7;Altstadt   ;Haushalte;10;100;54.3232694;10.1394445
Kleinstadt;2023_12_31;8;Neu\u00adstadt;Haushalte;20.0;200;54.3196228;10.1315252
Kleinstadt;31_12_2024;7;Zentrum;Haushalte;11;110;;
Kleinstadt;31_12_2024;8;Neustadt;Haushalte;21;210;54.3196228;10.1315252
Kleinstadt;2023_12_31;7;Altstadt;Personen;30;300;;
Kleinstadt;2023_12_31;8;Neustadt;Personen;40;400;;
Kleinstadt;31_12_2024;7;Altstadt;Personen;31;310;;
Kleinstadt;31_12_2024;8;Neustadt;Personen;41;410;;
"""

# Three rows of header without names above the areas, as the statistical offices of the Länder write them; Windows-1252.
GENESIS = """Tabelle: 12345
Bevölkerung nach Geschlecht - Stichtag 31.12. -;;;
regionale Tiefe: Kreise;;;
;;Stichtag;Stichtag
;;31.12.2018;31.12.2018
;;Insgesamt;Kinder
DG;Deutschland;83019213;40966691
01;  Land;2896712;1419457
01003;      Kleinstadt, Hansestadt, Kreisfreie Stadt;217198;104371
01004;      Göttingen, Landkreis;-;.
__________
"Die Ergebnisse sind bedingt vergleichbar.
""Kataster"" (neu) ab 2016; davor anders."
"""
