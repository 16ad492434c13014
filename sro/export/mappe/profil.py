"""A district's profile as a workbook: figures, series, charts, ages, facilities and a codebook. No formula in it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sro.auswertung.kennwert import Kennwert
from sro.auswertung.profil.profil import Profil
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.export.codebuch import codebook
from sro.export.mappe.altersblatt import age_sheet
from sro.export.mappe.codebuchblatt import codebook_sheet
from sro.export.mappe.druck import landscape, upright
from sro.export.mappe.einrichtungen import facilities_sheet
from sro.export.mappe.formate import PLAIN, Formate, write_heading, write_wrapped
from sro.export.mappe.verlaufsblatt import course_sheet
from sro.export.mappe.wertetabelle import in_front, values_sheet, width_of
from sro.export.profil.tabelle import PROFILSPALTEN, WEITERE, profile_cells
from sro.export.spalten import SPALTEN, Beigabe, Spalte, Zeile, Zelle, record
from sro.model.gebiet import Gebiet
from sro.model.wert import Status
from sro.views.quelle import datenstand_label, licence, sources_only
from sro.views.words import STATUS_MARK

VALUE = (
    "thema", "indikator_name", "wert", "unten_95", "oben_95", "einheit", "status", "wert_stadt", "wert_rest",
    "unterschied", "auffaelligkeit", "trend", "zaehler", "nenner", "zeit",
)  # fmt: skip
SERIES = (
    "indikator_name", "gebiet", "zeit", "wert", "unten_95", "oben_95", "einheit", "status", "zaehler", "nenner",
)  # fmt: skip


def xlsx(profil: Profil, werk: Zahlenwerk, beigabe: Beigabe) -> bytes:
    """The workbook; `werk` is what the profile was made of, and has the years before."""
    out, titel = io.BytesIO(), f"{profil.gebiet.name} – Profil, {werk.stadt.name}"
    indikatoren, notes = [k.indikator for k in profil.kennwerte], _notes(profil, werk, beigabe)
    with Workbook(out, PLAIN) as buch:
        buch.set_properties({"title": titel, "comments": " · ".join(notes)})
        formate = Formate(buch)

        def sheet(name: str, columns: int, width: float) -> tuple[Worksheet, int]:
            """A new sheet with its heading over so many columns, and the first free row."""
            blatt = buch.add_worksheet(name)
            last = write_heading(blatt, titel, notes, formate) - 1
            write_wrapped(blatt, last, sources_only(indikatoren), columns, width, formate)
            return blatt, last + 2

        namen = (profil.gebiet.name, werk.oberste.name)
        _figures(*sheet("Kennwerte", len(VALUE), width_of(VALUE)), profil, beigabe, formate)
        _series(*sheet("Zeitreihen", len(SERIES), width_of(SERIES)), profil, werk, beigabe, formate)
        course_sheet(buch, *sheet("Diagramme", 12, 120), profil.kopfzahlen, formate)
        age_sheet(buch, *sheet("Altersaufbau", 13, 120), profil.alter, namen, formate)
        if profil.liste is not None:
            facilities_sheet(*sheet("Einrichtungen", 7, 190), profil, formate)
        blatt, oben = sheet("Codebuch", 3, 164)
        codebook_sheet(blatt, codebook(indikatoren, werk.katalog, beigabe, WEITERE), formate, oben)
        for blatt in buch.worksheets():
            (upright if blatt.get_name() == "Diagramme" else landscape)(blatt, notes[:1], titel)
    return out.getvalue()


def _notes(profil: Profil, werk: Zahlenwerk, beigabe: Beigabe) -> tuple[str, ...]:
    """What stands on every sheet above the sources: level, Datenstand, "synthetisch", publisher and licence."""
    indikatoren, herausgabe = [k.indikator for k in profil.kennwerte], beigabe.herausgabe
    return (
        " · ".join((profil.ebene.name, datenstand_label(profil.datenstand), *beigabe.notes(indikatoren))),
        f"{herausgabe.herausgeber} · Lizenz: {licence(herausgabe.lizenz)}",
    )


def _figures(blatt: Worksheet, oben: int, profil: Profil, beigabe: Beigabe, formate: Formate) -> None:
    """A row an indicator; what is hidden of the city has its sign too."""
    names = [spalte.name for spalte in PROFILSPALTEN]
    found = [dict(zip(names, profile_cells(k, beigabe), strict=True)) for k in profil.kennwerte]
    for one in found:
        if one["wert_stadt"] is None:
            one["wert_stadt"] = STATUS_MARK[Status(str(one["status_stadt"]))]
    digits = [k.indikator.nachkommastellen for k in profil.kennwerte]
    _rows(blatt, oben, (PROFILSPALTEN, VALUE), found, digits, formate)


def _series(blatt: Worksheet, oben: int, profil: Profil, werk: Zahlenwerk, beigabe: Beigabe, formate: Formate) -> None:
    """Long: the years of the area, then those of the city, indicator by indicator."""
    found, digits = [], []
    for kennwert in profil.kennwerte:
        rows = [*_years(profil.gebiet, kennwert, werk), *_years(werk.oberste, kennwert, werk)]
        found += [record(zeile, kennwert.indikator, beigabe) for zeile in rows]
        digits += [kennwert.indikator.nachkommastellen] * len(rows)
    _rows(blatt, oben, (SPALTEN, SERIES), found, digits, formate)


def _years(gebiet: Gebiet, kennwert: Kennwert, werk: Zahlenwerk) -> list[Zeile]:
    seen = werk.of_area(kennwert.indikator, gebiet.key)
    expected = [punkt.jahr for punkt in kennwert.reihe.punkte] if gebiet == kennwert.gebiet else sorted(seen)
    return [Zeile(gebiet, jahr, seen.get(jahr)) for jahr in expected]


def _rows(
    blatt: Worksheet,
    oben: int,
    spalten: tuple[Sequence[Spalte], Sequence[str]],
    found: Sequence[Mapping[str, Zelle]],
    digits: Sequence[int],
    formate: Formate,
) -> None:
    """What people look for stands first and is what is printed."""
    every, vorn = spalten
    order = in_front(every, vorn)
    values_sheet(blatt, order, [[one[s.name] for s in order] for one in found], formate, oben, digits)
    blatt.freeze_panes(oben + 1, 2)
    blatt.print_area(0, 0, oben + max(len(found), 1), len(vorn) - 1)
