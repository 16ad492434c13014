"""The statements handed over to an office as a workbook, to be filled in and sent back. No formula in it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.export.mappe.druck import landscape
from sro.export.mappe.formate import COUNT, DAY, LINE, PLAIN, Formate, write_heading, write_text
from sro.export.uebergabeliste import ANSWERS, NOT_COUNTED, Abschnitt, Posten, Uebergabeliste
from sro.model.aussage import Bearbeitung
from sro.views.theme import LIGHT

EXCEL_LIST = 255  # characters that a list of allowed answers may have


class Spalte(NamedTuple):
    titel: str
    breite: float


SPALTEN = (
    Spalte("Nr.", 8), Spalte("Werkstatt", 18), Spalte("Ort", 18), Spalte("Alter", 11), Spalte("Aussage", 34),
    Spalte("Thema", 16), Spalte("Punkte", 8), Spalte("Punkte der Werkstatt", 10), Spalte("Was erbeten wird", 24),
    *(Spalte(titel, breite) for titel, breite in zip(ANSWERS, (14, 28, 11, 14), strict=True)),
    Spalte("Übergabe", 10), Spalte("Übergeben am", 12), Spalte("Antwort erbeten bis", 12),
)  # fmt: skip
NAMES = [spalte.titel for spalte in SPALTEN]
FIRST_ANSWER = NAMES.index(ANSWERS[0])
PRINTED = FIRST_ANSWER + len(ANSWERS)  # what stands to the right of them is for sorting


def xlsx(liste: Uebergabeliste) -> bytes:
    """One sheet: a row a statement; four columns are the office's."""
    out = io.BytesIO()
    notes = (f"An: {liste.schnittstelle.amt}", f"{liste.datenstand} · Kontakt: {liste.kontakt}", *liste.hinweise)
    with Workbook(out, PLAIN) as buch:
        buch.set_properties({"title": liste.titel, "comments": " · ".join(notes)})
        formate, blatt = Formate(buch), buch.add_worksheet("Übergabe")
        oben = write_heading(blatt, liste.titel, notes, formate)
        _heads(blatt, oben, formate)
        rows = [(abschnitt, posten) for abschnitt in liste.abschnitte for posten in abschnitt.posten]
        for row, (abschnitt, posten) in enumerate(rows, start=oben + 1):
            _row(blatt, row, abschnitt, posten, formate)
        _set_up(blatt, oben, max(len(rows), 1))
        landscape(blatt, (liste.datenstand, *liste.hinweise), liste.titel)
    return out.getvalue()


def _heads(blatt: Worksheet, row: int, formate: Formate) -> None:
    for column, spalte in enumerate(SPALTEN):
        blatt.set_column(column, column, spalte.breite)
        blatt.write_string(row, column, spalte.titel, formate.head())
    blatt.set_row(row, 2 * LINE)


def _row(blatt: Worksheet, row: int, abschnitt: Abschnitt, posten: Posten, formate: Formate) -> None:
    look = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": LIGHT.line}
    said = {
        "Nr.": posten.id, "Werkstatt": abschnitt.werkstatt, "Ort": posten.ort, "Alter": posten.alter,
        "Aussage": posten.wortlaut, "Thema": posten.themen, "Was erbeten wird": posten.erbeten,
        "Übergabe": abschnitt.uebergabe,
    }  # fmt: skip
    texts = {NAMES.index(name): text for name, text in said.items()}
    for column, text in texts.items():
        write_text(blatt, row, column, text, formate, **look)
    for column, day in ((PRINTED + 1, abschnitt.uebergeben), (PRINTED + 2, abschnitt.frist)):
        if day is None:
            blatt.write_blank(row, column, None, formate.get(**look))
        else:
            blatt.write_datetime(row, column, day, formate.get(num_format=DAY, align="left", **look))
    for column, points in enumerate((posten.punkte, posten.punkte_gesamt), start=NAMES.index("Punkte")):
        _points(blatt, row, column, points, formate, look)
    for column in range(FIRST_ANSWER, PRINTED):
        blatt.write_blank(row, column, None, formate.get(**look, left=1, left_color=LIGHT.line, bg_color=LIGHT.mark))
    if abschnitt.antwort:
        texts[FIRST_ANSWER + 1] = abschnitt.antwort
        write_text(blatt, row, FIRST_ANSWER + 1, abschnitt.antwort, formate, **look, bg_color=LIGHT.mark)
    lines = max(_lines(text, SPALTEN[column].breite) for column, text in texts.items())
    blatt.set_row(row, LINE * max(2, lines))


def _points(
    blatt: Worksheet, row: int, column: int, points: int | None, formate: Formate, look: dict[str, object]
) -> None:
    """Not counted is not zero, and says so."""
    if points is None:
        write_text(blatt, row, column, NOT_COUNTED, formate, **look, font_color=LIGHT.quiet)
    else:
        blatt.write_number(row, column, points, formate.get(num_format=COUNT, align="left", **look))


def _set_up(blatt: Worksheet, oben: int, rows: int) -> None:
    """Filter, fixed heads, and the words that a Stand may have, to be picked from a list."""
    last = oben + rows
    blatt.freeze_panes(oben + 1, 1)
    blatt.autofilter(oben, 0, last, len(SPALTEN) - 1)
    blatt.repeat_rows(oben)
    blatt.print_area(0, 0, last, PRINTED - 1)
    blatt.data_validation(
        oben + 1,
        FIRST_ANSWER,
        last,
        FIRST_ANSWER,
        {"validate": "list", "source": _allowed(list(Bearbeitung)[1:]), "error_title": "Stand"},
    )


def _allowed(worte: Sequence[str]) -> list[str]:
    found = [str(wort) for wort in worte]
    if len(",".join(found)) > EXCEL_LIST:
        raise ValueError("Die Liste der Stände ist für eine Arbeitsmappe zu lang.")
    return found


def _lines(text: str, breite: float) -> int:
    return -(-len(text) // int(breite * 0.85))
