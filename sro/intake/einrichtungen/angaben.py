"""What the cells of a list of facilities mean; None where a cell is not understood."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeVar

from sro.intake.zahl import Zahlfehler, read_number
from sro.model.einrichtung import Einrichtungsart, Ort, Traegerart
from sro.model.gebiet import Gebiet, Stadt, normalised

Wort = TypeVar("Wort", bound=StrEnum)
TRENNZEICHEN = "|"  # between areas; names of areas hold slashes and may hold commas
_DEGREES = re.compile(r"-?\d{1,3}(?:[.,]\d+)?")

# What planners write besides the words themselves.
ARTEN = {
    Einrichtungsart.KITA: ("Kita", "Kindertagesstätte", "Kindergarten", "Krippe", "Hort"),
    Einrichtungsart.WEITERFUEHRENDE_SCHULE: ("Gemeinschaftsschule", "Gymnasium", "Stadtteilschule"),
    Einrichtungsart.BERUFLICHE_SCHULE: ("Berufsschule",),
    Einrichtungsart.OKJA: ("OKJA", "Jugendtreff", "Jugendzentrum", "Jugendhaus", "Offene Jugendarbeit"),
    Einrichtungsart.JUGENDSOZIALARBEIT: ("Jugendberufshilfe",),
    Einrichtungsart.BERATUNGSSTELLE: ("Beratung", "Erziehungsberatung"),
    Einrichtungsart.HZE: ("HzE",),
    Einrichtungsart.TREFFPUNKT: ("Nachbarschaftstreff", "Stadtteilhaus", "Treffpunkt"),
    Einrichtungsart.SPIELPLATZ: ("Bolzplatz",),
}
TRAEGERARTEN = {
    Traegerart.OEFFENTLICH: ("öffentlicher Träger", "städtisch", "kommunal"),
    Traegerart.FREI: ("freier Träger", "frei gemeinnützig", "freigemeinnützig", "privat"),
}


def kind(text: str) -> Einrichtungsart | None:
    return _word(text, Einrichtungsart, ARTEN)


def provider_kind(text: str) -> Traegerart | None:
    return _word(text, Traegerart, TRAEGERARTEN)


def area_texts(text: str) -> list[str]:
    """The areas that a cell names, each once: "06 | 07" → ["06", "07"]."""
    parts = (part.strip() for part in text.split(TRENNZEICHEN))
    return list(dict.fromkeys(part for part in parts if part))


def area(text: str, stadt: Stadt) -> Gebiet | None:
    """The area of the finest level with this id or name; spreadsheets turn "04" into 4, which is understood as well."""
    ebene = stadt.ebenen[-1].id
    found = stadt.find(ebene, text)
    if found or not text.isdecimal():
        return found
    same = [one for one in stadt.of_level(ebene) if one.id.isdecimal() and int(one.id) == int(text)]
    return same[0] if len(same) == 1 else None


def places(text: str) -> int | None:
    """A whole number from 0; None for anything else, also for an empty cell."""
    number = read_number(text) if text else Zahlfehler.TEXT
    return int(number) if isinstance(number, float) and number >= 0 and number.is_integer() else None


def degrees(text: str) -> float | None:
    """10,7213 or 10.7213; a coordinate has no thousands, so neither mark is in doubt."""
    return float(text.replace(",", ".")) if _DEGREES.fullmatch(text) else None


def point(lon: str, lat: str) -> Ort | None:
    """Both or none."""
    east, north = degrees(lon), degrees(lat)
    return None if east is None or north is None else Ort(east, north)


def _word(text: str, words: type[Wort], others: dict[Wort, tuple[str, ...]]) -> Wort | None:
    wanted = normalised(text)
    for word in words:
        if wanted in {normalised(name) for name in (word.value, *others.get(word, ()))}:
            return word
    return None
