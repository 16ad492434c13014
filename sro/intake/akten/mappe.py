"""The sheets of a workbook that hold records, and where their columns are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from sro.intake.befunde import UnreadableError
from sro.intake.blaetter import read_sheets
from sro.intake.datei import Datei, open_file
from sro.intake.raster import Blatt, Rasterzeile
from sro.intake.sprache import listed, meant
from sro.model.akte import Inhalt
from sro.model.aktenart import Aktenart, art_of
from sro.model.befund import Befund, Schwere
from sro.model.feld import felder
from sro.model.gebiet import normalised

ID, FASSUNG, SYNTHETISCH = "id", "fassung", "synthetisch"
OWN = {ID: ("id", "nummer", "nr"), FASSUNG: ("fassung",), SYNTHETISCH: ("synthetisch",)}
SEARCHED = 10  # rows in which the header may stand
FEWEST = 2  # known titles that make a row the header
MOST_ROWS = 5_000  # of all sheets; more is no table of records that people wrote
MOST_MEGABYTES, MOST_UNPACKED = 10, 100
CODEBOOK = "codebuch"


@dataclass(frozen=True, slots=True)
class Aktenblatt:
    """One sheet: its kind, column → place (field names and ID, FASSUNG, SYNTHETISCH), the rows below the header."""

    art: Aktenart
    wo: str  # file and sheet, as findings name it
    stellen: dict[str, int]
    titel: dict[str, str]  # column → as the header writes it
    zeilen: tuple[Rasterzeile, ...]


def read_workbook(path: Path, klassen: Sequence[type[Inhalt]]) -> tuple[tuple[Aktenblatt, ...], tuple[Befund, ...]]:
    """The sheets of these kinds, and what is to be said about the file's form. OSError where there is no such file."""
    try:
        datei = open_file(path)
        _check_size(datei)
        sheets = read_sheets(datei)
        _check_rows(sheets, datei.name)
    except UnreadableError as unreadable:
        return (), (unreadable.befund,)
    arten = [art_of(klasse) for klasse in klassen]
    read = [_sheet(sheet, arten, datei.name, alone=len(sheets) == 1) for sheet in sheets]
    found = tuple(blatt for blatt, _ in read if blatt)
    befunde = [befund for _, told in read for befund in told]
    if not found and not any(befund.schwere is Schwere.FEHLER for befund in befunde):
        names = listed([f"„{art.plural}“" for art in arten])
        text = (
            f"In der Datei ist kein Blatt mit Einträgen. Bitte ein Blatt so nennen wie das, was darin steht: {names}."
        )
        befunde.append(Befund("kein_aktenblatt", text, datei=datei.name))
    return found, tuple(befunde)


def _check_size(datei: Datei) -> None:
    """A workbook of records is small; a large one is another table, or one that was made to fill the memory."""
    megabytes = len(datei.inhalt) / 1_000_000
    if datei.endung in (".xlsx", ".ods"):
        try:
            megabytes = sum(one.file_size for one in zipfile.ZipFile(BytesIO(datei.inhalt)).infolist()) / 1_000_000
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            return  # the reader tells that the file is broken
        if megabytes > MOST_UNPACKED:
            raise UnreadableError(_too_large(datei, f"entpackt {megabytes:.0f} MB, gelesen werden {MOST_UNPACKED} MB"))
    elif megabytes > MOST_MEGABYTES:
        raise UnreadableError(_too_large(datei, f"{megabytes:.0f} MB, gelesen werden {MOST_MEGABYTES} MB"))


def _check_rows(sheets: Sequence[Blatt], name: str) -> None:
    rows = sum(len(sheet.zeilen) for sheet in sheets)
    if rows > MOST_ROWS:
        text = f"Die Datei hat {rows} Zeilen, gelesen werden {MOST_ROWS}. Bitte in mehrere Dateien teilen."
        raise UnreadableError(Befund("tabelle_zu_gross", text, datei=name))


