"""What of the Stadtteilwerkstätten is looked at, and its form in the address. Pure, like lesestelle.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlencode

from sro.akten.bestand import Bestand
from sro.auswertung.werkstatt.filter import Aussagenfilter
from sro.auswertung.werkstatt.orte import place_of
from sro.model.aussage import Aussage, Valenz
from sro.model.gebiet import Stadt
from sro.model.stimme import Altersgruppe
from sro.model.stimmenworte import Stimmenworte
from sro.model.werkstatt import Werkstatt
from sro.web.auswahl import Reader
from sro.web.raumwort import Raeume, raum_of, raum_word


class Teil(StrEnum):
    """The parts of the page, in the order in which they are offered."""

    KARTE = "karte"
    THEMEN = "themen"
    SCHNITTSTELLEN = "schnittstellen"
    RUECKMELDUNGEN = "rueckmeldungen"
    FUER_KINDER = "fuer-kinder"
    ERFASSEN = "erfassen"
    PRUEFEN = "pruefen"
    BEARBEITEN = "bearbeiten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkstattauswahl(Aussagenfilter):
    """The filter holds for every part. `ort` is a place on the map, `aussage` a statement asked for by its id."""

    teil: Teil = Teil.KARTE
    ort: str | None = None
    aussage: str | None = None


ALTER = {one.value.replace("–", "-"): one for one in Altersgruppe}
VALENZ = {one.name.lower(): one for one in Valenz}


def encode(wahl: Werkstattauswahl) -> dict[str, str]:
    """The choice as query parameters; what is not chosen stays out, the part stays in."""
    said = {
        "teil": wahl.teil.value,
        "werkstatt": wahl.werkstatt,
        "thema": wahl.thema,
        "alter": _word(ALTER, wahl.alter),
        "schnittstelle": wahl.schnittstelle,
        "art": _word(VALENZ, wahl.valenz),
        "raum": raum_word(wahl.raum),
        "ort": wahl.ort,
        "aussage": wahl.aussage,
    }
    return {name: value for name, value in said.items() if value is not None}


def decode(
    params: Mapping[str, str], bestand: Bestand, stadt: Stadt, worte: Stimmenworte
) -> tuple[Werkstattauswahl, tuple[str, ...]]:
    """What an address asks for, and a notice for each parameter that had to be replaced.

    `bestand` holds what this role may read: a record that it may not read is like one that there is not.
    """
    reader = Reader(params)
    raum = reader.one_of("raum", Raeume(stadt), None)
    alter, valenz = reader.one_of("alter", ALTER, None), reader.one_of("art", VALENZ, None)
    wahl = Werkstattauswahl(
        teil=Teil(reader.one_of("teil", set(Teil), None) or Teil.KARTE),
        werkstatt=reader.one_of("werkstatt", _ids(bestand.von(Werkstatt)), None),
        thema=reader.one_of("thema", _ids(worte.themen), None),
        alter=ALTER[alter] if alter else None,
        schnittstelle=reader.one_of("schnittstelle", _ids(worte.schnittstellen), None),
        valenz=VALENZ[valenz] if valenz else None,
        raum=raum_of(raum) if raum else None,
        ort=reader.one_of("ort", {place_of(akte.inhalt) for akte in bestand.von(Aussage)}, None),
        aussage=reader.one_of("aussage", _ids(bestand.von(Aussage)), None),
    )
    return wahl, tuple(reader.notices)


def fit(wahl: Werkstattauswahl, bestand: Bestand, stadt: Stadt, worte: Stimmenworte) -> Werkstattauswahl:
    """The choice bent to what there is, silently: a record may be removed while somebody looks at it."""
    return decode(encode(wahl), bestand, stadt, worte)[0]


def link(wahl: Werkstattauswahl) -> str:
    """The address of the page with this choice, relative to the app."""
    return f"werkstaetten?{urlencode(encode(wahl))}"


def _word(words: Mapping[str, StrEnum], chosen: StrEnum | None) -> str | None:
    return next((word for word, one in words.items() if one == chosen), None)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _ids(things: Iterable[_Named]) -> set[str]:
    return {one.id for one in things}
