"""Finds the indicators of the catalogue that a column's name stands for; only what says the same words counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sro.model.gebiet import normalised
from sro.model.indikator import Indikator, Katalog

RATE = re.compile(r"(?i)%|anteil|quote|dichte|durchschnitt|\bje\b|\bpro\b|prozent|promille|°")
_GENDERED = re.compile(r"(?i)[:*_/-]+innen\b|innen und \w+|/-?in\b")
_FILLERS = frozenset({"anzahl", "der", "die", "das", "von", "bis", "am", "im", "in", "und", "insgesamt", "zahl"})
_SAME = {"bevoelkerung": "einwohner", "einwohnerinnen": "einwohner", "jahre": "jahr", "jahren": "jahr", "personen": ""}
_ROLES = {"zaehler": "zaehler", "nenner": "nenner", "basis": "nenner"}


class Spaltenrolle(StrEnum):
    """What a column is for."""

    GEBIET = "gebiet"
    ZEIT = "zeit"
    WERT = "wert"
    UNBENUTZT = "unbenutzt"


class Seite(StrEnum):
    """Which of the two numbers of an indicator a column holds."""

    ZAEHLER = "zaehler"
    NENNER = "nenner"


@dataclass(frozen=True, slots=True)
class Verwendung:
    """A column taken as one side of an indicator; the same column can serve several."""

    indikator: str
    seite: Seite


@dataclass(frozen=True, slots=True)
class Treffer:
    """What a name may stand for; `sicher` is False where it names the indicator and could as well hold its rate."""

    verwendungen: tuple[Verwendung, ...]
    sicher: bool = True


def match(name: str, katalog: Katalog) -> Treffer:
    """Uses of a column with this name, none where it is called a rate or like nothing in the catalogue."""
    parts = [part for part in (name, *name.split(" / ")) if part]
    for part in parts:
        direct = _by_role(part, katalog)
        if direct:
            return Treffer((direct,))
    if RATE.search(name):
        return Treffer(())
    keys = {key for part in parts if (key := _key(part))}
    counted = {merkmal.id for merkmal in katalog.merkmale if keys & {_key(merkmal.name), _key(merkmal.id)}}
    if counted:
        return Treffer(tuple(_uses(counted, katalog)))
    called = [one for one in katalog.indikatoren if keys & _keys(one)]
    return Treffer(tuple(Verwendung(one.id, Seite.ZAEHLER) for one in called), sicher=False)


def _by_role(name: str, katalog: Katalog) -> Verwendung | None:
    """ "unter_21 Nenner": an indicator with the side beside it."""
    words = normalised(name).split()
    roles = [_ROLES[word] for word in words if word in _ROLES]
    rest = _key(" ".join(word for word in words if word not in _ROLES))
    if len(roles) != 1 or not rest:
        return None
    found = [one.id for one in katalog.indikatoren if rest in _keys(one)]
    return Verwendung(found[0], Seite(roles[0])) if len(found) == 1 else None


def _uses(counted: set[str], katalog: Katalog) -> list[Verwendung]:
    found = []
    for one in katalog.indikatoren:
        if one.zaehler in counted:
            found.append(Verwendung(one.id, Seite.ZAEHLER))
        if one.nenner in counted:
            found.append(Verwendung(one.id, Seite.NENNER))
    return found


def _keys(indikator: Indikator) -> set[frozenset[str]]:
    texts = (indikator.id, indikator.name, indikator.kurzname, indikator.code)
    return {key for text in texts if (key := _key(text))}


def _key(name: str) -> frozenset[str]:
    """The words that a name consists of, without gender, order and what says nothing."""
    words = normalised(_GENDERED.sub("", name)).split()
    said = frozenset(_SAME.get(word, word) for word in words if word not in _FILLERS)
    return (said - {""}) or frozenset(words)
