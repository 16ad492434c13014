"""The columns that every table of figures has, whatever its format: CSV, JSON, GeoJSON, GeoPackage, XLSX."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from sro.export.zeitraum import days
from sro.model.datenstand import Datenstand
from sro.model.gebiet import Gebiet
from sro.model.herausgabe import Herausgabe
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, status_of
from sro.stats.intervall import interval_of
from sro.views.quelle import SYNTHETISCH, rounded_to

Zelle = str | int | float | bool | dt.date | None
DIGITS = 6  # after the point, in all formats alike
VORLAGE = "Herausgeber, Kontakt und Lizenz sind eine Vorlage; die Stadt hat sie noch nicht bestätigt."


class Art(Enum):
    """What stands in a column."""

    TEXT = auto()
    GANZZAHL = auto()
    ZAHL = auto()
    DATUM = auto()
    JA_NEIN = auto()


@dataclass(frozen=True, slots=True)
class Spalte:
    """`name` is stable and for programs, `titel` for people."""

    name: str
    titel: str
    art: Art
    beschreibung: str


SPALTEN = (
    Spalte("indikator", "Indikator-Kennung", Art.TEXT, "Kennung des Indikators, wie in indikatoren.json"),
    Spalte("indikator_name", "Indikator", Art.TEXT, "Name des Indikators"),
    Spalte("ebene", "Ebene", Art.TEXT, "Kennung der Gebietsebene"),
    Spalte("gebiet_id", "Gebiet-Nr.", Art.TEXT, "Kennung des Gebiets, Text mit führender Null; eindeutig je Ebene"),
    Spalte("gebiet", "Gebiet", Art.TEXT, "Name des Gebiets"),
    Spalte("jahr", "Jahr", Art.GANZZAHL, "Jahr; beim Schuljahr das erste, bei gebündelten Jahren das letzte"),
    Spalte("jahre", "Jahre zusammen", Art.GANZZAHL, "wie viele Jahre der Wert zusammenfasst; meist 1"),
    Spalte("zeit", "Stichtag oder Zeitraum", Art.TEXT, "Stichtag oder Zeitraum in Worten"),
    Spalte("von", "Von", Art.DATUM, "erster Tag des Zeitraums; beim Stichtag dieser Tag"),
    Spalte("bis", "Bis", Art.DATUM, "letzter Tag des Zeitraums; beim Stichtag dieser Tag"),
    Spalte("zaehler", "Zähler", Art.ZAHL, "Zähler; bei gebündelten Jahren die Summe"),
    Spalte("nenner", "Nenner", Art.ZAHL, "Nenner; bei gebündelten Jahren die Summe"),
    Spalte("wert", "Wert", Art.ZAHL, "Zähler durch Nenner mal Faktor, in der Einheit; leer, wo es keinen Wert gibt"),
    Spalte("unten_95", "95 % unten", Art.ZAHL, "untere Grenze des 95-%-Bereichs (Wilson oder Poisson)"),
    Spalte("oben_95", "95 % oben", Art.ZAHL, "obere Grenze des 95-%-Bereichs (Wilson oder Poisson)"),
    Spalte("einheit", "Einheit", Art.TEXT, "Einheit von Wert und 95-%-Bereich"),
    Spalte("status", "Status", Art.TEXT, "ok, null (genau null), geheim, fehlt (nicht geliefert) oder nicht_sinnvoll"),
    Spalte("vorlaeufig", "vorläufig", Art.JA_NEIN, "ob der Wert vorläufig ist"),
    Spalte("revidiert", "revidiert", Art.JA_NEIN, "ob der Wert gegenüber einer früheren Lieferung geändert ist"),
    Spalte("synthetisch", "synthetisch", Art.JA_NEIN, "ob die Zahl erfunden ist (Demodaten), also keine echte Zahl"),
    Spalte("gerundet_auf", "gerundet auf", Art.GANZZAHL, "Personen sind auf Vielfache davon gerundet; leer: genau"),
    Spalte("quelle", "Quelle", Art.TEXT, "woher die Zahlen kommen"),
    Spalte("lizenz", "Lizenz", Art.TEXT, "Kennung der Lizenz"),
    Spalte("datenstand", "Datenstand", Art.GANZZAHL, "Nummer des Datenstands; sein Inhalt ändert sich nie"),
    Spalte("datenstand_vom", "Datenstand vom", Art.DATUM, "Tag, an dem der Datenstand freigegeben wurde"),
)
NAMEN = tuple(spalte.name for spalte in SPALTEN)


@dataclass(frozen=True, slots=True)
class Zeile:
    """One row: an area, a year, and what is known of it (None: not delivered)."""

    gebiet: Gebiet
    jahr: int
    beobachtung: Beobachtung | None


@dataclass(frozen=True, slots=True)
class Beigabe:
    """What goes along with figures wherever they go; `grenzen` is the note of a map's boundaries."""

    datenstand: Datenstand
    herausgabe: Herausgabe
    grenzen: str = ""

    def notes(self, indikatoren: Iterable[Indikator]) -> tuple[str, ...]:
        """Sentences that must be read: made up, rounded, not confirmed, schematic or whose boundaries."""
        synthetic = any(self.datenstand.is_synthetic(i.id) for i in indikatoren)
        rounded = rounded_to(self.datenstand)
        found = (SYNTHETISCH if synthetic else "", rounded, "" if self.herausgabe.bestaetigt else VORLAGE, self.grenzen)
        return tuple(note for note in found if note)


def cells(zeile: Zeile, indikator: Indikator, beigabe: Beigabe) -> tuple[Zelle, ...]:
    """A row in the order of SPALTEN. Only what the observation shows; a hidden value is None and `status` says why."""
    b, gebiet, datenstand = zeile.beobachtung, zeile.gebiet, beigabe.datenstand
    jahre = b.jahre if b else indikator.jahre_zusammen(gebiet.ebene)
    von, bis = days(indikator, zeile.jahr, jahre) or (None, None)
    limits = interval_of(indikator, b)
    zaehler, nenner, wert = (b.zaehler, b.nenner, b.wert) if b else (None, None, None)
    return (
        indikator.id, indikator.name, gebiet.ebene, gebiet.id, gebiet.name,
        zeile.jahr, jahre, indikator.period(zeile.jahr, jahre), von, bis,
        plain_number(zaehler), plain_number(nenner), plain_number(wert),
        plain_number(limits.unten if limits else None), plain_number(limits.oben if limits else None),
        indikator.einheit, status_of(b).value,
        bool(b and b.vorlaeufig), bool(b and b.revidiert), datenstand.is_synthetic(indikator.id),
        datenstand.rundungsbasis if b and b.gerundet else None,
        indikator.quelle, beigabe.herausgabe.lizenz.id, datenstand.id, datenstand.erstellt.date(),
    )  # fmt: skip


def record(zeile: Zeile, indikator: Indikator, beigabe: Beigabe) -> dict[str, Zelle]:
    """The same by name."""
    return dict(zip(NAMEN, cells(zeile, indikator, beigabe), strict=True))


def plain_number(value: float | None) -> float | None:
    """Whole numbers as such; the same digits in every format."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(float(value), DIGITS)
