"""What of the dialogues is looked at, and its form in the address. Pure, like lesestelle.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from sro.akten.bestand import Bestand
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey, Stadt
from sro.model.leitbild import Leitbild
from sro.model.vereinbarung import Vereinbarung
from sro.web.auswahl import Reader
from sro.web.raumwort import Raeume, raum_of, raum_word

PFAD = "dialog"
MOST_SCREENS = 99
LONGEST_UNIT = 200  # characters of a responsible unit, as the record takes them


class Teil(StrEnum):
    """The parts of the page, in the order in which they are offered."""

    DIALOGE = "dialoge"  # the list; needs no dialogue
    NEU = "neu"
    VORBEREITEN = "vorbereiten"
    MITSCHRIFT = "mitschrift"
    BRETT = "brett"  # of one dialogue or of all
    AUSGABE = "ausgabe"
    BEARBEITEN = "bearbeiten"


class Modus(StrEnum):
    """How a dialogue is shown, where not as a page."""

    PRAESENTATION = "praesentation"


OHNE_DIALOG = (Teil.DIALOGE, Teil.NEU, Teil.BRETT, Teil.BEARBEITEN)
MIT_DIALOG = (Teil.VORBEREITEN, Teil.MITSCHRIFT, Teil.BRETT, Teil.AUSGABE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogwahl:
    """`dialog` is the open one's id, None for all; `bild` the screen of the presentation, from 1.

    `raum`, `stelle` and `leitlinie` narrow lists and board; `raum` is also what a new dialogue is about.
    `vereinbarung` is the agreement that is open on the board.
    """

    dialog: str | None = None
    teil: Teil | None = None
    modus: Modus | None = None
    bild: int | None = None
    raum: GebietKey | None = None
    stelle: str = ""
    leitlinie: str | None = None
    vereinbarung: str | None = None

    @property
    def gezeigt(self) -> Teil:
        """The part that is shown: one that needs a dialogue only where there is one, and the other way round."""
        allowed = MIT_DIALOG if self.dialog else OHNE_DIALOG
        return self.teil if self.teil in allowed else allowed[0]

    @property
    def praesentiert(self) -> bool:
        """Whether the full screen is asked for; without a dialogue there is nothing to present."""
        return self.modus is Modus.PRAESENTATION and self.dialog is not None


def encode(wahl: Dialogwahl) -> dict[str, str]:
    """The choice as query parameters; what is not chosen stays out."""
    said = {
        "dialog": wahl.dialog,
        "teil": wahl.teil,
        "modus": wahl.modus,
        "bild": str(wahl.bild) if wahl.bild is not None else None,
        "raum": raum_word(wahl.raum),
        "stelle": wahl.stelle or None,
        "leitlinie": wahl.leitlinie,
        "vereinbarung": wahl.vereinbarung,
    }
    return {name: str(value) for name, value in said.items() if value is not None}


def decode(
    params: Mapping[str, str], bestand: Bestand, stadt: Stadt, ideal: Leitbild
) -> tuple[Dialogwahl, tuple[str, ...]]:
    """What an address asks for, and a notice for each parameter that had to be replaced.

    `bestand` holds what this role may read: a dialogue that it may not read is like one that there is not.
    """
    reader = Reader(params)
    teil, modus = reader.one_of("teil", set(Teil), None), reader.one_of("modus", set(Modus), None)
    raum = reader.one_of("raum", Raeume(stadt), None)
    wahl = Dialogwahl(
        dialog=reader.one_of("dialog", {akte.id for akte in bestand.von(Dialog)}, None),
        teil=Teil(teil) if teil else None,
        modus=Modus(modus) if modus else None,
        bild=reader.whole("bild", 1, MOST_SCREENS, 0) or None,
        raum=raum_of(raum) if raum else None,
        stelle=reader.text("stelle", LONGEST_UNIT),
        leitlinie=reader.one_of("leitlinie", {one.id for one in ideal.leitlinien}, None),
        vereinbarung=reader.one_of("vereinbarung", {akte.id for akte in bestand.von(Vereinbarung)}, None),
    )
    return wahl, tuple(reader.notices)


def fit(wahl: Dialogwahl, bestand: Bestand, stadt: Stadt, ideal: Leitbild) -> Dialogwahl:
    """The choice bent to what there is, silently: a dialogue may be removed while somebody looks at it."""
    return decode(encode(wahl), bestand, stadt, ideal)[0]


def address(wahl: Dialogwahl, **changes: Any) -> str:
    """The address of the page with this choice and parts of it changed, relative to the app."""
    query = urlencode(encode(replace(wahl, **changes)))
    return f"{PFAD}?{query}" if query else PFAD


def link(dialog: str, teil: Teil | None = None, **more: Any) -> str:
    """The address of one dialogue, for links from elsewhere."""
    return address(Dialogwahl(dialog=dialog, teil=teil, **more))
