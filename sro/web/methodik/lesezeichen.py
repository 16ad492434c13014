"""The place in the Methodik that a session reads at."""

from __future__ import annotations

from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.web.merkstelle import Merkstelle
from sro.web.methodik.lesestelle import Abschnitt, Lesestelle, decode, encode

API = "/api/"

STELLE = Merkstelle[Lesestelle]("methodik", encode)
move, controlled = STELLE.change, STELLE.controlled
show_notices, write_address = STELLE.show_notices, STELLE.write_address


def offered() -> list[Abschnitt]:
    """The sections that there are: the one about the interface for machines only where this app serves it."""
    from sro.web.server import routes

    served = any(str(getattr(route, "path", "")).startswith(API.rstrip("/")) for route in routes())
    return [abschnitt for abschnitt in Abschnitt if served or abschnitt is not Abschnitt.OFFENE_DATEN]


def place() -> Lesestelle:
    return STELLE.take(lambda params: decode(params, catalogue(), city(), offered()))


def open_sheet(indikator: str | None) -> None:
    """Opens an indicator's sheet; None closes it and shows the list as it was."""
    move(abschnitt=Abschnitt.INDIKATOREN, indikator=indikator)
