"""The sheet "Einrichtungen" of a profile's workbook."""

from __future__ import annotations

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sro.auswertung.profil.profil import Profil
from sro.export.mappe.formate import COUNT, Formate, write_text
from sro.model.einrichtung import by_kind
from sro.views.profil.einrichtungen import NICHTS, facilities_source
from sro.views.theme import LIGHT

COLUMNS = (
    ("Art", 30), ("Name", 44), ("Träger", 40), ("Trägerart", 14), ("Plätze", 10), ("Hinweis", 40), ("synthetisch", 12),
)  # fmt: skip
PLACES = 4


def facilities_sheet(blatt: Worksheet, oben: int, profil: Profil, formate: Formate) -> None:
    """A row a facility, kind by kind; places that are not known stay empty. Sentences where there is none."""
    for column, (_, width) in enumerate(COLUMNS):
        blatt.set_column(column, column, width)
    source = facilities_source(profil.liste) if profil.liste else ""
    write_text(blatt, oben, 0, source, formate, font_color=LIGHT.quiet)
    if not profil.einrichtungen:
        write_text(blatt, oben + 1, 0, NICHTS, formate)
        return
    for column, (title, _) in enumerate(COLUMNS):
        blatt.write_string(oben + 1, column, title, _head(column, formate))
    rows = [one for found in by_kind(profil.einrichtungen).values() for one in found]
    for row, one in enumerate(rows, start=oben + 2):
        marked = "ja" if one.synthetisch else "nein"
        texts = (str(one.art), one.name, one.traeger, str(one.traegerart), "", one.hinweis, marked)
        for column, text in enumerate(texts):
            if text:
                write_text(blatt, row, column, text, formate, indent=1 if column > PLACES else 0)
        if one.plaetze is not None:
            blatt.write_number(row, PLACES, one.plaetze, formate.get(num_format=COUNT))
    blatt.freeze_panes(oben + 2, 2)
    blatt.autofilter(oben + 1, 0, oben + 1 + len(rows), len(COLUMNS) - 1)
    blatt.repeat_rows(oben + 1)


def _head(column: int, formate: Formate) -> Format:
    return formate.head("right") if column == PLACES else formate.head(indent=1 if column > PLACES else 0)
