"""Where somebody reads in the Methodik, and its form in the address. Pure, like auswahl.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.web.auswahl import Reader

LONGEST_SEARCH = 60


class Abschnitt(StrEnum):
    """The sections, in the order in which they are offered."""

    INDIKATOREN = "indikatoren"
    STATISTIK = "statistik"
    GEHEIMHALTUNG = "geheimhaltung"
    ZEICHEN = "zeichen"
    GEBIETE = "gebiete"
    REIHENBRUECHE = "reihenbrueche"
    DATENSTAENDE = "datenstaende"
    OFFENE_DATEN = "offene-daten"
    BARRIEREFREIHEIT = "barrierefreiheit"
    DATENSCHUTZ = "datenschutz"
    IMPRESSUM = "impressum"


@dataclass(frozen=True, slots=True)
class Lesestelle:
    """`thema`, `suche` and `indikator` matter in the section of indicators alone, `ebene` in that of areas."""

    abschnitt: Abschnitt = Abschnitt.INDIKATOREN
    thema: str | None = None
    suche: str = ""
    indikator: str | None = None  # whose sheet is open
    ebene: str | None = None


def encode(stelle: Lesestelle) -> dict[str, str]:
    """The place as query parameters: those that its section shows. The section is named by an open sheet alone."""
    if stelle.abschnitt is Abschnitt.GEBIETE and stelle.ebene:
        return {"abschnitt": stelle.abschnitt, "ebene": stelle.ebene}
    if stelle.abschnitt is not Abschnitt.INDIKATOREN:
        return {"abschnitt": stelle.abschnitt}
    if stelle.indikator:
        return {"indikator": stelle.indikator}
    narrowed = {"thema": stelle.thema, "suche": stelle.suche}
    return {"abschnitt": stelle.abschnitt} | {name: value for name, value in narrowed.items() if value}


def decode(
    params: Mapping[str, str], katalog: Katalog, stadt: Stadt, abschnitte: Collection[Abschnitt] = tuple(Abschnitt)
) -> tuple[Lesestelle, tuple[str, ...]]:
    """The place that an address asks for, and a notice for each parameter that had to be replaced.

    `abschnitte` are those that there are.
    """
    reader = Reader(params)
    abschnitt = reader.one_of("abschnitt", abschnitte, None)
    stelle = Lesestelle(
        abschnitt=Abschnitt(abschnitt or Abschnitt.INDIKATOREN),
        thema=reader.one_of("thema", katalog.themen, None),
        suche=reader.text("suche", LONGEST_SEARCH),
        indikator=reader.one_of("indikator", katalog, None),
        ebene=reader.one_of("ebene", {ebene.id for ebene in stadt.ebenen}, None),
    )
    return stelle, tuple(reader.notices)
