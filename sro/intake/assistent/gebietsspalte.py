"""Finds the column that names areas, and the level they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sro.intake.assistent.zeichen import is_numeric
from sro.model.gebiet import Gebiet, Stadt

ENOUGH = 0.5  # of the cells must be areas of one level
NEARLY_ALL = 0.9
HEADER = re.compile(
    r"(?i)gebiete?\b|gebiets?(?:name|nummer|nr|id)|stadtteil|ortsteil|bezirk|quartier|viertel|stadtgebiet|raum"
)
NUMBER = re.compile(r"(?i)nr\b|nummer|\bid\b|_id\b|kennziffer|schlüssel|schluessel|ags")
TOTAL = re.compile(r"(?i)\b(?:ins(?:\s?gesamt|g\.)|gesamt|summe|zusammen|total)\b|Ø")


@dataclass(frozen=True, slots=True)
class Gebietsspalte:
    """A column of areas of one level. `fremd` are its texts that stand for no area of it, totals among them."""

    stelle: int
    ebene: str
    anteil: float
    anzahl: int = 0  # different areas
    fremd: tuple[str, ...] = ()
    ebenen: tuple[str, ...] = ()  # every level that fits equally well


def find_area(stadt: Stadt, ebene: str, text: str) -> Gebiet | None:
    """The area that a text stands for: id, name, alias, "04 Name", also "4" for the only area with the id "04"."""
    found = stadt.find(ebene, text)
    if found or not (text.isascii() and text.isdecimal()):
        return found
    same = [area for area in stadt.of_level(ebene) if area.id.isdecimal() and int(area.id) == int(text)]
    return same[0] if len(same) == 1 else None


def find_area_column(columns: Sequence[tuple[str, Sequence[str]]], stadt: Stadt) -> Gebietsspalte | None:
    """The best of the columns, each as (name, texts of its cells); None where nothing looks like areas.

    A column that says the same in every row ("Kiel") names the city that the table is about, not its areas.
    """
    tried = [
        found
        for place, (name, texts) in enumerate(columns)
        if (found := _best_level(place, name, list(dict.fromkeys(text for text in texts if text)), stadt))
    ]
    return max(tried, key=lambda one: _rank(one, columns, stadt), default=None) or _by_header(columns, stadt)


def _rank(one: Gebietsspalte, columns: Sequence[tuple[str, Sequence[str]]], stadt: Stadt) -> tuple[float, ...]:
    """Names before numbers, which another office may have given to other areas; then the finer level."""
    named = not all(is_numeric(text) for text in columns[one.stelle][1] if text)
    return (one.anzahl > 1, one.anteil >= NEARLY_ALL, named, stadt.ebene(one.ebene).rang, one.anteil, -one.stelle)


def is_total(text: str) -> bool:
    return TOTAL.search(text) is not None


def _best_level(place: int, name: str, texts: list[str], stadt: Stadt) -> Gebietsspalte | None:
    if not texts or (all(map(is_numeric, texts)) and not (HEADER.search(name) or NUMBER.search(name))):
        return None  # numbers are areas only where the header says so
    tried = [_level(place, ebene.id, texts, stadt) for ebene in stadt.ebenen]
    best = max((one.anteil for one in tried), default=0.0)
    if best < ENOUGH:
        return None
    equal = [one for one in tried if one.anteil == best]
    named = [one for one in equal if _says(name, stadt, one.ebene)]
    chosen = (named or sorted(equal, key=lambda one: _missing(one.ebene, texts, stadt)))[0]
    levels = (chosen.ebene,) if named else tuple(one.ebene for one in equal)
    return replace(chosen, ebenen=levels)


def _level(place: int, ebene: str, texts: list[str], stadt: Stadt) -> Gebietsspalte:
    strange = tuple(text for text in texts if find_area(stadt, ebene, text) is None)
    return Gebietsspalte(place, ebene, 1 - len(strange) / len(texts), len(texts) - len(strange), strange)


def _missing(ebene: str, texts: list[str], stadt: Stadt) -> int:
    """Areas of the level that the column lacks."""
    return len({area.id for area in stadt.of_level(ebene)} - {a.id for t in texts if (a := find_area(stadt, ebene, t))})


def _says(name: str, stadt: Stadt, ebene: str) -> bool:
    words = re.split(r"[\W\d_]+", name.casefold())
    known = stadt.ebene(ebene)
    return any(word and word.startswith(text.casefold()) for word in words for text in {known.name, known.plural})


def _by_header(columns: Sequence[tuple[str, Sequence[str]]], stadt: Stadt) -> Gebietsspalte | None:
    """A column that is called like areas though the city knows none of them: another city, or other spellings."""
    for place, (name, texts) in enumerate(columns):
        words = list(dict.fromkeys(text for text in texts if text))
        if HEADER.search(name) and words and not all(map(is_numeric, words)):
            named = [ebene.id for ebene in stadt.ebenen if _says(name, stadt, ebene.id)]
            levels = tuple(named or (ebene.id for ebene in stadt.ebenen))
            return Gebietsspalte(place, levels[0], 0.0, 0, tuple(words), levels)
    return None
