"""What of the board is asked for by an address of the page Dialog. Pure; the address itself is dialogauswahl.py's."""

from __future__ import annotations

from sro.auswertung.brett.brett import Brettfilter
from sro.web.dialog.auswahl import Dialogwahl, Teil, address


def board_filter(wahl: Dialogwahl) -> Brettfilter:
    return Brettfilter(dialog=wahl.dialog, raum=wahl.raum, stelle=wahl.stelle, leitlinie=wahl.leitlinie)


def way(wahl: Dialogwahl, vereinbarung: str | None) -> str:
    """The board as it is narrowed, with this agreement open or with none."""
    return address(wahl, teil=Teil.BRETT, vereinbarung=vereinbarung, modus=None, bild=None)


def link(vereinbarung: str, dialog: str | None = None) -> str:
    """The address of one agreement, for links from elsewhere: on the board of a dialogue, or of all."""
    return way(Dialogwahl(dialog=dialog), vereinbarung)
