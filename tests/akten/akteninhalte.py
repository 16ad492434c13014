"""Any content that the description of its fields allows, for properties that hold of every kind of record."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as some

from sro.akten.bestand import RECORDS
from sro.akten.werte import raeume
from sro.model.akte import Freigabe, Inhalt
from sro.model.aktenart import AKTENARTEN
from sro.model.feld import Feld, Form, felder
from sro.reference.city import city
from sro.reference.vokabular import words

T = TypeVar("T", bound=Inhalt)
# What the store keeps as it is; what it takes out (NUL) is tried in tests/store/test_feindlich.py.
TEXT = some.text(some.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
KLASSEN = [art.klasse for art in AKTENARTEN]
HOSTILE = (
    "<img src=x onerror=window.getroffen=1>",
    "[x](javascript:window.getroffen=1)",
    '=HYPERLINK("http://x")',
    "$x$ und $$y$$",
    ":red[x] :material/home: :smile:",
    "**fett** _kursiv_ `code` ~~weg~~ # h | a --> b",
)


@cache  # making a strategy takes longer than drawing from it
def inhalte(klasse: type[T], texte: some.SearchStrategy[str] = TEXT) -> some.SearchStrategy[T]:
    """Contents of one class; words are those that exist, records that are pointed to need not."""
    empty = klasse()
    fields = {feld.name: _values(feld, getattr(empty, feld.name), texte) for feld in felder(klasse)}
    return some.builds(klasse, **fields, synthetisch=some.booleans())


def _values(feld: Feld, leer: Any, texte: some.SearchStrategy[str]) -> some.SearchStrategy[Any]:
    match feld.form:
        case Form.ZEILE | Form.TEXT:
            return texte
        case Form.ZAHL:
            return some.none() | some.integers(0, 1_000_000)
        case Form.KOMMAZAHL:
            return some.none() | some.floats(-180, 180, allow_nan=False)
        case Form.DATUM:
            return some.none() | some.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))
        case Form.JA_NEIN:
            return some.booleans()
    one = some.sampled_from(_options(feld))
    if feld.form in (Form.MEHRFACH, Form.RAEUME):
        return some.lists(one, max_size=3, unique=True).map(tuple)
    return one | some.just(leer)


def _options(feld: Feld) -> list[Any]:
    if feld.form in (Form.RAUM, Form.RAEUME):
        return list(raeume(city()))
    if feld.vokabular in RECORDS:
        letters = next(art.kuerzel for art in AKTENARTEN if art.vokabular is feld.vokabular)
        return [f"{letters}-{n}" for n in range(1, 8)]
    return list(words(feld.vokabular)) if feld.vokabular else list(feld.worte)


def freigaben() -> some.SearchStrategy[Freigabe]:
    return some.sampled_from(list(Freigabe))
