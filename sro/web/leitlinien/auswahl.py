"""What of the Leitlinien is looked at, and its form in the address. Pure, like lesestelle.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from sro.model.leitbild import Leitbild
from sro.web.auswahl import Reader

PFAD = "leitlinien"


class Teil(StrEnum):
    """The parts of the page, in the order in which they are offered."""

    STAND = "stand"
    BEARBEITEN = "bearbeiten"


@dataclass(frozen=True, slots=True)
class Leitlinienwahl:
    """`bezug`: the Leitlinie, Baustein or project that is open; it matters in the first part alone."""

    teil: Teil = Teil.STAND
    bezug: str | None = None


def encode(wahl: Leitlinienwahl) -> dict[str, str]:
    """The choice as query parameters; never empty, so that the way back to the overview is an address as well."""
    if wahl.teil is Teil.STAND and wahl.bezug:
        return {"bezug": wahl.bezug}
    return {"teil": wahl.teil.value}


def decode(params: Mapping[str, str], ideal: Leitbild) -> tuple[Leitlinienwahl, tuple[str, ...]]:
    """What an address asks for, and a notice for each parameter that had to be replaced."""
    reader = Reader(params)
    teil = Teil(reader.one_of("teil", set(Teil), None) or Teil.STAND)
    bezug = reader.one_of("bezug", {one.id for one in ideal.bezuege}, None)
    return Leitlinienwahl(teil, bezug if teil is Teil.STAND else None), tuple(reader.notices)


def address(wahl: Leitlinienwahl) -> str:
    """The address of the page with this choice, relative to the app."""
    return f"{PFAD}?{urlencode(encode(wahl))}"