def _too_large(datei: Datei, how: str) -> Befund:
    text = f"Die Datei hat {how}. Bitte leere Zeilen und andere Blätter löschen oder in mehrere Dateien teilen."
    return Befund("datei_zu_gross", text, datei=datei.name)


def _sheet(sheet: Blatt, arten: Sequence[Aktenart], datei: str, alone: bool) -> tuple[Aktenblatt | None, list[Befund]]:
    """The sheet as records; None where it holds none."""
    wo = f"{datei}, Blatt „{sheet.name}“" if sheet.name else datei
    art = _named(sheet.name, arten)
    if art is None and normalised(sheet.name) == CODEBOOK:
        return None, []
    if art is None:
        art = _like(sheet, arten, alone)
    header = _header(sheet, art) if art else None
    if art is None or header is None:
        text = "Das Blatt wird nicht gelesen: " + (
            f"Es hat keine Kopfzeile mit den Feldern von „{art.plural}“."
            if art
            else "Sein Name steht für keine Einträge."
        )
        return None, [Befund("blatt_ungelesen", text, Schwere.WARNUNG if art else Schwere.HINWEIS, wo)]
    stellen, titel = _columns(header, art)
    body = tuple(row for row in sheet.zeilen if row.nummer > header.nummer)
    return Aktenblatt(art, wo, stellen, titel, body), list(_about_header(header, art, stellen, wo))


def _named(name: str, arten: Sequence[Aktenart]) -> Aktenart | None:
    wanted = normalised(name)
    return next((art for art in arten if wanted in map(normalised, (art.plural, art.name, art.kuerzel))), None)


def _like(sheet: Blatt, arten: Sequence[Aktenart], alone: bool) -> Aktenart | None:
    """The only kind whose required columns a sheet has that has any name; the only kind that is asked for at all."""
    fitting = [
        art for art in arten if (header := _header(sheet, art)) and _required(art) <= set(_columns(header, art)[0])
    ]
    if len(fitting) == 1:
        return fitting[0]
    return arten[0] if alone and len(arten) == 1 else None


def _required(art: Aktenart) -> set[str]:
    return {feld.name for feld in felder(art.klasse) if feld.pflicht}


def _header(sheet: Blatt, art: Aktenart) -> Rasterzeile | None:
    """The first row with columns that are known."""
    rows = sheet.zeilen[:SEARCHED]
    return next((row for row in rows if len(_columns(row, art)[0]) >= FEWEST), None)


def _columns(header: Rasterzeile, art: Aktenart) -> tuple[dict[str, int], dict[str, str]]:
    """Column → its place, the first where it comes twice; and how it is written."""
    known = _known(art)
    stellen: dict[str, int] = {}
    titel: dict[str, str] = {}
    for place, cell in enumerate(header.zellen):
        name = known.get(normalised(cell))
        if name and name not in stellen:
            stellen[name], titel[name] = place, cell
    return stellen, titel


def _known(art: Aktenart) -> dict[str, str]:
    """How a header may write a column → its name. Titles come before names of fields."""
    names = {normalised(feld.name): feld.name for feld in felder(art.klasse)}
    titles = {normalised(feld.titel): feld.name for feld in felder(art.klasse)}
    own = {other: name for name, others in OWN.items() for other in others}
    return own | names | titles


def _about_header(header: Rasterzeile, art: Aktenart, stellen: dict[str, int], wo: str) -> Iterator[Befund]:
    known, seen = _known(art), set[str]()
    for cell in header.zellen:
        name = known.get(normalised(cell))
        if name in seen:
            text = f"Die Spalte „{cell}“ gibt es zweimal. Bitte nur eine behalten."
            yield Befund("spalte_doppelt", text, datei=wo, zeile=header.nummer, spalte=cell)
        if cell and name is None:
            near = meant(cell, [feld.titel for feld in felder(art.klasse) if feld.name not in stellen])
            text = f"Die Spalte „{cell}“ wird nicht gelesen.{near}"
            yield Befund("spalte_unbekannt", text, Schwere.HINWEIS, wo, header.nummer, cell)
        if name:
            seen.add(name)
