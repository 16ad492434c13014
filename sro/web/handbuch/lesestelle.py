"""Which chapter of the handbook is open, its form in the address, and which chapter belongs to which page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from sro.web.auswahl import Reader
from sro.web.merkstelle import Merkstelle

PAGE = "handbuch"
CHAPTER_OF_PAGE = {
    "profil": "ich-habe-zehn-minuten-vor-dem-ausschuss",
    "karte": "eine-zahl-finden-und-ansehen",
    "zeitreihe": "eine-zahl-finden-und-ansehen",
    "methodik": "was-heisst-das-intervall",
    "analyse": "gebiete-vergleichen",
    "daten": "eine-tabelle-kommt-vom-amt",
    "werkstaetten": "eine-werkstatt-aufnehmen-und-zurueckmelden",
    "modellprojekt": "eine-stimme-bis-zum-steuerungshebel-verfolgen",
    "leitlinien": "was-ist-aus-der-vereinbarung-geworden",
    "dialog": "einen-dialog-vorbereiten",
    "transfer": "einen-dialog-verteilen",
}


@dataclass(frozen=True, slots=True)
class Buchstelle:
    """None is the beginning."""

    kapitel: str | None = None


def encode(stelle: Buchstelle) -> dict[str, str]:
    return {"kapitel": stelle.kapitel} if stelle.kapitel else {}


def decode(params: Mapping[str, str], kapitel: Collection[str]) -> tuple[Buchstelle, tuple[str, ...]]:
    """The place that an address asks for, and a notice where there is no such chapter."""
    reader = Reader(params)
    return Buchstelle(reader.one_of("kapitel", kapitel, None)), tuple(reader.notices)


STELLE = Merkstelle[Buchstelle]("handbuch", encode)


def address(kapitel: str | None = None) -> str:
    """Of a chapter, or of the beginning."""
    return f"{PAGE}?{urlencode({'kapitel': kapitel})}" if kapitel else PAGE


def help_for(page: str) -> str:
    """The address of the chapter about a page of the app."""
    return address(CHAPTER_OF_PAGE.get(page))
