"""What a cell says for a field of a record. What is not understood is a sentence with the remedy, never a guess."""

from __future__ import annotations

import datetime as dt
import re
from math import isclose
from typing import Any

from sro.akten.bestand import RECORDS
from sro.akten.zelltext import JA, NEIN, TRENNER, Zellwert, allowed, cell_value, raum_words
from sro.intake.raster import INVISIBLE
from sro.intake.sprache import listed, meant
from sro.intake.zahl import Zahlfehler, read_number
from sro.intake.zelle import text as typed
from sro.model.feld import Feld, Form
from sro.model.gebiet import GebietKey, Stadt, normalised

YES, NO = (JA, "wahr", "x", "1", "true"), (NEIN, "falsch", "0", "false", "")
DAYS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y")
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")  # how a workbook writes signs that XML cannot hold
_CONTROL = dict.fromkeys([sign for sign in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF) if chr(sign) != "\n"])
RETURN = "_x000D_"  # stands before the end of a line in some workbooks


class Unverstanden(ValueError):
    """The message is a German sentence with the remedy."""


def read_cell(feld: Feld, text: str, leer: Any, stadt: Stadt) -> Any:
    """The value that a text stands for; Unverstanden where it stands for none. An empty cell is `leer`."""
    if not text:
        return leer
    match feld.form:
        case Form.ZAHL:
            return _whole(feld, text)
        case Form.KOMMAZAHL:
            return _number(feld, text)
        case Form.DATUM:
            return _day(feld, text)
        case Form.JA_NEIN:
            return _yes(feld, text)
        case Form.RAUM:
            return _raum(feld, text, stadt)
        case Form.RAEUME:
            return tuple(dict.fromkeys(_raum(feld, part, stadt) for part in _parts(text)))
        case Form.AUSWAHL:
            return _word(feld, text)
        case Form.MEHRFACH:
            return tuple(dict.fromkeys(_word(feld, part) for part in _parts(text)))
        case _:
            return text.replace(RETURN, "")


def unchanged(feld: Feld, text: str, wert: Any, stadt: Stadt) -> bool:
    """Whether a cell says what was written out for a value, be it not to the last digit or invisible sign."""
    cell = cell_value(feld, wert, stadt)
    if isinstance(cell, float):
        number = read_number(text)
        return isinstance(number, float) and isclose(number, cell, rel_tol=1e-12, abs_tol=1e-12)
    return _comparable(text) == _comparable(cell)


def _comparable(cell: Zellwert) -> str:
    """A cell without what a workbook, a spreadsheet or this reader changes on the way."""
    return _ESCAPED.sub("", typed(cell)).translate(INVISIBLE).translate(_CONTROL).strip()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(TRENNER) if part.strip()]


def _whole(feld: Feld, text: str) -> int:
    number = _number(feld, text)
    if not number.is_integer():
        raise Unverstanden(f"„{feld.titel}“ ist „{text}“; bitte eine ganze Zahl angeben oder die Zelle leeren.")
    return int(number)


def _number(feld: Feld, text: str) -> float:
    number = read_number(text)
    if isinstance(number, Zahlfehler):
        raise Unverstanden(f"„{feld.titel}“ ist „{text}“; bitte eine Zahl angeben oder die Zelle leeren.")
    return number


def _day(feld: Feld, text: str) -> dt.date:
    for form in DAYS:
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise Unverstanden(f"„{feld.titel}“ ist „{text}“; bitte als Datum schreiben, zum Beispiel 31.12.2024.")


def _yes(feld: Feld, text: str) -> bool:
    if text.casefold() not in (*YES, *NO):
        raise Unverstanden(f"„{feld.titel}“ ist „{text}“; bitte „{JA}“ oder „{NEIN}“ schreiben.")
    return text.casefold() in YES


def _word(feld: Feld, text: str) -> Any:
    """The word by its name or id; of a record its id, which the checks look up."""
    if feld.vokabular in RECORDS:
        return text.split()[0].upper()
    offered = allowed(feld)
    found = [key for key, name in offered.items() if text == key or normalised(name) == normalised(text)]
    if len(found) != 1:
        near = meant(text, offered.values())
        raise Unverstanden(f"„{feld.titel}“: „{text}“ gibt es nicht.{near} Möglich: {listed(list(offered.values()))}.")
    return next((wort for wort in feld.worte if wort.value == found[0]), found[0])


def _raum(feld: Feld, text: str, stadt: Stadt) -> GebietKey:
    """ "Moisling (Stadtteil)", or a name that only one area has."""
    offered = raum_words(stadt)
    exact = [key for key, name in offered.items() if normalised(name) == normalised(text)]
    same = exact or [key for key in offered if normalised(stadt.raum_name(key)) == normalised(text)]
    if len(same) > 1:
        ways = " oder ".join(f"„{offered[key]}“" for key in same)
        raise Unverstanden(f"„{feld.titel}“: „{text}“ gibt es mehrmals; bitte {ways} schreiben.")
    if not same:
        near = meant(text, [*offered.values(), *(stadt.raum_name(key) for key in offered)])
        raise Unverstanden(f"„{feld.titel}“: Einen Raum „{text}“ gibt es nicht.{near} Bitte wie im Codebuch schreiben.")
    return same[0]
