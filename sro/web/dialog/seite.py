"""What the page Dialog shows, from the records that this role may read and the Datenstand frozen for each dialogue."""

from __future__ import annotations

from typing import cast

from sro.akten.bestand import Bestand
from sro.akten.rollen import role_needed
from sro.auswertung.dialog.blatt import Dialogblatt, dialogblatt
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.akte import Akte
from sro.model.dialog import Dialog
from sro.store import UnknownDatenstandError
from sro.web import data
from sro.web.rechte import darf


def record(akten: Bestand, dialog: str) -> Akte[Dialog]:
    """KeyError where there is none that this role may read."""
    return cast("Akte[Dialog]", akten.akte(dialog))


def sheet(akten: Bestand, dialog: str) -> Dialogblatt | None:
    """The dialogue with its frozen figures; None where its Datenstand is not in this store."""
    akte = record(akten, dialog)
    werk = frozen(akte.inhalt)
    return dialogblatt(akte, akten, werk) if werk else None


def frozen(dialog: Dialog) -> Zahlenwerk | None:
    """The figures of the Datenstand that a dialogue names."""
    if dialog.datenstand is None:
        return None
    try:
        return data.figures(dialog.datenstand)
    except UnknownDatenstandError:
        return None


def may_change(akte: Akte[Dialog]) -> bool:
    """Whether this person may work on the dialogue itself."""
    return darf(role_needed(akte.inhalt, akte.inhalt))
