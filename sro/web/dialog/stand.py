"""What of the dialogues a session looks at."""

from __future__ import annotations

from sro.akten.bestand import Bestand
from sro.reference.city import city
from sro.reference.leitbild import leitbild
from sro.web.dialog.auswahl import Dialogwahl, decode, encode, fit
from sro.web.merkstelle import Merkstelle

STELLE = Merkstelle[Dialogwahl]("dialoge", encode)
current, change, controlled = STELLE.current, STELLE.change, STELLE.controlled
show_notices, write_address = STELLE.show_notices, STELLE.write_address


def selection(bestand: Bestand) -> Dialogwahl:
    """Bent to the records that may be read.

    An address without parameters is the list, which is where the menu and the way back out of a dialogue lead.
    """
    return STELLE.take(
        lambda params: decode(params, bestand, city(), leitbild()),
        lambda wahl: fit(wahl, bestand, city(), leitbild()),
        empty_too=True,
    )
