"""A small city and a small catalogue to try deliveries on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from sro.intake.lieferung import Lieferung, understand
from sro.intake.pruefung import check_all
from sro.intake.tabelle import read_table
from sro.model.befund import Befund
from sro.model.buendelung import Buendelung
from sro.model.gebiet import Ebene, Gebiet, GebietKey, Stadt
from sro.model.indikator import Anteilsart, Indikator, Katalog, Merkmal, Polaritaet

HEUTE = dt.date(2025, 6, 30)
KOPF = "indikator_id;ebene;gebiet_id;zeit;zaehler;nenner"
ALLE = ("stadt", "stadtteil", "stadtbezirk")

STADT = Stadt(
    id="kleinstadt",
    name="Kleinstadt",
    ebenen=(
        Ebene("stadt", "Stadt", "Stadt", 0),
        Ebene("stadtteil", "Stadtteil", "Stadtteile", 1),
        Ebene("stadtbezirk", "Stadtbezirk", "Stadtbezirke", 2),
    ),
    gebiete=(
        Gebiet("stadt", "00", "Kleinstadt"),
        Gebiet("stadtteil", "01", "Altstadt", ("Zentrum",), GebietKey("stadt", "00")),
        Gebiet("stadtteil", "02", "Neustadt", (), GebietKey("stadt", "00")),
        Gebiet("stadtbezirk", "01", "Altstadt", (), GebietKey("stadtteil", "01")),
        Gebiet("stadtbezirk", "02", "Bahnhof", (), GebietKey("stadtteil", "02")),
        Gebiet("stadtbezirk", "03", "Hafen", (), GebietKey("stadtteil", "02")),
    ),
)


def _indikator(
    kennung: str, zaehler: str, nenner: str, art: Anteilsart, stichtag: str = "31.12.", ebenen: tuple[str, ...] = ALLE
) -> Indikator:
    return Indikator(
        id=kennung,
        code=kennung[:2].upper(),
        name=f"Indikator {kennung}",
        kurzname=kennung.capitalize(),
        thema="Thema",
        zaehler=zaehler,
        nenner=nenner,
        einheit="%",
        faktor=100.0,
        nachkommastellen=1,
        art=art,
        polaritaet=Polaritaet.AMBIVALENT,
        quelle="Melderegister",
        stichtag=stichtag,
        ebenen=ebenen,
        schwelle=5,
        mindestnenner=20,
        gruppenschutz=False,
        definition="",
        lesehinweis="",
        einschraenkungen=(),
        paragraf="",
    )


KATALOG = Katalog(
    indikatoren=(
        _indikator("kinderanteil", "kinder", "einwohner", Anteilsart.ANTEIL),
        _indikator("hilfen", "hilfen", "kinder", Anteilsart.DICHTE, "Kalenderjahr", ("stadt", "stadtteil")),
        _indikator("ambulant", "ambulant", "kinder", Anteilsart.DICHTE, "Kalenderjahr", ("stadt", "stadtteil")),
        _indikator("stationaer", "stationaer", "kinder", Anteilsart.DICHTE, "Kalenderjahr", ("stadt", "stadtteil")),
        _indikator("saldo", "saldo", "kinder", Anteilsart.SALDO, "Kalenderjahr"),
        _indikator("personal", "vzae", "kinder", Anteilsart.VERHAELTNIS),
        _indikator("sprache", "foerderbedarf", "untersuchte", Anteilsart.ANTEIL, "Schuljahr"),
        replace(
            _indikator("krisen", "krisen", "kinder", Anteilsart.DICHTE, "Kalenderjahr", ("stadt",)),
            stadtweit_gebuendelt=Buendelung(2, 2024, ("stadtteil",)),
        ),
    ),
    merkmale=(
        Merkmal("einwohner", "Einwohner:innen", 3),
        Merkmal("kinder", "Kinder", 3),
        Merkmal("hilfen", "Hilfen", 5, summe_aus=("ambulant", "stationaer")),
        Merkmal("ambulant", "Ambulante Hilfen", 5),
        Merkmal("stationaer", "Stationäre Hilfen", 5),
        Merkmal("saldo", "Wanderungssaldo", 5, negativ_moeglich=True),
        Merkmal("vzae", "Vollzeitäquivalente", None, ganzzahlig=False),
        Merkmal("foerderbedarf", "Kinder mit Förderbedarf", 10),
        Merkmal("untersuchte", "Untersuchte Kinder", 3),
        Merkmal("krisen", "Krisen", 5),
    ),
)

Stelle = tuple[str, int | None, str | None, str | None]


def deliver(folder: Path, *rows: str, kopf: str = KOPF, name: str = "tabelle.csv") -> Lieferung:
    """A delivery of one CSV file with these rows; the first has the number 2."""
    file = folder / name
    file.write_text("\n".join((kopf, *rows)), encoding="utf-8")
    return understand([read_table(file)], KATALOG, STADT, HEUTE)


def places(befunde: tuple[Befund, ...]) -> list[Stelle]:
    """Code, row, column and value of each finding."""
    return [(befund.code, befund.zeile, befund.spalte, befund.wert) for befund in befunde]


def findings(folder: Path, *rows: str, kopf: str = KOPF) -> list[Stelle]:
    """What all checks together say about one CSV file with these rows."""
    return places(check_all(deliver(folder, *rows, kopf=kopf)))
