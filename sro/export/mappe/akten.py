"""Records as a workbook that can be filled in and read again: a sheet a kind, a codebook. No formula in it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.akten.bestand import RECORDS, Bestand
from sro.akten.zelltext import JA, NEIN, TRENNER, Zellwert, allowed, cell_value, raum_words
from sro.export.codebuch import Eintrag
from sro.export.mappe.codebuchblatt import codebook_sheet
from sro.export.mappe.druck import landscape
from sro.export.mappe.formate import DAY, PLAIN, PLAIN_NUMBER, Formate, write_text
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import AKTENARTEN, Aktenart, art_of
from sro.model.feld import Feld, Form, felder
from sro.model.gebiet import Stadt
from sro.views.theme import LIGHT

ID, FASSUNG, SYNTHETISCH = "id", "Fassung", "synthetisch"
NOTE = "Enthält interne Angaben: nicht weitergeben."
WIDTHS = {Form.TEXT: 60, Form.ZEILE: 34, Form.MEHRFACH: 34, Form.RAEUME: 34, Form.RAUM: 28}
USUAL = 16
MOST_LISTED = 255  # characters that Excel takes for a list of words to choose from
SPARE = 500  # empty rows below the records that offer their words too
OWN_COLUMNS = (
    Eintrag("Jedes Blatt", ID, "Nummer des Eintrags. Leer lassen, um einen neuen anzulegen; sonst nicht ändern."),
    Eintrag(
        "Jedes Blatt", FASSUNG, "Fassung, die hier steht. Daran wird beim Einlesen erkannt, was andere inzwischen "
        "geändert haben. Bei neuen Zeilen leer.",
    ),
    Eintrag("Jedes Blatt", SYNTHETISCH, f"„{JA}“, wo ein Eintrag erfunden ist. Lässt sich nachträglich nicht ändern."),
    Eintrag(
        "Jedes Blatt", "Einlesen", "Geändert wird, was in einer Zeile anders ist; eine geleerte Zelle leert das Feld. "
        "Eine gelöschte Zeile oder Spalte ändert nichts.",
    ),
)  # fmt: skip
FORM_WORDS = {
    Form.ZEILE: "Text, höchstens 200 Zeichen.",
    Form.TEXT: "Text, höchstens 4.000 Zeichen.",
    Form.ZAHL: "Ganze Zahl; leer ist „nicht gezählt“, nicht 0.",
    Form.KOMMAZAHL: "Zahl.",
    Form.DATUM: "Datum, zum Beispiel 31.12.2024.",
    Form.JA_NEIN: f"„{JA}“ oder „{NEIN}“.",
}


def xlsx(bestand: Bestand, klassen: Sequence[type[Inhalt]], stadt: Stadt) -> bytes:
    """The workbook of all records of these kinds that are in the Bestand."""
    out = io.BytesIO()
    with Workbook(out, PLAIN) as buch:
        buch.set_properties({"title": "Einträge", "comments": NOTE})
        formate = Formate(buch)
        for klasse in klassen:
            art = art_of(klasse)
            blatt = buch.add_worksheet(art.plural)
            _records(blatt, felder(klasse), bestand.von(klasse), stadt, formate)
            landscape(blatt, (NOTE,), art.plural)
        blatt = buch.add_worksheet("Codebuch")
        codebook_sheet(blatt, codebook(klassen, stadt), formate)
        landscape(blatt, (NOTE,), "Codebuch")
    return out.getvalue()


def codebook(klassen: Sequence[type[Inhalt]], stadt: Stadt) -> list[Eintrag]:
    """What each column means and which words it may hold."""
    fields = [Eintrag(art_of(k).plural, feld.titel, _meaning(feld)) for k in klassen for feld in felder(k)]
    areas = Eintrag("Räume", "alle", f" {TRENNER} ".join(raum_words(stadt).values()))
    return [*OWN_COLUMNS, *fields, areas]


def _records(
    blatt: Worksheet, spalten: Sequence[Feld], akten: Sequence[Akte[Inhalt]], stadt: Stadt, formate: Formate
) -> None:
    """A row a record: id and version, its fields, and whether it is made up."""
    titles = [ID, FASSUNG, *(feld.titel for feld in spalten), SYNTHETISCH]
    for column, title in enumerate(titles):
        write_text(blatt, 0, column, title, formate, **_head())
    for column, feld in enumerate(spalten, start=2):
        blatt.set_column(column, column, WIDTHS.get(feld.form, USUAL))
        _offer(blatt, column, feld, len(akten))
    for row, akte in enumerate(akten, start=1):
        for column, cell in enumerate(_cells(akte, spalten, stadt)):
            _write(blatt, row, column, cell, formate)
    blatt.freeze_panes(1, 1)
    blatt.autofilter(0, 0, max(len(akten), 1), len(titles) - 1)
    blatt.repeat_rows(0)


def _cells(akte: Akte[Inhalt], spalten: Sequence[Feld], stadt: Stadt) -> Iterator[Zellwert]:
    yield akte.id
    yield akte.fassung
    for feld in spalten:
        yield cell_value(feld, getattr(akte.inhalt, feld.name), stadt)
    yield JA if akte.inhalt.synthetisch else NEIN


def _write(blatt: Worksheet, row: int, column: int, cell: Zellwert, formate: Formate) -> None:
    top = {"valign": "top"}
    if isinstance(cell, str):
        write_text(blatt, row, column, cell, formate, text_wrap=True, **top)
    elif isinstance(cell, dt.date):
        blatt.write_datetime(row, column, cell, formate.get(num_format=DAY, align="left", **top))
    elif cell is not None:
        whole = isinstance(cell, int)
        blatt.write_number(row, column, cell, formate.get(num_format=PLAIN_NUMBER if whole else "0.00000", **top))


def _offer(blatt: Worksheet, column: int, feld: Feld, rows: int) -> None:
    """A list to choose from, where a cell holds one word of a few; other words are told of, not refused."""
    words = [JA, NEIN] if feld.form is Form.JA_NEIN else list(allowed(feld).values())
    one = feld.form in (Form.AUSWAHL, Form.JA_NEIN)
    if one and words and len(",".join(words)) <= MOST_LISTED and not any("," in word for word in words):
        chosen = {"validate": "list", "source": words, "error_type": "warning", "error_title": "Unbekanntes Wort"}
        blatt.data_validation(1, column, rows + SPARE, column, chosen)


def _head() -> dict[str, object]:
    look = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
    return {**look, "bg_color": LIGHT.panel, "font_color": LIGHT.ink}


def _meaning(feld: Feld) -> str:
    parts = ["Pflicht." if feld.pflicht else "", feld.hilfe, "Intern." if feld.intern else "", _words(feld)]
    return " ".join(part for part in parts if part)


def _words(feld: Feld) -> str:
    """What a cell may hold."""
    many = f"Mehrere mit „{TRENNER}“ getrennt. " if feld.form in (Form.MEHRFACH, Form.RAEUME) else ""
    if feld.form in (Form.RAUM, Form.RAEUME):
        return f"{many}Ein Raum, wie unter „Räume“."
    if feld.vokabular in RECORDS:
        art = _art_called(feld)
        return f"{many}Nummern von Einträgen unter „{art.plural}“, zum Beispiel {art.kuerzel}-1."
    words = allowed(feld).values()
    return f"{many}Möglich: {f' {TRENNER} '.join(words)}." if words else FORM_WORDS[feld.form]


def _art_called(feld: Feld) -> Aktenart:
    return next(art for art in AKTENARTEN if art.vokabular is feld.vokabular)
