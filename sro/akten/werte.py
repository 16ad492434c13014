"""The value of a field as a person reads it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sro.akten.bestand import RECORDS, Bestand
from sro.model.akte import Inhalt
from sro.model.aktenart import art_of
from sro.model.feld import Feld, Form, felder
from sro.model.gebiet import GebietKey, Stadt
from sro.model.quartier import QUARTIER
from sro.reference.vokabular import words

TITLE_LENGTH = 60
EMPTY = (None, "", ())
FREE = (Form.ZEILE, Form.TEXT)  # what people write themselves


def value_text(feld: Feld, wert: Any, bestand: Bestand, stadt: Stadt) -> str:
    """ "31.12.2024", "ja", "Sport, Wege", "BN-3 Ein Treffpunkt": as it stands in histories; "" where it is empty."""
    if wert in EMPTY:
        return ""
    match feld.form:
        case Form.MEHRFACH:
            return ", ".join(word_text(feld, one, bestand) for one in wert)
        case Form.AUSWAHL:
            return word_text(feld, wert, bestand)
        case Form.RAUM:
            return raum_text(wert, stadt)
        case Form.RAEUME:
            return ", ".join(raum_text(one, stadt) for one in wert)
        case _:
            return _plain(wert)


def word_text(feld: Feld, wort: str, bestand: Bestand) -> str:
    """One word that a field may take: its name, or id and title of the record; the id where nobody knows it."""
    if feld.vokabular in RECORDS:
        return f"{wort} {short(title_text(bestand.akte(wort).inhalt, bestand))}" if wort in bestand else wort
    return words(feld.vokabular).get(wort, wort) if feld.vokabular else str(wort)


def title_text(inhalt: Inhalt, bestand: Bestand) -> str:
    """What stands for a record among its like, in words: its title field, else the first text that it has."""
    fields = felder(type(inhalt))
    named = sorted(fields, key=lambda feld: feld.name != art_of(type(inhalt)).titelfeld)
    first, *rest = (feld for feld in named if feld.form in (*FREE, Form.AUSWAHL))
    texts = (getattr(inhalt, feld.name) for feld in rest if feld.form in FREE)
    value = getattr(inhalt, first.name)
    found = word_text(first, value, bestand) if value and first.form is Form.AUSWAHL else value
    return found or next((text for text in texts if text), "")


def raum_text(key: GebietKey, stadt: Stadt) -> str:
    """ "Moisling (Stadtteil)": names repeat between levels."""
    levels = {ebene.id: ebene.name for ebene in stadt.ebenen} | {QUARTIER: "Quartier"}
    return f"{stadt.raum_name(key)} ({levels.get(key.ebene, key.ebene)})"


def raeume(stadt: Stadt) -> tuple[GebietKey, ...]:
    """Every area that a record can be about, in the order in which they are offered: Quartiere, then level by level."""
    quartiere = (GebietKey(QUARTIER, one.id) for one in stadt.quartiere)
    return (*quartiere, *(gebiet.key for gebiet in stadt.gebiete))


def short(text: str, longest: int = TITLE_LENGTH) -> str:
    """On one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _plain(wert: Any) -> str:
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, dt.date):
        return f"{wert:%d.%m.%Y}"
    if isinstance(wert, int):
        return f"{wert:,}".replace(",", ".")
    return str(wert).replace(".", ",") if isinstance(wert, float) else str(wert)
