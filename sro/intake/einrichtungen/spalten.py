"""The columns of a list of facilities, and those that it must not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sro.intake.kopf import column_name
from sro.intake.raster import Rasterzeile
from sro.intake.sprache import meant
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import normalised

PFLICHT = ("id", "name", "art", "traeger", "traegerart", "gebiet")
SPALTEN = (*PFLICHT, "plaetze", "lon", "lat", "hinweis", "herkunft")
KNOWN = 3  # with fewer of our columns it is another table
# Parts of a header that speak of a person or of a way to reach one.
PERSONENBEZOGEN = (
    *("ansprechp", "ansprechperson", "kontakt", "leitung", "leiter", "vorname", "nachname", "familienname"),
    *("telefon", "handy", "mobil", "fax", "mail", "geburt", "personal", "mitarbeit", "inhaber", "geschaeftsfuehr"),
)
PERSONENBEZOGEN_GANZ = ("tel", "person", "personen", "email")


@dataclass(frozen=True, slots=True)
class Spalten:
    """Where the known columns lie, counted from 0; `breite` is the number of columns of the header."""

    stellen: dict[str, int]
    breite: int


def is_list(zeile: Rasterzeile) -> bool:
    """Whether a table with this header is a list of facilities, be it with mistakes."""
    return len({column_name(cell) for cell in zeile.zellen} & set(SPALTEN)) >= KNOWN


def read_columns(zeile: Rasterzeile, datei: str) -> tuple[Spalten, tuple[Befund, ...]]:
    """The columns found, and what is to be said about the header."""
    names = [column_name(cell) for cell in zeile.zellen]
    stellen = {name: names.index(name) for name in SPALTEN if name in names}
    found = (*_missing(zeile, names, datei), *_doubled(zeile, names, datei), *_unknown(zeile, names, datei))
    return Spalten(stellen, len(names)), found


def is_about_persons(heading: str) -> bool:
    """Whether a heading promises personal data."""
    words = normalised(heading)
    joined = words.replace(" ", "")
    return any(part in joined for part in PERSONENBEZOGEN) or not set(words.split()).isdisjoint(PERSONENBEZOGEN_GANZ)


def _missing(zeile: Rasterzeile, names: list[str], datei: str) -> Iterator[Befund]:
    others = [name for name in names if name not in SPALTEN]
    for name in PFLICHT:
        if name not in names:
            text = f"Die Spalte „{name}“ fehlt.{meant(name, others)} Erwartet werden: {', '.join(PFLICHT)}."
            yield Befund("spalte_fehlt", text, datei=datei, zeile=zeile.nummer, spalte=name)


def _doubled(zeile: Rasterzeile, names: list[str], datei: str) -> Iterator[Befund]:
    for name in SPALTEN:
        if names.count(name) > 1:
            text = f"Die Spalte „{name}“ gibt es {names.count(name)}-mal. Bitte nur eine behalten."
            yield Befund("spalte_doppelt", text, datei=datei, zeile=zeile.nummer, spalte=name)


def _unknown(zeile: Rasterzeile, names: list[str], datei: str) -> Iterator[Befund]:
    for cell, name in zip(zeile.zellen, names, strict=True):
        if not name or name in SPALTEN:
            continue
        if is_about_persons(cell):
            text = (
                f"Die Spalte „{cell}“ sieht nach Angaben zu Personen aus; die werden für die Planung nicht gebraucht. "
                "Bitte die Spalte löschen und die Datei neu speichern."
            )
            yield Befund("spalte_personenbezogen", text, datei=datei, zeile=zeile.nummer, spalte=cell)
        else:
            text = f"Die Spalte „{cell}“ wird nicht gelesen."
            yield Befund("spalte_unbekannt", text, Schwere.HINWEIS, datei, zeile.nummer, cell)
