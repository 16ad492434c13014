"""A list of facilities, with what could be understood of each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sro.intake.einrichtungen import angaben
from sro.intake.einrichtungen.tabelle import Rohzeile, Tabelle
from sro.model.befund import Befund, Schwere
from sro.model.einrichtung import Einrichtung, Einrichtungsart, Ort, Traegerart
from sro.model.gebiet import Gebiet, Stadt

SYNTHETISCH = "synthetisch"


@dataclass(frozen=True, slots=True)
class Zeile:
    """One row; what is None was not understood or is empty, and an area that is not known is None in `gebiete`."""

    datei: str
    roh: Rohzeile
    art: Einrichtungsart | None
    traegerart: Traegerart | None
    gebiete: dict[str, Gebiet | None]
    plaetze: int | None
    ort: Ort | None

    def __getitem__(self, spalte: str) -> str:
        """The text of a column."""
        return self.roh.texte[spalte]

    @property
    def synthetisch(self) -> bool:
        return self["herkunft"].casefold() == SYNTHETISCH

    def befund(
        self, code: str, spalte: str, text: str, schwere: Schwere = Schwere.FEHLER, *, quoted: bool = True
    ) -> Befund:
        """A finding about one cell; `quoted` says whether it may repeat what stands there."""
        return Befund(code, text, schwere, self.datei, self.roh.nummer, spalte, self[spalte] if quoted else None)


@dataclass(frozen=True, slots=True)
class Liste:
    """All rows of a file, with the city that they are read against."""

    zeilen: tuple[Zeile, ...]
    stadt: Stadt

    def filled(self, spalte: str) -> Iterator[Zeile]:
        """The rows that say anything in this column."""
        return (zeile for zeile in self.zeilen if zeile[spalte])


def understand(tabelle: Tabelle, stadt: Stadt) -> Liste:
    """Reads words, areas and numbers of all rows; what is not understood stays None for the checks to tell."""
    return Liste(tuple(_line(tabelle.name, roh, stadt) for roh in tabelle.zeilen), stadt)


def facility(zeile: Zeile) -> Einrichtung:
    """What a row says. ValueError where it was not understood, so only after the checks."""
    gebiete = tuple(area.key for area in zeile.gebiete.values() if area)
    if zeile.art is None or zeile.traegerart is None or not gebiete:
        raise ValueError(f"Zeile {zeile.roh.nummer} ist nicht geprüft")
    return Einrichtung(
        id=zeile["id"],
        name=zeile["name"],
        art=zeile.art,
        traeger=zeile["traeger"],
        traegerart=zeile.traegerart,
        gebiete=tuple(dict.fromkeys(gebiete)),
        synthetisch=zeile.synthetisch,
        ort=zeile.ort,
        plaetze=zeile.plaetze,
        hinweis=zeile["hinweis"],
    )


def _line(datei: str, roh: Rohzeile, stadt: Stadt) -> Zeile:
    texte = roh.texte
    return Zeile(
        datei=datei,
        roh=roh,
        art=angaben.kind(texte["art"]),
        traegerart=angaben.provider_kind(texte["traegerart"]),
        gebiete={text: angaben.area(text, stadt) for text in angaben.area_texts(texte["gebiet"])},
        plaetze=angaben.places(texte["plaetze"]),
        ort=angaben.point(texte["lon"], texte["lat"]),
    )
