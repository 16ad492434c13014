"""What of Holstentor-Nord is looked at, and its form in the address. Pure, like lesestelle.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from sro.auswertung.holstentor.stimmenfilter import OHNE_QUARTIER, Stimmenfilter
from sro.model.gebiet import Modellprojekt
from sro.model.stimme import Gruppe
from sro.model.stimmenworte import Stimmenworte
from sro.reference.city import city
from sro.web.auswahl import Reader

OHNE_PROJEKT = "modellprojekt"
GRUPPE = {gruppe.name.lower(): gruppe for gruppe in Gruppe}


class Teil(StrEnum):
    """The parts of the page, in the order in which they are offered."""

    PERSPEKTIVEN = "perspektiven"
    BEDARFE = "bedarfe"
    KETTE = "kette"
    RAUM = "raum"
    BEARBEITEN = "bearbeiten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holstentorwahl(Stimmenfilter):
    """The filter holds for every part; `element` is a record of the chain and matters in that part alone."""

    teil: Teil = Teil.PERSPEKTIVEN
    element: str | None = None


def encode(wahl: Holstentorwahl) -> dict[str, str]:
    """The choice as query parameters; what is not chosen stays out, the part stays in."""
    said = {
        "teil": wahl.teil.value,
        "gruppe": wahl.gruppe.name.lower() if wahl.gruppe else None,
        "quartier": wahl.quartier,
        "thema": wahl.thema,
        "element": wahl.element if wahl.teil is Teil.KETTE else None,
    }
    return {name: value for name, value in said.items() if value is not None}


def decode(
    params: Mapping[str, str], projekt: Modellprojekt, worte: Stimmenworte, elemente: Collection[str]
) -> tuple[Holstentorwahl, tuple[str, ...]]:
    """What an address asks for, and a notice for each parameter that had to be replaced.

    `elemente` are the records that this role may read: one that it may not read is like one that there is not. An
    address that names an element alone means the chain.
    """
    reader = Reader(params)
    asked = reader.one_of("element", elemente, None)
    teil = Teil(reader.one_of("teil", set(Teil), None) or (Teil.KETTE if asked else Teil.PERSPEKTIVEN))
    gruppe = reader.one_of("gruppe", GRUPPE, None)
    wahl = Holstentorwahl(
        teil=teil,
        gruppe=GRUPPE[gruppe] if gruppe else None,
        quartier=reader.one_of("quartier", quartiere(projekt), None),
        thema=reader.one_of("thema", {thema.id for thema in worte.themen}, None),
        element=asked if teil is Teil.KETTE else None,
    )
    return wahl, tuple(reader.notices)


def fit(wahl: Holstentorwahl, projekt: Modellprojekt, worte: Stimmenworte, elemente: Collection[str]) -> Holstentorwahl:
    """The choice bent to what there is, silently: a record may be removed while somebody looks at it."""
    return decode(encode(wahl), projekt, worte, elemente)[0]


def quartiere(projekt: Modellprojekt) -> tuple[str, ...]:
    """What can be chosen: the project's Quartiere, and what is said about none of them."""
    return (*projekt.quartiere, OHNE_QUARTIER)


def address(wahl: Holstentorwahl) -> str:
    """The address of the page with this choice, relative to the app."""
    return f"{pfad()}?{urlencode(encode(wahl))}"


def pfad() -> str:
    """The path of the page: that of the city's project, or the one at which a sentence says that there is none."""
    projekt = city().modellprojekt
    return projekt.pfad if projekt else OHNE_PROJEKT
