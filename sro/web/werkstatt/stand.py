"""What of the Werkstätten a session looks at."""

from __future__ import annotations

from sro.akten.bestand import Bestand
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.web.merkstelle import Merkstelle
from sro.web.werkstatt.auswahl import Werkstattauswahl, decode, encode, fit

STELLE = Merkstelle[Werkstattauswahl]("werkstatt", encode)
current, change, controlled = STELLE.current, STELLE.change, STELLE.controlled
show_notices, write_address = STELLE.show_notices, STELLE.write_address


def selection(bestand: Bestand) -> Werkstattauswahl:
    """Bent to the records that may be read."""
    return STELLE.take(
        lambda params: decode(params, bestand, city(), stimmenworte()),
        lambda wahl: fit(wahl, bestand, city(), stimmenworte()),
    )
