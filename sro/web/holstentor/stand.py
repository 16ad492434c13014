"""What of Holstentor-Nord a session looks at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sro.model.gebiet import Modellprojekt
from sro.reference.stimmenworte import stimmenworte
from sro.web.holstentor.auswahl import Holstentorwahl, Teil, address, decode, encode, fit
from sro.web.merkstelle import Merkstelle

STELLE = Merkstelle[Holstentorwahl]("holstentor", encode)
current, change, controlled = STELLE.current, STELLE.change, STELLE.controlled
show_notices, write_address = STELLE.show_notices, STELLE.write_address


def selection(projekt: Modellprojekt, elemente: Collection[str]) -> Holstentorwahl:
    """Bent to the elements that may be read."""
    return STELLE.take(
        lambda params: decode(params, projekt, stimmenworte(), elemente),
        lambda wahl: fit(wahl, projekt, stimmenworte(), elemente),
    )


def way(**changes: Any) -> str:
    """The address of the page with parts of the choice changed, for a link; `teil` by its value."""
    if "teil" in changes:
        changes["teil"] = Teil(changes["teil"])
    return address(replace(current(), **changes))
