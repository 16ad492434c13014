"""What of the transfer is looked at, and its form in the address. Pure, like lesestelle.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from sro.akten.bestand import Bestand
from sro.auswertung.transfer.belegkette import GLIEDER
from sro.model.transfer import Produkt, Transfer, Zielgruppe
from sro.web.auswahl import Reader

PFAD = "transfer"
PRODUKT = {one.name.lower(): one for one in Produkt}
ZIELGRUPPE = {one.name.lower(): one for one in Zielgruppe}


class Teil(StrEnum):
    """The parts of the page, in the order in which they are offered."""

    PLAN = "plan"
    MATRIX = "matrix"
    KETTE = "kette"
    BEARBEITEN = "bearbeiten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferwahl:
    """`produkt`, `zielgruppe` narrow the plan and `zeile` is its open row; `von` is where the evidence chain starts.

    Each matters in its part alone.
    """

    teil: Teil = Teil.PLAN
    produkt: Produkt | None = None
    zielgruppe: Zielgruppe | None = None
    zeile: str | None = None
    von: str | None = None

    @property
    def filtert(self) -> bool:
        return self.produkt is not None or self.zielgruppe is not None


def encode(wahl: Transferwahl) -> dict[str, str]:
    """The choice as query parameters; what is not chosen stays out, the part stays in."""
    said: dict[str, str | None] = {"teil": wahl.teil.value}
    if wahl.teil is Teil.PLAN:
        said["produkt"] = wahl.produkt.name.lower() if wahl.produkt else None
        said["zielgruppe"] = wahl.zielgruppe.name.lower() if wahl.zielgruppe else None
        said["zeile"] = wahl.zeile
    if wahl.teil is Teil.KETTE:
        said["von"] = wahl.von
    return {name: value for name, value in said.items() if value is not None}


def decode(
    params: Mapping[str, str], bestand: Bestand, indikatoren: Collection[str]
) -> tuple[Transferwahl, tuple[str, ...]]:
    """What an address asks for, and a notice for each parameter that had to be replaced.

    `bestand` holds what this role may read: a record that it may not read is like one that there is not. An address
    that names a start alone means the chain.
    """
    reader = Reader(params)
    von = reader.one_of("von", _Anfaenge(bestand, indikatoren), None)
    teil = Teil(reader.one_of("teil", set(Teil), None) or (Teil.KETTE if von else Teil.PLAN))
    produkt = reader.one_of("produkt", PRODUKT, None)
    zielgruppe = reader.one_of("zielgruppe", ZIELGRUPPE, None)
    zeile = reader.one_of("zeile", {akte.id for akte in bestand.von(Transfer)}, None)
    plan = teil is Teil.PLAN
    wahl = Transferwahl(
        teil=teil,
        produkt=PRODUKT[produkt] if produkt and plan else None,
        zielgruppe=ZIELGRUPPE[zielgruppe] if zielgruppe and plan else None,
        zeile=zeile if plan else None,
        von=von if teil is Teil.KETTE else None,
    )
    return wahl, tuple(reader.notices)


def fit(wahl: Transferwahl, bestand: Bestand, indikatoren: Collection[str]) -> Transferwahl:
    """The choice bent to what there is, silently: a record may be removed while somebody looks at it."""
    return decode(encode(wahl), bestand, indikatoren)[0]


def address(wahl: Transferwahl) -> str:
    """The address of the page with this choice, relative to the app."""
    return f"{PFAD}?{urlencode(encode(wahl))}"


def chain_link(von: str) -> str:
    """The address of the evidence chain from a record or an Indikator, for links from elsewhere."""
    return f"{PFAD}?{urlencode({'von': von})}"


@dataclass(frozen=True, slots=True)
class _Anfaenge:
    """Where an evidence chain can start."""

    bestand: Bestand
    indikatoren: Collection[str]

    def __contains__(self, element: str) -> bool:
        if element in self.bestand:
            return isinstance(self.bestand.akte(element).inhalt, GLIEDER)
        return element in self.indikatoren
