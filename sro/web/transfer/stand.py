"""What of the transfer a session looks at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sro.akten.bestand import Bestand
from sro.reference.catalogue import catalogue
from sro.web.merkstelle import Merkstelle
from sro.web.transfer.auswahl import Teil, Transferwahl, address, decode, encode, fit

STELLE = Merkstelle[Transferwahl]("transfer", encode)
current, change, controlled = STELLE.current, STELLE.change, STELLE.controlled
show_notices, write_address = STELLE.show_notices, STELLE.write_address


def selection(bestand: Bestand) -> Transferwahl:
    """Bent to the records that may be read."""
    indicators = {one.id for one in catalogue().indikatoren}
    return STELLE.take(lambda params: decode(params, bestand, indicators), lambda wahl: fit(wahl, bestand, indicators))


def way(**changes: Any) -> str:
    """The address of the page with parts of the choice changed, for a link; `teil` by its value."""
    if "teil" in changes:
        changes["teil"] = Teil(changes["teil"])
    return address(replace(current(), **changes))
