"""The value of a field as a cell of a workbook, and which words such a cell may hold."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from sro.akten.bestand import RECORDS
from sro.akten.werte import EMPTY, raeume, raum_text
from sro.model.feld import Feld, Form
from sro.model.gebiet import GebietKey, Stadt
from sro.reference.vokabular import words

TRENNER = "|"  # between several words of one cell; names hold commas
JA, NEIN = "ja", "nein"
Zellwert = str | int | float | dt.date | None


def cell_value(feld: Feld, wert: Any, stadt: Stadt) -> Zellwert:
    """Dates and numbers as such, everything else as text; None where the field is empty."""
    if wert in EMPTY and wert is not False:
        return None
    match feld.form:
        case Form.JA_NEIN:
            return JA if wert else NEIN
        case Form.MEHRFACH:
            return f" {TRENNER} ".join(_word(feld, one) for one in wert)
        case Form.AUSWAHL:
            return _word(feld, wert)
        case Form.RAUM:
            return raum_text(wert, stadt)
        case Form.RAEUME:
            return f" {TRENNER} ".join(raum_text(one, stadt) for one in wert)
        case _:
            found: Zellwert = wert
            return found


def allowed(feld: Feld) -> dict[str, str]:
    """Id → what a cell says for it; empty for fields of records, areas and free text."""
    if feld.worte:
        return {wort.value: wort.value for wort in feld.worte}
    if feld.vokabular is None or feld.vokabular in RECORDS:
        return {}
    found = words(feld.vokabular)
    names = list(found.values())
    return {key: name if names.count(name) == 1 and TRENNER not in name else key for key, name in found.items()}


@lru_cache(maxsize=4)
def raum_words(stadt: Stadt) -> dict[GebietKey, str]:
    """What a cell says for each area."""
    return {key: raum_text(key, stadt) for key in raeume(stadt)}


def _word(feld: Feld, wort: str) -> str:
    return allowed(feld).get(wort, str(wort))
